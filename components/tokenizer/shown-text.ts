'use client'

import type { Card } from '#lib/request/message-drafts.ts'
import { openPanel } from '#components/shell/panel-store.ts'

/** A message, or any text, whose tokens are shown. */
let shown: Card | string = ''

/** Opens the view of tokens with a message. */
export function showTokens(card: Card): void {
  shown = card
  openPanel('tokens')
}

/** What was shown last. */
export function lastShown(): Card | string {
  return shown
}

/** Keeps a text that was typed there, for the next time that the view is opened. */
export function keepShown(text: string): void {
  shown = text
}

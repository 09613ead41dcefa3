import { partsIn } from '#lib/request/parts.ts'
import type { Card } from '#lib/request/message-drafts.ts'

/** A part that is to have the focus as soon as it is on the page. */
let wish: { key: string; part: number; caret?: number } | undefined

const controls = 'textarea, input, select'

/** Lets the first part that is about to be added to a card have the focus. */
export function focusNewPart({ key, parts }: Card): void {
  wish = { key, part: parts === undefined ? 1 : (partsIn(parts)?.length ?? 0) }
}

/**
 * Keeps the focus in a card whose text is about to become its first part, or moves it to the first part
 * that is added. Whoever is elsewhere on the page by now is left there.
 */
export function keepFocus(card: Card): void {
  const at = document.activeElement
  const isHere = at?.closest(`[data-card="${CSS.escape(card.key)}"]`) != null
  if (at instanceof HTMLTextAreaElement && isHere) {
    if (card.parts === undefined) wish = { key: card.key, part: 0, caret: at.selectionStart }
  } else if (isHere || at === document.body) focusNewPart(card)
}

/** Moves the focus to the part that was wished for, once it is among the parts of this card. */
export function grantFocus(key: string, list: HTMLElement | null): void {
  const part = wish?.key === key && list?.querySelector<HTMLElement>(`[data-part="${wish.part}"]`)
  if (!wish || !part) return
  const { caret } = wish
  wish = undefined
  const control = part.querySelector<HTMLElement>(controls) ?? part
  control.focus()
  if (caret !== undefined && control instanceof HTMLTextAreaElement)
    control.setSelectionRange(caret, caret)
}

/** Moves the focus to a button of a part, or to its neighbour where that one cannot have it. */
export function focusTool(list: HTMLElement | null, part: number, tool: string): void {
  const place = list?.querySelector(`[data-part="${part}"]`)
  const buttons = [...(place?.querySelectorAll<HTMLButtonElement>('[data-tool]') ?? [])]
  const wanted = buttons.find((one) => one.dataset.tool === tool && !one.disabled)
  const other = wanted ?? buttons.find((one) => !one.disabled)
  other?.focus()
}

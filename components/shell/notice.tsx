'use client'

import { useSyncExternalStore } from 'react'
import { useOpenPanel, type PanelName } from './panel-store.ts'
import { announce } from '#components/ui/announcer.tsx'
import { Button, IconButton } from '#components/ui/button.tsx'

/** Something to tell that needs no answer. */
interface Notice {
  text: string
  action?: { title: string; run(): void }
}

let current: Notice | undefined
const listeners = new Set<() => void>()

/** Shows one sentence under the bar, and says it; it replaces the one before. */
export function notify(notice: Notice): void {
  announce(notice.text)
  show(notice)
}

/** Takes the sentence away. */
export function dismissNotice(): void {
  show(undefined)
}

/** Panels that show the sentence themselves: behind a dialog nothing can be pressed. */
const tellers: ReadonlySet<PanelName | undefined> = new Set([
  'history',
  'import',
  'presets',
] as const)

/** The sentence under the bar, or in a panel, with what one may do about it. */
export function NoticeLine({ inPanel = false }: { inPanel?: boolean }) {
  const isTold = tellers.has(useOpenPanel()) === inPanel
  const notice = useSyncExternalStore(
    subscribe,
    () => current,
    () => undefined,
  )
  if (!notice || !isTold) return null
  const { text, action } = notice
  const act = () => {
    dismissNotice()
    action?.run()
  }
  return (
    <section
      aria-label="Notice"
      data-notice
      className="flex min-w-0 items-center gap-2 border-b border-accent-line bg-accent-soft px-4 py-1"
    >
      <p className="min-w-0 flex-1">{text}</p>
      {action && (
        <Button look="plain" onClick={act}>
          {action.title}
        </Button>
      )}
      <IconButton icon="close" label="Dismiss" onClick={dismissNotice} />
    </section>
  )
}

function show(next: Notice | undefined): void {
  current = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

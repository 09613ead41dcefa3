'use client'

import { lazy, Suspense, useRef, useState } from 'react'
import type { Alternative } from '#lib/reply/token-store.ts'
import type { RunRecord } from '#components/run/run-store.ts'
import { Button } from '#components/ui/button.tsx'
import { openBias, useOpenedBias, type BiasKind } from './bias-store.ts'
import { BiasWritten, type WrittenBias } from './bias-written.tsx'

const BiasPanel = lazy(async () => ({ default: (await import('./bias-panel.tsx')).BiasPanel }))

/** What every part of banning and boosting is given. */
export interface BiasProps {
  run: RunRecord
  /** The picked token, or one of its alternatives. */
  token: Alternative
  /** Leads to a parameter's field. */
  onShowParameter(parameter: string): void
}

/** Bans or boosts the picked token: writes its id, and those of its other spellings, into `logit_bias`. */
export function BiasActions(props: BiasProps) {
  const opened = useOpenedBias()
  const [written, setWritten] = useState<WrittenBias>()
  const buttons = useRef<HTMLDivElement>(null)
  const close = () => {
    openBias(undefined)
    buttons.current?.querySelector<HTMLElement>(`[data-bias=${opened?.kind}]`)?.focus()
  }
  return (
    <section aria-label="Ban or boost" className="border-t border-line p-4">
      <div ref={buttons} className="flex gap-2">
        <Opener kind="ban" words="Ban" shortcut="X" opened={opened?.kind} />
        <Opener kind="boost" words="Boost" shortcut="+" opened={opened?.kind} />
      </div>
      {opened && (
        <Suspense>
          <BiasPanel
            {...props}
            // Another token or another wish starts afresh.
            key={`${opened.kind} ${props.token.token} ${props.token.bytes?.join() ?? ''}`}
            kind={opened.kind}
            round={opened.round}
            onWritten={setWritten}
            onClose={close}
          />
        </Suspense>
      )}
      {written && (
        <BiasWritten
          key={written.after}
          written={written}
          onGone={() => setWritten(undefined)}
          onShowParameter={props.onShowParameter}
        />
      )}
    </section>
  )
}

function Opener({
  kind,
  words,
  shortcut,
  opened,
}: {
  kind: BiasKind
  words: string
  shortcut: string
  opened: BiasKind | undefined
}) {
  const isOpen = opened === kind
  return (
    <Button
      data-bias={kind}
      icon={kind === 'ban' ? 'ban' : 'up'}
      aria-expanded={isOpen}
      aria-keyshortcuts={shortcut}
      onClick={() => openBias(isOpen ? undefined : kind)}
    >
      {words}
      <kbd
        aria-hidden
        className="rounded-[4px] border border-line-2 px-1 font-mono text-tiny text-ink-3 max-md:hidden"
      >
        {shortcut}
      </kbd>
    </Button>
  )
}

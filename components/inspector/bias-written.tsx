'use client'

import { useEffect, useRef } from 'react'
import {
  useBiasFields,
  useWriteBiases,
  type BiasFields,
} from '#components/logit-bias/write-biases.ts'
import { announce } from '#components/ui/announcer.tsx'
import { Button } from '#components/ui/button.tsx'

/** What was last written into the form, and what stood there before. */
export interface WrittenBias {
  before: BiasFields
  after: string
  /** What was written, one sentence. */
  words: string
}

/** Says what was written, and takes it back as long as nothing else was typed there. */
export function BiasWritten({
  written,
  onGone,
  onShowParameter,
}: {
  written: WrittenBias
  onGone(): void
  onShowParameter(parameter: string): void
}) {
  const draft = useBiasFields().logit_bias
  const write = useWriteBiases()
  const note = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Newer browsers give a promise, which an effect must not return.
    void note.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const { before, after, words } = written
  const undo = () => {
    write(before)
    announce('Undone: Logit bias is as it was.')
    onGone()
    focusFirst('[data-bias-write]', '[data-bias]')
  }
  return (
    <div ref={note} data-bias-written className="mt-3 text-small">
      <p className="text-ink-2">
        {words}{' '}
        {draft === after
          ? 'Run again to see what comes of it.'
          : 'Logit bias was changed since; edit it there.'}
      </p>
      <div className="mt-2 flex gap-2">
        {draft === after && (
          <Button icon="undo" onClick={undo}>
            Undo
          </Button>
        )}
        <Button look="plain" onClick={() => onShowParameter('logit_bias')}>
          Show in the form
        </Button>
      </div>
    </div>
  )
}

/** The button goes away with the words, so the focus goes to where the next bias is written. */
function focusFirst(...selectors: string[]): void {
  const found = selectors.map((one) => document.querySelector<HTMLElement>(one))
  found.find((one) => one !== null)?.focus()
}

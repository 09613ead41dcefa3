'use client'

import { useEffect } from 'react'
import { announce } from '#components/ui/announcer.tsx'
import { useRunner } from '#components/run/runner.ts'
import { useRunRecord, type RunRecord } from '#components/run/run-store.ts'
import { useBranching } from './use-branching.ts'

/** `B` outside text fields branches at the chosen token of the run in view. Draws nothing. */
export function BranchKey() {
  const { run } = useRunRecord()
  return run ? <KeyFor run={run} /> : null
}

function KeyFor({ run }: { run: RunRecord }) {
  const { branch } = useRunner()
  const planned = useBranching(run)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'b' || !isPlain(event)) return
      if (planned.ok) branch(planned.value())
      else announce(planned.error)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [planned, branch])
  return null
}

/** Not with another key, not while one types, and not behind a dialog. */
function isPlain({ ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  const fields =
    'input:not([type=range]):not([type=checkbox]), textarea, select, [contenteditable=true]'
  const isTyping = target instanceof Element && target.closest(fields) !== null
  const isBehind = document.querySelector('dialog[open]') !== null
  return !ctrlKey && !metaKey && !altKey && !isTyping && !isBehind
}

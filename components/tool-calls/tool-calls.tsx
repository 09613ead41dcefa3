'use client'

import { useEffect, useRef, type RefObject } from 'react'
import type { Choice } from '#lib/reply/reply.ts'
import { offeredTools } from '#lib/tool-calls/offered-tools.ts'
import { useLock } from '#components/parameters/lock.ts'
import type { RunRecord } from '#components/run/run-record.ts'
import { Button } from '#components/ui/button.tsx'
import { CallCard } from './call-card.tsx'
import { resultKey } from './results-store.ts'
import { useSendResults } from './use-send-results.ts'

/** The tool calls of a choice, with boxes for their results and the way to send these. */
export function ToolCalls({ choice, run }: { choice: Choice; run: RunRecord }) {
  const section = useRef<HTMLDivElement>(null)
  const tools = offeredTools(run.settings)
  const isLocked = useLock('messages')
  const canAnswer = !run.running && !isLocked
  const { send, note } = useSendResults(choice, run, section)
  useSendKey(section, canAnswer ? send : undefined)
  const several = choice.toolCalls.length > 1
  return (
    <div ref={section}>
      {choice.toolCalls.map((call) => (
        <CallCard
          key={call.index}
          call={call}
          tool={tools.find(({ name }) => name === call.name)}
          wasOffered={tools.length > 0}
          resultAt={canAnswer ? resultKey(run.id, choice.index, call.index) : undefined}
        />
      ))}
      {canAnswer && (
        <div className="flex flex-wrap items-center gap-2 pb-1">
          <Button look="normal" icon="play" onClick={send}>
            {several ? 'Send results' : 'Send result'}
          </Button>
          <span className="min-w-0 text-small text-ink-2">{note}</span>
        </div>
      )}
      {isLocked && !run.running && (
        <p className="pb-1 text-small text-ink-3">
          The author of this preset locked the conversation, so no results can be sent.
        </p>
      )}
    </div>
  )
}

/** Ctrl or Cmd with Enter in a result sends the results; it does not reach the page, where it would run anew. */
function useSendKey(section: RefObject<HTMLElement | null>, send: (() => void) | undefined): void {
  useEffect(() => {
    const element = section.current
    const onKeyDown = (event: KeyboardEvent) => {
      if (!send || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
      event.stopPropagation()
      event.preventDefault()
      send()
    }
    element?.addEventListener('keydown', onKeyDown)
    return () => element?.removeEventListener('keydown', onKeyDown)
  }, [section, send])
}

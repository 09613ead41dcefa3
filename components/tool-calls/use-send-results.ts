'use client'

import { useCallback, useMemo, type RefObject } from 'react'
import { useWatch } from 'react-hook-form'
import type { Choice } from '#lib/reply/reply.ts'
import { draftOfMessages, messagesOfDraft } from '#lib/request/message-drafts.ts'
import { hasCalls, toolTurn, withToolTurn } from '#lib/tool-calls/tool-turn.ts'
import { useControl, useParameterForm } from '#components/parameters/form-context.tsx'
import type { RunRecord } from '#components/run/run-record.ts'
import { useRunner } from '#components/run/runner.ts'
import { announce } from '#components/ui/announcer.tsx'
import { getResult, resultKey } from './results-store.ts'

/**
 * Sends the results of a choice's calls: the reply and its results become messages of the form, and it
 * runs again with what the form holds. `note` says what will happen. A result that is missing gets the
 * focus instead, and nothing is sent.
 */
export function useSendResults(
  choice: Choice,
  run: RunRecord,
  section: RefObject<HTMLElement | null>,
): { send(): void; note: string } {
  const form = useParameterForm()
  const runner = useRunner()
  const draft = useWatch({ control: useControl(), name: 'messages' })
  const note = useMemo(() => noteOn(draft, choice, run), [draft, choice, run])
  const send = useCallback(() => {
    const results = choice.toolCalls.map(({ index }) =>
      getResult(resultKey(run.id, choice.index, index)),
    )
    const missing = results.findIndex((one) => one.trim() === '')
    if (missing >= 0) {
      section.current?.querySelectorAll<HTMLElement>('[data-result]')[missing]?.focus()
      announce(`Nothing was sent. Write the result of ${choice.toolCalls[missing]?.name} first.`)
      return
    }
    const read = messagesOfDraft(form.getValues('messages'))
    if (!read.ok) return announce('The conversation has a problem. Nothing was sent.')
    const next = withToolTurn(read.value, toolTurn(choice, results), askedIn(run))
    form.setValue('messages', draftOfMessages(next), { shouldDirty: true })
    runner.start()
  }, [choice, form, run, runner, section])
  return { send, note }
}

function noteOn(draft: unknown, choice: Choice, run: RunRecord): string {
  const read = messagesOfDraft(draft)
  if (!read.ok) return 'The conversation has a problem; mend it first.'
  if (hasCalls(read.value, choice, askedIn(run)))
    return 'Fills the tool messages in the conversation, and runs again.'
  const isAsAsked = JSON.stringify(read.value) === JSON.stringify(run.settings.messages)
  return isAsAsked
    ? 'Adds the reply and its results to the conversation, and runs again.'
    : 'The conversation has changed since this run; the reply and its results go to its end.'
}

/** How many messages a run asked with. */
function askedIn({ settings }: RunRecord): number {
  return Array.isArray(settings.messages) ? settings.messages.length : 0
}

'use client'

import { useEffect, useRef, useState } from 'react'
import { judgeProbe, type Listed } from '#lib/logprobs/probe.ts'
import type { AnySettings } from '#lib/parameters/descriptor.ts'
import { growingReply } from '#lib/reply/branch-reply.ts'
import type { Reply } from '#lib/reply/reply.ts'
import { probeSettings } from '#lib/request/probe.ts'
import { fail, ok, type Result } from '#lib/result.ts'
import { connectionFor } from '#components/connection/connection-store.ts'
import { missingAddress } from '#components/connection/missing-address.ts'
import { useActions, type Actions } from '#components/playground/actions.tsx'
import { newRunId } from '#components/run/run-id.ts'
import type { RunRecord } from '#components/run/run-store.ts'
import { sendWhole } from '#components/run/transports.ts'
import { announce } from '#components/ui/announcer.tsx'
import { answererOf, rememberBasis, type Answerer } from './logprob-basis.ts'

/** Where a probe stands. */
export type ProbeState =
  | { step: 'idle' }
  /** The 1-based call that is under way. */
  | { step: 'calling'; call: number }
  /** One sentence: why it failed, or why nothing can be told. */
  | { step: 'over'; message: string }

/** Probes what answered a run: two calls of one token, only when asked for. */
export function useProbe(run: RunRecord) {
  const actions = useActions()
  const [state, setState] = useState<ProbeState>({ step: 'idle' })
  const controller = useRef<AbortController>(null)
  useEffect(() => () => controller.current?.abort(), [])

  const start = async () => {
    const answerer = answererOf(run)
    if (!answerer || state.step === 'calling') return
    const abort = new AbortController()
    controller.current = abort
    const onCall = (call: number) => setState({ step: 'calling', call })
    const outcome = await probe(run.settings, answerer, { actions, signal: abort.signal, onCall })
    const message = outcome.ok ? outcome.value : outcome.error
    setState({ step: 'over', message })
    announce(message)
  }
  return { state, start: () => void start(), stop: () => controller.current?.abort() }
}

interface Means {
  actions: Actions
  signal: AbortSignal
  onCall(call: number): void
}

/** Makes both calls and remembers what they tell; one sentence on what came of it. */
async function probe(
  settings: AnySettings,
  target: Answerer,
  means: Means,
): Promise<Result<string, string>> {
  const calls = probeSettings(settings, target)
  if (!calls.ok) return calls
  const lists: Listed[][] = []
  let called = target
  for (const [index, call] of calls.value.entries()) {
    means.onCall(index + 1)
    const answered = await oneCall(call, target, means)
    if (!answered.ok) return answered
    lists.push(listOf(answered.value))
    // The address may have been changed since the run.
    called = { ...target, url: answered.value.attempts.at(-1)?.request.url ?? target.url }
  }
  const verdict = judgeProbe(lists[0] ?? [], lists[1] ?? [])
  if (verdict.basis !== 'inconclusive') {
    rememberBasis(called, verdict.basis, new Date().toISOString())
  }
  return ok(`${outcomes[verdict.basis]} ${verdict.reason}`)
}

const outcomes = {
  raw: 'They are before temperature.',
  scaled: 'They are after temperature.',
  inconclusive: 'The probe could not tell.',
}

async function oneCall(
  settings: AnySettings,
  { provider }: Answerer,
  { actions, signal }: Means,
): Promise<Result<Reply, string>> {
  const apiBase = typeof settings.api_base === 'string' ? settings.api_base : undefined
  const lacking = missingAddress(provider, apiBase)
  if (lacking) return fail(`Nothing was sent. ${lacking}`)
  const request = { runId: newRunId(), settings, ...connectionFor(provider, apiBase) }
  const { reply, apply } = growingReply()
  try {
    await sendWhole(request, apply, signal, actions)
  } catch {
    return fail('Nucleus could not be reached.')
  }
  if (signal.aborted) return fail('The probe was stopped.')
  return reply.failure ? fail(`The probe failed: ${reply.failure.message}`) : ok(reply)
}

/** The list of the first position, the token that was drawn included. */
function listOf({ choices }: Reply): Listed[] {
  const [choice] = choices
  const entry = choice?.tokens.token(0) ?? choice?.reasoningTokens.token(0)
  if (!entry) return []
  return entry.alternatives.length > 0 ? entry.alternatives : [entry]
}

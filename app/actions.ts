'use server'

import { after } from 'next/server'
import type { Cost } from '#lib/costs/cost.ts'
import { priceQuestionSchema } from '#lib/costs/question.ts'
import type { ModelInfo } from '#lib/models/model-info.ts'
import { modelListRequestSchema } from '#lib/request/envelope.ts'
import type { RunEvent } from '#lib/reply/run-events.ts'
import { fail, ok, type Failure, type Result } from '#lib/result.ts'
import { actionGate } from '#lib/server/action-gate.ts'
import type { Remembered } from '#lib/request/remembered.ts'
import { env } from '#lib/server/env.ts'
import { listModels as modelsOf } from '#lib/server/models.ts'
import { publishedCost } from '#lib/server/prices.ts'
import { stopRun } from '#lib/server/runs.ts'
import { collectRun, serveRun } from '#lib/server/serve-run.ts'
import { targetRequestOf } from '#lib/server/target.ts'
import { dropKey, keepKey, serverFacts, type ServerFacts } from '#lib/server/visitor.ts'

/**
 * Sends a run whose reply comes in one piece. Gives a promise inside an object at once, so that
 * Next's queue of actions is free for other runs and for `cancelRun`.
 */
export async function sendRun(
  input: unknown,
): Promise<Result<{ result: Promise<RunEvent[]> }, Failure>> {
  const gate = await actionGate()
  if (!gate.ok) return gate
  const run = serveRun(input, gate.value)
  if (!run.ok) return run
  // Runs when the answer is sent or the page is closed; after the end it changes nothing.
  after(run.value.abort)
  return ok({ result: collectRun(run.value) })
}

/** Stops a run that was sent by `sendRun`. Says whether it was still known. */
export async function cancelRun(runId: string): Promise<boolean> {
  const gate = await actionGate()
  return gate.ok && typeof runId === 'string' && stopRun(runId)
}

/** The models that a target offers. */
export async function listModels(input: unknown): Promise<Result<ModelInfo[], Failure>> {
  const gate = await actionGate()
  if (!gate.ok) return gate
  const wanted = modelListRequestSchema.safeParse(input)
  if (!wanted.success) return fail({ kind: 'invalid', message: 'The address is not valid.' })
  return modelsOf(targetRequestOf(wanted.data), env(), gate.value)
}

/** What a reply cost by the published price list; nothing where the list does not know the model. */
export async function priceReply(input: unknown): Promise<Result<Cost | undefined, Failure>> {
  const gate = await actionGate()
  if (!gate.ok) return gate
  const question = priceQuestionSchema.safeParse(input)
  if (!question.success) return fail({ kind: 'invalid', message: 'The question is not valid.' })
  return ok(publishedCost(question.data))
}

/** What the page may know: providers with a server key, their origins, remembered keys (masked). */
export async function describeServer(): Promise<Result<ServerFacts, Failure>> {
  const gate = await actionGate()
  return gate.ok ? ok(await serverFacts(gate.value)) : gate
}

/** Remembers a key in this browser, sealed, for one provider at one origin. */
export async function rememberKey(input: unknown): Promise<Result<Remembered, Failure>> {
  const gate = await actionGate()
  return gate.ok ? keepKey(input, gate.value) : gate
}

/** Forgets a remembered key; all of them where none is named. */
export async function forgetKey(input: unknown): Promise<Result<Remembered, Failure>> {
  const gate = await actionGate()
  return gate.ok ? dropKey(input, gate.value) : gate
}

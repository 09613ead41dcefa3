import 'server-only'
import { cookies, headers } from 'next/headers'
import type { Remembered } from '#lib/request/remembered.ts'
import { ok, type Failure, type Result } from '#lib/result.ts'
import { env, publicEnv, type PublicEnv } from './env.ts'
import { checkGate, type GateContext, type GateKind, type GateRequest } from './gate.ts'
import {
  describeRemembered,
  forget,
  remember,
  rememberedKeys,
  type Change,
  type Visit,
} from './remembered/keys.ts'

/** What a page may know of the server and of the keys that it remembers in this browser. */
export type ServerFacts = PublicEnv & { remembered: Remembered }

/** The gate, and with it the keys that the browser had remembered. */
export async function admit(
  request: GateRequest,
  kind: GateKind,
): Promise<Result<GateContext, Failure>> {
  const gate = checkGate(request, kind, env())
  if (!gate.ok) return gate
  const visit = visitOf(request.headers, gate.value)
  return ok({ ...gate.value, remembered: await rememberedKeys(visit) })
}

/** What the page may know, for the browser whose action this is. */
export async function serverFacts(gate: GateContext): Promise<ServerFacts> {
  const visit = visitOf(await headers(), gate)
  return { ...publicEnv(env()), remembered: await describeRemembered(visit) }
}

/** Has the browser whose action this is keep a key, sealed. */
export async function keepKey(
  input: unknown,
  gate: GateContext,
): Promise<Result<Remembered, Failure>> {
  return await apply(await remember(input, visitOf(await headers(), gate)))
}

/** Has the browser whose action this is drop one key, or all. */
export async function dropKey(
  input: unknown,
  gate: GateContext,
): Promise<Result<Remembered, Failure>> {
  return await apply(await forget(input, visitOf(await headers(), gate)))
}

async function apply(change: Result<Change, Failure>): Promise<Result<Remembered, Failure>> {
  if (!change.ok) return change
  const jar = await cookies()
  jar.set(change.value.cookie)
  return ok(change.value.remembered)
}

function visitOf(sent: Headers, gate: GateContext): Visit {
  return {
    cookies: sent.get('cookie'),
    gate,
    env: env(),
    now: Math.floor(Date.now() / 1000),
  }
}

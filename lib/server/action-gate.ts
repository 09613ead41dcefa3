import 'server-only'
import { headers } from 'next/headers'
import type { Failure, Result } from '#lib/result.ts'
import { env } from './env.ts'
import { checkGate, type GateContext } from './gate.ts'

/** The gate in front of every server action. */
export async function actionGate(): Promise<Result<GateContext, Failure>> {
  return checkGate({ method: 'POST', headers: await headers() }, 'page-action', env())
}

import 'server-only'
import { headers } from 'next/headers'
import type { Failure, Result } from '#lib/result.ts'
import type { GateContext } from './gate.ts'
import { admit } from './visitor.ts'

/** The gate in front of every server action. */
export async function actionGate(): Promise<Result<GateContext, Failure>> {
  return await admit({ method: 'POST', headers: await headers() }, 'page-action')
}

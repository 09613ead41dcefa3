import 'server-only'
import { request } from 'undici'
import * as z from 'zod'
import { modelId } from '#lib/teaching-model/index.ts'
import { keyHeader, modelsUrl } from '#lib/providers/address.ts'
import { providerOf } from '#lib/providers/catalogue.ts'
import { fail, ok, type Failure, type Result } from '#lib/result.ts'
import type { Env } from './env.ts'
import type { GateContext } from './gate.ts'
import { guardedDispatcher } from './guard/dispatcher.ts'
import { connectFailure } from './guard/failures.ts'
import { readCapped } from './read-capped.ts'
import { resolveTarget, type TargetRequest } from './target.ts'
import { upstreamFailure } from './upstream-failure.ts'

const listSchema = z.object({ data: z.array(z.object({ id: z.string().max(512) })).max(20_000) })

/** Milliseconds that a model list may take. */
const patience = 10_000

/** Most bytes of a model list; the longest known ones have about a million. */
const mostListBytes = 16_000_000

/** The ids of the models that a target offers, in alphabetical order. */
export async function listModels(
  wanted: TargetRequest,
  env: Env,
  gate: GateContext,
): Promise<Result<string[], Failure>> {
  const provider = providerOf(wanted.provider)
  if (provider.route === 'in-process') return ok([modelId])
  const target = resolveTarget(wanted, env, gate)
  if (!target.ok) return target
  const { base, key, policy } = target.value
  const url = modelsUrl(base.href, provider)
  if (!url) return fail({ kind: 'invalid', message: `${provider.title} does not list its models.` })
  try {
    const response = await request(url, {
      headers: { accept: 'application/json', ...(key ? keyHeader(provider, key) : {}) },
      signal: AbortSignal.timeout(patience),
      ...(policy ? { dispatcher: guardedDispatcher(policy) } : {}),
    })
    const { text, cut } = await readCapped(response.body, mostListBytes)
    if (cut)
      return fail({ kind: 'upstream', message: 'The list of models is too long to be read.' })
    return response.statusCode === 200
      ? read(text)
      : fail(upstreamFailure(response.statusCode, text, provider.title, key ? [key] : []))
  } catch (error) {
    return fail(connectFailure(error))
  }
}

function read(text: string): Result<string[], Failure> {
  try {
    const ids = listSchema.parse(JSON.parse(text)).data.map(({ id }) => id)
    return ok([...new Set(ids)].toSorted())
  } catch {
    return fail({
      kind: 'upstream',
      message: 'The address answered, but not with a list of models.',
    })
  }
}

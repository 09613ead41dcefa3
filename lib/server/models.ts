import 'server-only'
import { request } from 'undici'
import { groupInfoUrl } from '#lib/models/group-info.ts'
import type { ModelInfo } from '#lib/models/model-info.ts'
import { mergeLists, readGroupList, readModelList } from '#lib/models/read-list.ts'
import { keyHeader, modelsUrl } from '#lib/providers/address.ts'
import { providerOf } from '#lib/providers/catalogue.ts'
import type { Provider } from '#lib/providers/provider.ts'
import { fail, ok, type Failure, type Result } from '#lib/result.ts'
import { modelId } from '#lib/teaching-model/index.ts'
import type { Env } from './env.ts'
import type { GateContext } from './gate.ts'
import { guardedDispatcher } from './guard/dispatcher.ts'
import { connectFailure } from './guard/failures.ts'
import { readCapped } from './read-capped.ts'
import { resolveTarget, type Target, type TargetRequest } from './target.ts'
import { upstreamFailure } from './upstream-failure.ts'

/** Milliseconds that a model list may take. */
const patience = 10_000

/** Most bytes of a model list. OpenRouter's, the longest known, has less than one million. */
const mostListBytes = 5_000_000

/**
 * The models that a target offers, with what it says about them, in alphabetical order. A LiteLLM
 * proxy is asked for its groups too; where it does not tell them, its plain list is enough.
 */
export async function listModels(
  wanted: TargetRequest,
  env: Env,
  gate: GateContext,
): Promise<Result<ModelInfo[], Failure>> {
  const provider = providerOf(wanted.provider)
  if (provider.route === 'in-process') return ok([{ id: modelId }])
  const target = resolveTarget(wanted, env, gate)
  if (!target.ok) return target
  const url = modelsUrl(target.value.base.href, provider)
  if (!url) return fail({ kind: 'invalid', message: `${provider.title} does not list its models.` })
  const plain = ask(url, provider, target.value, readModelList)
  if (provider.route !== 'proxy') return plain
  const groupsUrl = groupInfoUrl(target.value.base.href)
  const [groups, listed] = await Promise.all([
    ask(groupsUrl, provider, target.value, readGroupList),
    plain,
  ])
  if (!groups.ok || groups.value.length === 0) return listed
  return ok(mergeLists(groups.value, listed.ok ? listed.value : []))
}

async function ask(
  url: string,
  provider: Provider,
  { key, policy }: Target,
  read: (text: string) => Result<ModelInfo[]>,
): Promise<Result<ModelInfo[], Failure>> {
  try {
    const response = await request(url, {
      headers: { accept: 'application/json', ...(key ? keyHeader(provider, key) : {}) },
      signal: AbortSignal.timeout(patience),
      ...(policy ? { dispatcher: guardedDispatcher(policy) } : {}),
    })
    const { text, cut } = await readCapped(response.body, mostListBytes)
    if (cut) return fail(tooLong)
    return response.statusCode === 200
      ? read(text)
      : fail(upstreamFailure(response.statusCode, text, provider.title, key ? [key] : []))
  } catch (error) {
    return fail(connectFailure(error))
  }
}

const tooLong: Failure = {
  kind: 'upstream',
  message: 'The list of models is longer than 5 MB, so it was not read.',
}

import 'server-only'
import { chooseBase } from '#lib/providers/address.ts'
import { providerOf, type ProviderId } from '#lib/providers/catalogue.ts'
import type { ModelListRequest } from '#lib/request/envelope.ts'
import { fail, ok, type Failure, type Result } from '#lib/result.ts'
import { chooseCredential } from './credentials.ts'
import type { Env } from './env.ts'
import type { GateContext } from './gate.ts'
import { checkAddress } from './guard/address.ts'
import { addressPolicy, type AddressPolicy } from './guard/policy.ts'

/** What a person said about where a request goes. */
export interface TargetRequest {
  provider: ProviderId
  /** The address typed for the provider. */
  endpoint?: string | undefined
  /** `api_base`, where it is an address and not a key of the body. */
  apiBase?: string | undefined
  credential?: { key: string; origin: string } | undefined
}

/** The target of a model list, from what the browser sent. */
export function targetRequestOf(wanted: ModelListRequest): TargetRequest {
  const { provider, endpoint, apiBase, credential } = wanted
  return { provider, endpoint, apiBase, credential }
}

/** Where a request goes and what it may carry. */
export interface Target {
  base: URL
  key?: string
  /** Rules for every connection to it; none for an address that the operator set. */
  policy?: AddressPolicy
}

/** Resolves a base address and the credential that belongs to it, or says why it may not be used. */
export function resolveTarget(
  wanted: TargetRequest,
  env: Env,
  gate: GateContext,
): Result<Target, Failure> {
  const address = addressOf(wanted, env)
  if (!address.ok) return address
  const { base, policy } = address.value
  const credential = chooseCredential({
    provider: wanted.provider,
    target: base,
    env,
    gate,
    ...(wanted.credential ? { credential: wanted.credential } : {}),
  })
  if (!credential.ok) return credential
  const key = credential.value?.key
  return ok({ base, ...(policy ? { policy } : {}), ...(key === undefined ? {} : { key }) })
}

function addressOf(
  wanted: TargetRequest,
  env: Env,
): Result<{ base: URL; policy?: AddressPolicy }, Failure> {
  const provider = providerOf(wanted.provider)
  const operators = env.keys[wanted.provider]?.base
  const chosen = chooseBase(provider, { ...wanted, operators })
  if (chosen === undefined) {
    return fail({
      kind: 'invalid',
      message: `${provider.title} has no address to send to.`,
      param: 'api_base',
    })
  }
  const { address, fixed } = chosen
  if (fixed) return ok({ base: new URL(address) })
  const policy = addressPolicy(env)
  const checked = checkAddress(address, policy)
  return checked.ok ? ok({ base: checked.value, policy }) : checked
}

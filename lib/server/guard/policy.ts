import 'server-only'
import { isLocalOnly, type Env } from '../env.ts'
import type { AllowedTarget } from './allowed-targets.ts'

/**
 * Which addresses may be called on a person's behalf. Public ones always (by https); private and
 * other special ranges never, unless the operator opened them; loopback is a matter of policy.
 */
export interface AddressPolicy {
  allowLoopback: boolean
  /** What the operator opened beside that, plain http included. */
  allowed?: readonly AllowedTarget[]
}

/**
 * The policy of this server: loopback is open only while nobody from elsewhere can reach Nucleus,
 * and NUCLEUS_ALLOW_LOOPBACK is not 0. What an operator sets as a base is not subject to it.
 */
export function addressPolicy(env: Env): AddressPolicy {
  const allowed = env.allowedTargets ?? []
  return {
    allowLoopback: env.allowLoopback && isLocalOnly(env),
    ...(allowed.length > 0 ? { allowed } : {}),
  }
}

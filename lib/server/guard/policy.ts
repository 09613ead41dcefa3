import 'server-only'
import { isLocalOnly, type Env } from '../env.ts'

/**
 * Which addresses may be called on a person's behalf. Public ones always (by https), private and
 * other special ranges never; only loopback is a matter of policy.
 */
export interface AddressPolicy {
  allowLoopback: boolean
}

/**
 * The policy of this server: loopback is open only while nobody from elsewhere can reach Nucleus,
 * and NUCLEUS_ALLOW_LOOPBACK is not 0. What an operator sets as a base is not subject to it.
 */
export function addressPolicy(env: Env): AddressPolicy {
  return { allowLoopback: env.allowLoopback && isLocalOnly(env) }
}

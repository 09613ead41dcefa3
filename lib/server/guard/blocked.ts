import 'server-only'
import type { Failure } from '#lib/result.ts'
import type { AddressRange } from './address-range.ts'
import type { AddressPolicy } from './policy.ts'

/** Thrown into a connection that would have gone to an address outside the policy. */
export class BlockedAddressError extends Error {
  readonly range: AddressRange

  constructor(range: AddressRange) {
    super('The address guard refused this connection.')
    this.name = 'BlockedAddressError'
    this.range = range
  }
}

/** Whether the policy lets a connection go to this range. */
export function isOpen(range: AddressRange, policy: AddressPolicy): boolean {
  return range === 'public' || (range === 'loopback' && policy.allowLoopback)
}

const operatorStep =
  'An operator can open one address with the base variable of its provider, such as LITELLM_API_BASE or OPENAI_LIKE_API_BASE.'

/** The refusal of an address, with the settings that would change it. Names no resolved address. */
export function blockedFailure(range: AddressRange): Failure {
  if (range === 'loopback') {
    return {
      kind: 'blocked',
      message: 'This Nucleus calls no address on its own machine.',
      steps: [
        'It does while NUCLEUS_ALLOW_LOOPBACK is not 0, HOST and every name in NUCLEUS_ALLOWED_HOSTS are loopback, and NUCLEUS_TRUST_PROXY is not set.',
        operatorStep,
      ],
    }
  }
  return {
    kind: 'blocked',
    message: 'The address lies in a private or reserved network, which Nucleus never calls.',
    steps: [
      'Use a public https address, or forward a port of this machine to the server (ssh -L) and use http://127.0.0.1.',
      operatorStep,
    ],
  }
}

/** The refusal of plain http to anything but this machine. */
export const plainHttpFailure: Failure = {
  kind: 'blocked',
  message: 'Plain http is for servers on this machine only: others could read the key on its way.',
  steps: [
    'Write https:// if the server speaks it.',
    'Else forward a port of this machine to it (ssh -L) and use http://127.0.0.1.',
    operatorStep,
  ],
}

import 'server-only'
import type { Failure } from '#lib/result.ts'
import type { AddressRange } from './address-range.ts'
import type { Place } from './allowed-targets.ts'
import type { AddressPolicy } from './policy.ts'

/** Thrown into a connection that would have gone to an address outside the policy. */
export class BlockedAddressError extends Error {
  readonly range: AddressRange
  /** Where the connection was to go, where that is known. */
  readonly place: Place | undefined

  constructor(range: AddressRange, place?: Place) {
    super('The address guard refused this connection.')
    this.name = 'BlockedAddressError'
    this.range = range
    this.place = place
  }
}

/** Whether the policy lets a connection go to this range. */
export function isOpen(range: AddressRange, policy: AddressPolicy): boolean {
  return range === 'public' || (range === 'loopback' && policy.allowLoopback)
}

/**
 * The refusal of a place as it was written, with the settings that would change it. Names no address
 * that a name resolved to.
 */
export function blockedFailure(range: AddressRange, place?: Place): Failure {
  if (range === 'loopback') {
    return {
      kind: 'blocked',
      message: 'This Nucleus calls no address on its own machine.',
      steps: [
        'It does while NUCLEUS_ALLOW_LOOPBACK is not 0, only this machine can reach Nucleus (started by npm start, with HOST and every name in NUCLEUS_ALLOWED_HOSTS loopback), and NUCLEUS_TRUST_PROXY is not set.',
        operatorStep(place),
      ],
    }
  }
  return {
    kind: 'blocked',
    message:
      'The address lies in a private or reserved network, which Nucleus calls only where its operator says so.',
    steps: [
      'Use a public https address, or forward a port of this machine to the server (ssh -L) and use http://127.0.0.1.',
      operatorStep(place),
    ],
  }
}

/** The refusal of plain http to anything but this machine and what the operator opened. */
export function plainHttpFailure(place: Place): Failure {
  return {
    kind: 'blocked',
    message:
      'Plain http is for servers on this machine only: others could read the key on its way.',
    steps: [
      'Write https:// if the server speaks it.',
      'Else forward a port of this machine to it (ssh -L) and use http://127.0.0.1.',
      operatorStep(place),
    ],
  }
}

function operatorStep(place: Place | undefined): string {
  const entry = place ? `=${place.hostname}:${place.port}` : ''
  return `An operator can open it: NUCLEUS_ALLOWED_TARGETS${entry}, then start again.`
}

import 'server-only'
import type { Failure } from '#lib/result.ts'
import { BlockedAddressError, blockedFailure } from './blocked.ts'

interface Row {
  codes: RegExp
  failure: Omit<Failure, 'code'>
}

const rows: readonly Row[] = [
  {
    codes: /^(AbortError|ABORT_ERR|UND_ERR_ABORTED)$/,
    failure: { kind: 'stopped', message: 'The request was stopped.' },
  },
  {
    codes: /^ECONNREFUSED$/,
    failure: {
      kind: 'unreachable',
      message: 'Nothing answers at this address: the connection was refused.',
      steps: ['Check that the server runs and that the port is right.', 'Run again.'],
    },
  },
  {
    codes: /^(ENOTFOUND|EAI_\w+|ENODATA)$/,
    failure: {
      kind: 'unreachable',
      message: 'The name in this address could not be found.',
      steps: ['Check its spelling, and that this machine is online.', 'Run again.'],
    },
  },
  {
    codes:
      /^(UND_ERR_CONNECT_TIMEOUT|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL)$/,
    failure: {
      kind: 'unreachable',
      message: 'No connection to this address could be made.',
      steps: ['Check the address, the network and any firewall in between.', 'Run again.'],
    },
  },
  {
    codes: /^(CERT_\w+|\w*SELF_SIGNED_CERT\w*|UNABLE_TO_\w+|ERR_TLS_CERT\w*|HOSTNAME_MISMATCH)$/,
    failure: {
      kind: 'unreachable',
      message: 'The certificate of this server could not be verified.',
      steps: ['Check the address, and whether the server’s certificate is valid for it.'],
    },
  },
  {
    codes: /^(EPROTO|ERR_SSL_\w+|ERR_TLS_\w+|HPE_\w+|HTTPParserError|UND_ERR_HEADERS_OVERFLOW)$/,
    failure: {
      kind: 'unreachable',
      message: 'Something answers at this address, but not in the protocol that the address names.',
      steps: ['Check whether it should begin with http:// or https://, and the port.'],
    },
  },
  {
    codes: /^(TimeoutError|TIMEOUT_ERR|UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT)$/,
    failure: {
      kind: 'timeout',
      message: 'The server stayed silent for too long.',
      steps: ['Run again.', 'Set a longer timeout if the model needs more time.'],
    },
  },
  {
    codes:
      /^(UND_ERR_SOCKET|ECONNRESET|EPIPE|ECONNABORTED|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|UND_ERR_DESTROYED|UND_ERR_CLOSED|Z_\w+|ERR_STREAM_PREMATURE_CLOSE)$/,
    failure: {
      kind: 'interrupted',
      message: 'The server closed the connection before its reply was complete.',
      steps: ['Run again.'],
    },
  },
]

/** Causes inside causes that are looked at; errors that wrap each other in a circle end there. */
const mostErrors = 16

/**
 * What a failed connection means, in plain words. Repeats nothing of the error's own text, which
 * may hold addresses; its code is kept as `code`.
 */
export function connectFailure(error: unknown): Failure {
  const errors = withCauses(error)
  const blocked = errors.find((one) => one instanceof BlockedAddressError)
  if (blocked) return blockedFailure(blocked.range, blocked.place)
  const codes = errors.flatMap(codesOf)
  for (const { codes: form, failure } of rows) {
    const code = codes.find((one) => form.test(one))
    if (code) return { ...failure, code }
  }
  return {
    kind: 'internal',
    message: 'The request failed for a reason that Nucleus does not know.',
  }
}

/** An error, its causes, and the errors it gathers (one per address that was tried). */
function withCauses(error: unknown): Error[] {
  const found: Error[] = []
  const open: unknown[] = [error]
  while (open.length > 0 && found.length < mostErrors) {
    const one = open.shift()
    if (!(one instanceof Error)) continue
    found.push(one)
    open.push(one.cause, ...(one instanceof AggregateError ? one.errors : []))
  }
  return found
}

function codesOf(error: Error): string[] {
  const code = 'code' in error && typeof error.code === 'string' ? [error.code] : []
  return [...code, error.name]
}

import 'server-only'
import keyVariables from '#lib/providers/key-variables.json'
import { fail, ok, type Failure, type Result } from '#lib/result.ts'
import { isKey, type Env } from './env.ts'
import type { GateContext } from './gate.ts'

/** A key and whose it is. */
export interface ChosenCredential {
  key: string
  source: 'user' | 'server'
}

/** What decides which key goes along. */
export interface CredentialQuestion {
  provider: string
  /** The base address, or any address below it. */
  target: URL
  /** The person's own key, with the origin that it was entered for. */
  credential?: { key: string; origin: string }
  env: Env
  gate: GateContext
}

/**
 * The key for a target, if any. A person's key goes only to the origin that it was entered for; a
 * server key only to its own base, and only for those who have access. Neither ever stands in for
 * the other: where the key at hand may not be sent, the run is refused instead. A key that the
 * person had remembered is used where none came along, and only for its own provider and origin.
 */
export function chooseCredential(
  question: CredentialQuestion,
): Result<ChosenCredential | undefined, Failure> {
  const { credential, target } = question
  if (credential) return userKey(credential, target)
  const { provider, env, gate } = question
  const remembered = gate.remembered?.(provider, target.origin)
  if (remembered !== undefined) return ok({ key: remembered, source: 'user' })
  const { key, base } = env.keys[provider] ?? {}
  if (key === undefined || base === undefined || !isBelow(target, new URL(base))) {
    return ok(undefined)
  }
  return gate.access ? ok({ key, source: 'server' }) : fail(withoutAccess(provider, env))
}

function userKey(
  { key, origin }: { key: string; origin: string },
  target: URL,
): Result<ChosenCredential, Failure> {
  if (origin !== target.origin) return fail(boundElsewhere(origin, target))
  return isKey(key) ? ok({ key, source: 'user' }) : fail(unsendable)
}

/** Whether `target` has the origin of `base` and lies at its path or below it. */
function isBelow(target: URL, base: URL): boolean {
  const path = base.pathname.replace(/\/+$/, '')
  const rest = target.pathname.slice(path.length)
  // Escapes below the base could mean another path to the server than they do to us.
  const plain = rest === '' || /^\/[\w./~-]*$/.test(rest)
  return target.origin === base.origin && target.pathname.startsWith(path) && plain
}

function boundElsewhere(origin: string, target: URL): Failure {
  const bound = URL.canParse(origin) ? new URL(origin).origin : 'another address'
  return {
    kind: 'forbidden',
    message: `This key was entered for ${bound} and is not sent to ${target.origin}.`,
    steps: [`Enter the key for ${target.origin}, or change the address back.`],
  }
}

const unsendable: Failure = {
  kind: 'invalid',
  message: 'The key holds characters that no key can have, or is too long.',
  steps: ['Copy the key again, without line breaks or spaces.'],
}

function withoutAccess(provider: string, env: Env): Failure {
  const variable = keyVariables.find((row) => row.provider === provider)?.key ?? 'the server key'
  return env.accessToken === undefined
    ? {
        kind: 'forbidden',
        message: `This Nucleus can be reached from other machines, so it does not use ${variable} for its visitors.`,
        steps: [
          'Enter a key of your own.',
          'An operator can set NUCLEUS_ACCESS_TOKEN and give the token to those who may use the server’s keys.',
        ],
      }
    : {
        kind: 'forbidden',
        message: `${variable} is used only with the access token of this Nucleus.`,
        steps: ['Enter the access token, or a key of your own.'],
      }
}

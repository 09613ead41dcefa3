import 'server-only'
import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fail, ok, type Result } from '#lib/result.ts'
import type { Env } from '../env.ts'

/** What remembered keys are sealed with. */
export interface SealingKey {
  /** 256 bits for AES-GCM. */
  bytes: Uint8Array
  /** A name for this key that tells nothing about it: 12 hexadecimal digits. */
  id: string
}

const fileName = '.cache/cookie-secret'

/**
 * The key that seals: from NUCLEUS_COOKIE_SECRET, else from a file that only this user can read and
 * that is made at its first use. The error says in a sentence why there is none.
 */
export function sealingKey(
  env: Pick<Env, 'cookieSecret'>,
  root: string = process.cwd(),
): Result<SealingKey, string> {
  if (env.cookieSecret !== undefined) return ok(derive(env.cookieSecret))
  const secret = secretOfFile(join(/* turbopackIgnore: true */ root, fileName))
  return secret.ok ? ok(derive(secret.value)) : secret
}

/** One key per purpose, so that the secret itself seals nothing (RFC 5869). */
function derive(secret: string): SealingKey {
  const bytes = new Uint8Array(hkdfSync('sha256', secret, '', 'nucleus: remembered keys', 32))
  const id = createHmac('sha256', bytes).update('cookie name').digest('hex').slice(0, 12)
  return { bytes, id }
}

const secretForm = /^[\da-f]{64}$/

function secretOfFile(file: string): Result<string, string> {
  try {
    const secret = read(file) ?? make(file)
    if (isOpenToOthers(file)) {
      return fail(`Other users can read ${fileName}; its mode must be 600.`)
    }
    return secretForm.test(secret) ? ok(secret) : fail(`${fileName} holds no secret; delete it.`)
  } catch {
    return fail(
      'This server can keep no secret: its operator can set NUCLEUS_COOKIE_SECRET, or let it write to its folder .cache.',
    )
  }
}

/** The content of a file; nothing where there is none. */
function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined
    throw error
  }
}

/** Makes the file; where another process was faster, its secret is the one. */
function make(file: string): string {
  const secret = randomBytes(32).toString('hex')
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, secret, { mode: 0o600, flag: 'wx' })
    return secret
  } catch (error) {
    if (isCode(error, 'EEXIST')) return readFileSync(file, 'utf8')
    throw error
  }
}

/** Windows keeps rights elsewhere than in the mode. */
function isOpenToOthers(file: string): boolean {
  return process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

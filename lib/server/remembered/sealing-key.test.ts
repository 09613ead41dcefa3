import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sealingKey } from './sealing-key.ts'

const posix = process.platform !== 'win32'
let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'nucleus-secret-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const file = () => join(root, '.cache/cookie-secret')

function keyOf(cookieSecret?: string) {
  const found = sealingKey(cookieSecret === undefined ? {} : { cookieSecret }, root)
  if (!found.ok) throw new Error(found.error)
  return found.value
}

describe('the sealing key', () => {
  it('comes from the environment, and then no file is made', () => {
    const secret = 'x'.repeat(32)
    expect(keyOf(secret)).toEqual(keyOf(secret))
    expect(keyOf(secret).bytes).toHaveLength(32)
    expect(keyOf(secret).id).toMatch(/^[\da-f]{12}$/)
    expect(keyOf('y'.repeat(32)).id).not.toBe(keyOf(secret).id)
    expect(Buffer.from(keyOf(secret).bytes).toString('latin1')).not.toContain('xxxx')
    expect(() => statSync(file())).toThrow('ENOENT')
  })

  it('else comes from a file that is made once, for this user alone', () => {
    const first = keyOf()
    expect(keyOf()).toEqual(first)
    expect(readFileSync(file(), 'utf8')).toMatch(/^[\da-f]{64}$/)
  })

  it.runIf(posix)('lies in a file with mode 600', () => {
    keyOf()
    expect(statSync(file()).mode & 0o777).toBe(0o600)
  })

  it('differs from one installation to the next', () => {
    const first = keyOf()
    rmSync(file())
    expect(keyOf().id).not.toBe(first.id)
  })

  it.runIf(posix)('is refused in a file that others can read', () => {
    keyOf()
    chmodSync(file(), 0o640)
    expect(sealingKey({}, root)).toMatchObject({
      ok: false,
      error: expect.stringContaining('mode must be 600') as string,
    })
  })

  it('is refused in a file that holds something else', () => {
    mkdirSync(join(root, '.cache'))
    writeFileSync(file(), 'short', { mode: 0o600 })
    expect(sealingKey({}, root)).toMatchObject({
      ok: false,
      error: expect.stringContaining('delete it') as string,
    })
  })

  it('is not to be had where nothing can be written, and the setting is named', () => {
    // A file where the folder should be stops every user, the superuser included.
    writeFileSync(join(root, '.cache'), '')
    expect(sealingKey({}, root)).toMatchObject({
      ok: false,
      error: expect.stringContaining('NUCLEUS_COOKIE_SECRET') as string,
    })
  })
})

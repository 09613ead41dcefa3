import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Unready } from './processes.mjs'
import {
  environmentFingerprint,
  environmentIsCurrent,
  findPython,
  isUsable,
  programOf,
} from './python.mjs'

describe('the Python that is found', () => {
  const pythons = (versions) => (name) =>
    versions[name] && { program: `/bin/${name}`, version: versions[name] }

  it('is the first that the packages have wheels for', () => {
    const found = findPython(pythons({ python3: [3, 10, 4], 'python3.12': [3, 12, 1] }), '')
    expect(found).toEqual({ program: '/bin/python3.12', version: [3, 12, 1] })
  })

  it('is the chosen one, and no other', () => {
    const ask = pythons({ python3: [3, 11, 0], mine: [3, 13, 0], old: [2, 7, 18] })
    expect(findPython(ask, 'mine').version).toEqual([3, 13, 0])
    expect(() => findPython(ask, 'old')).toThrow(Unready)
  })

  it('is asked for where there is none, and the unfit ones are named', () => {
    expect(() => findPython(() => undefined, '')).toThrow(/none was found/)
    expect(() => findPython(pythons({ python3: [3, 10, 4] }), '')).toThrow(/python3 is 3\.10\.4/)
  })

  it.each([
    [[3, 10, 9], false],
    [[3, 11, 0], true],
    [[3, 14, 2], true],
    [[3, 15, 0], false],
    [[2, 11, 0], false],
  ])('%j is usable: %s', (version, usable) => {
    expect(isUsable(version)).toBe(usable)
  })
})

describe('an environment', () => {
  const python = { program: '/bin/python3', version: [3, 11, 7] }
  let folder
  let list

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'nucleus-python-'))
    list = join(folder, 'requirements.txt')
    writeFileSync(list, 'a==1\n')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const complete = (fingerprint) => {
    mkdirSync(dirname(programOf(folder, 'python')), { recursive: true })
    writeFileSync(programOf(folder, 'python'), '')
    writeFileSync(join(folder, 'nucleus-stamp'), fingerprint)
  }

  it('is current while neither the list nor the Python has changed', () => {
    const wanted = environmentFingerprint(list, python)
    expect(environmentIsCurrent(folder, wanted)).toBe(false)
    complete(wanted)
    expect(environmentIsCurrent(folder, environmentFingerprint(list, python))).toBe(true)
    const newer = { ...python, version: [3, 11, 8] }
    expect(environmentIsCurrent(folder, environmentFingerprint(list, newer))).toBe(false)
    writeFileSync(list, 'a==2\n')
    expect(environmentIsCurrent(folder, environmentFingerprint(list, python))).toBe(false)
  })

  it('is not current when its Python is gone', () => {
    const wanted = environmentFingerprint(list, python)
    complete(wanted)
    rmSync(programOf(folder, 'python'))
    expect(environmentIsCurrent(folder, wanted)).toBe(false)
  })
})

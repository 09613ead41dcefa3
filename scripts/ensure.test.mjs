import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findBrowser } from './browser-path.mjs'
import { buildIsCurrent, dependenciesAreCurrent, ensureNode } from './ensure.mjs'
import { buildFingerprint } from './fingerprint.mjs'

let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'nucleus-ensure-'))
})

afterEach(() => rmSync(root, { recursive: true }))

function put(path, content) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content))
}

describe('the Node version', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('is enough with %s', (version) => {
    expect(() => ensureNode(version)).not.toThrow()
  })

  it.each(['18.20.8', '20.18.3', '8.0.0'])(
    'is too old with %s, and the message says so',
    (version) => {
      expect(() => ensureNode(version)).toThrow(
        `needs Node.js 20.19 or newer, and this is ${version}`,
      )
    },
  )
})

describe('dependencies', () => {
  const zod = { version: '4.6.7', integrity: 'sha512-z' }
  const binary = { version: '1.0.0', integrity: 'sha512-b', optional: true }

  function lock(packages) {
    put('package-lock.json', { packages: { '': { name: 'nucleus' }, ...packages } })
  }

  function install(packages) {
    put('node_modules/.package-lock.json', { packages })
    for (const path of Object.keys(packages)) put(`${path}/package.json`, {})
  }

  beforeEach(() => lock({ 'node_modules/zod': zod, 'node_modules/other-platform': binary }))

  it('are current when all of the lock is installed but what is for other machines', () => {
    install({ 'node_modules/zod': zod })
    expect(dependenciesAreCurrent(root)).toBe(true)
  })

  it('are missing without node_modules', () => {
    expect(dependenciesAreCurrent(root)).toBe(false)
  })

  it('are missing when npm was cut short before it wrote its list', () => {
    put('node_modules/zod/package.json', {})
    expect(dependenciesAreCurrent(root)).toBe(false)
  })

  it('are stale with another version, another content, or a package that was removed', () => {
    install({ 'node_modules/zod': { ...zod, version: '4.0.0' } })
    expect(dependenciesAreCurrent(root)).toBe(false)
    install({ 'node_modules/zod': { ...zod, integrity: 'sha512-other' } })
    expect(dependenciesAreCurrent(root)).toBe(false)
    install({ 'node_modules/zod': zod })
    rmSync(join(root, 'node_modules/zod'), { recursive: true })
    expect(dependenciesAreCurrent(root)).toBe(false)
  })

  it('are stale when the lock names one more', () => {
    install({ 'node_modules/zod': zod })
    lock({ 'node_modules/zod': zod, 'node_modules/next': { version: '16.4.5' } })
    expect(dependenciesAreCurrent(root)).toBe(false)
  })

  it('are stale when an optional one is installed in another version', () => {
    install({
      'node_modules/zod': zod,
      'node_modules/other-platform': { ...binary, version: '2.0.0' },
    })
    expect(dependenciesAreCurrent(root)).toBe(false)
  })
})

describe('the fingerprint of the build', () => {
  beforeEach(() => {
    put('app/page.tsx', 'page')
    put('lib/result.ts', 'result')
    put('package-lock.json', '{}')
  })

  it('changes with a source, a new file, a renamed file and the lock', () => {
    const seen = new Set([buildFingerprint(root)])
    put('app/page.tsx', 'page changed')
    seen.add(buildFingerprint(root))
    put('components/ui/button.tsx', 'button')
    seen.add(buildFingerprint(root))
    rmSync(join(root, 'lib/result.ts'))
    put('lib/results.ts', 'result')
    seen.add(buildFingerprint(root))
    put('package-lock.json', '{"changed":true}')
    seen.add(buildFingerprint(root))
    expect(seen.size).toBe(5)
  })

  it('stays with a changed test and with files that are no input', () => {
    const before = buildFingerprint(root)
    put('lib/result.test.ts', 'a test')
    put('README.md', 'words')
    put('.cache/build.json', '{}')
    expect(buildFingerprint(root)).toBe(before)
  })

  it('tells apart where one file ends and the next begins', () => {
    put('app/a.ts', 'xy')
    put('app/b.ts', '')
    const before = buildFingerprint(root)
    put('app/a.ts', 'x')
    put('app/b.ts', 'y')
    expect(buildFingerprint(root)).not.toBe(before)
  })
})

describe('a build', () => {
  it('is current only when it is complete, stamped, and of these sources', () => {
    expect(buildIsCurrent(root, 'abc')).toBe(false)
    put('.next/BUILD_ID', 'one')
    expect(buildIsCurrent(root, 'abc')).toBe(false)
    put('.cache/build.json', { sources: 'abc', build: 'one' })
    expect(buildIsCurrent(root, 'abc')).toBe(true)
    expect(buildIsCurrent(root, 'abd')).toBe(false)
  })

  it('is stale when somebody else has built since, or removed it', () => {
    put('.cache/build.json', { sources: 'abc', build: 'one' })
    expect(buildIsCurrent(root, 'abc')).toBe(false)
    put('.next/BUILD_ID', 'two')
    expect(buildIsCurrent(root, 'abc')).toBe(false)
  })
})

describe('the browser', () => {
  it('is the one CHROMIUM_PATH names', () => {
    put('chromium', '')
    expect(findBrowser(root, join(root, 'chromium'))).toBe(join(root, 'chromium'))
  })

  it('is refused with a reason when CHROMIUM_PATH names none', () => {
    expect(() => findBrowser(root, join(root, 'nothing'))).toThrow('there is no such file')
  })
})

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import {
  belowFloor,
  boundToRegistry,
  Lockfile,
  missingOptionals,
  securityFloor,
} from './lockfile.ts'

const file = fileURLToPath(new URL('../package-lock.json', import.meta.url))
const lock = Lockfile.parse(JSON.parse(readFileSync(file, 'utf8')))

function changed(change: (packages: Lockfile['packages']) => void): Lockfile {
  const copy = structuredClone(lock)
  change(copy.packages)
  return copy
}

function without(path: string): Lockfile {
  const kept = Object.entries(lock.packages).filter(([name]) => name !== path)
  return { packages: Object.fromEntries(kept) }
}

function withVersion(name: string, version: string): Lockfile {
  return changed((packages) => {
    packages[`node_modules/${name}`] = { ...packages[`node_modules/${name}`], version }
  })
}

describe('the lock file', () => {
  it('holds every optional package that its packages name', () => {
    const named = Object.values(lock.packages).flatMap((entry) =>
      Object.keys(entry.optionalDependencies ?? {}),
    )
    expect(named).toContain('@next/swc-win32-x64-msvc')
    expect(missingOptionals(lock)).toEqual([])
  })

  it('is found incomplete without a binary, its integrity, or its version', () => {
    const name = '@next/swc-darwin-arm64'
    const path = `node_modules/${name}`
    const found = [expect.stringContaining(`${name}@`)]
    const unsigned = changed((packages) => delete packages[path]?.integrity)
    expect(missingOptionals(without(path))).toEqual(found)
    expect(missingOptionals(unsigned)).toEqual(found)
    expect(missingOptionals(withVersion(name, '1.0.0'))).toEqual(found)
  })

  it('looks for a nested package before the one at the top', () => {
    const nested: Lockfile = {
      packages: {
        'node_modules/a': { optionalDependencies: { b: '1.0.0' } },
        'node_modules/a/node_modules/b': { version: '1.0.0', integrity: 'sha512-x' },
        'node_modules/b': { version: '2.0.0', integrity: 'sha512-y' },
      },
    }
    expect(missingOptionals(nested)).toEqual([])
    delete nested.packages['node_modules/a/node_modules/b']
    expect(missingOptionals(nested)).toEqual(['b@1.0.0 of node_modules/a'])
  })

  it('is bound to no registry', () => {
    expect(boundToRegistry(lock)).toEqual([])
    const path = 'node_modules/zod'
    const bound = changed((packages) => {
      packages[path] = { ...packages[path], resolved: 'https://registry.example/zod.tgz' }
    })
    expect(boundToRegistry(bound)).toEqual([path])
  })

  it('stands at or above the security floor', () => {
    expect(belowFloor(lock)).toEqual([])
  })

  it.each(Object.entries(securityFloor))('accepts %s at %s itself', (name, floor) => {
    expect(belowFloor(withVersion(name, floor))).toEqual([])
  })

  it.each([
    ['next', '16.3.2'],
    ['next', '15.9.9'],
    ['next', '16.3.3-canary.1'],
    ['react', '19.3.0'],
    ['react-dom', '19.2.9'],
  ])('is found too old with %s %s', (name, version) => {
    expect(belowFloor(withVersion(name, version))).toEqual([`${name} ${version}`])
  })

  it('is found too old when a package is missing', () => {
    expect(belowFloor(without('node_modules/react'))).toEqual(['react 0.0.0'])
  })
})

import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clockReadings, lintSuppressions, strayRootFiles } from './architecture.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const imports = 'eslint(no-restricted-imports)'
const globals = 'eslint(no-restricted-globals)'
const properties = 'eslint(no-restricted-properties)'
const cycle = 'import(no-cycle)'

interface Planted {
  law: string
  path: string
  source: string
  rule: string
}

const importing = (specifier: string) => `export { thing } from '${specifier}'\n`

function forbids(law: string, folder: string, specifiers: readonly string[]): Planted[] {
  return specifiers.map((specifier, index) => ({
    law: `${law}: ${specifier}`,
    path: `${folder}/${law.replaceAll(/\W+/g, '-')}-${index}.ts`,
    source: importing(specifier),
    rule: imports,
  }))
}

function forbidsCode(law: string, rule: string, expressions: readonly string[]): Planted[] {
  return expressions.map((expression, index) => ({
    law: `${law}: ${expression}`,
    path: `lib/parameters/${law.replaceAll(/\W+/g, '-')}-${index}.ts`,
    source: `export const thing = () => ${expression}\n`,
    rule,
  }))
}

const violations: Planted[] = [
  ...forbids('lib imports no framework', 'lib/parameters', [
    'react',
    'react-dom/server',
    'react-hook-form',
    'next',
    'next/headers',
    '@tanstack/react-query',
    '@codemirror/state',
  ]),
  ...forbids('lib imports no platform', 'lib/parameters', [
    'node:fs',
    'node:fs/promises',
    'undici',
    'server-only',
    'idb-keyval',
  ]),
  ...forbids('lib imports nothing above it', 'lib/parameters', [
    '#app/actions.ts',
    '#components/ui/button.tsx',
    '#lib/server/env.ts',
    '#lib/server/deep/env.ts',
    '../server/env.ts',
    '../../app/actions.ts',
    '../../components/ui/button.tsx',
  ]),
  ...forbids('the files of lib import nothing above them', 'lib', ['./server/env.ts']),
  ...forbids('lib/server imports nothing above it', 'lib/server', [
    '#app/actions.ts',
    '#components/ui/button.tsx',
    '../../app/actions.ts',
  ]),
  ...forbids('components import no server', 'components/reply', [
    '#lib/server/env.ts',
    '#app/actions.ts',
    '../../app/actions.ts',
    '../../lib/server/env.ts',
    'node:fs',
    'undici',
    'server-only',
    'next/headers',
  ]),
  ...forbids('ui knows no domain', 'components/ui', [
    '#lib/parameters/index.ts',
    '#lib/request/body.ts',
    '#components/reply/heatmap.tsx',
    '#lib/server/env.ts',
    '#app/actions.ts',
    '../reply/heatmap.tsx',
    'node:fs',
  ]),
  ...forbids('app does not import tests', 'app', ['#e2e/fixtures/test.ts', '../lib/result.ts']),
  ...forbids('browser tests stay outside', 'e2e/specs', [
    '#app/actions.ts',
    '#components/ui/button.tsx',
    '#lib/server/env.ts',
    '../../lib/result.ts',
  ]),
  ...forbidsCode('lib reads no environment', globals, [
    'process.env.HOME',
    'globalThis.process',
    "fetch('/')",
    'window.location',
    'document.title',
    'performance.now()',
    'crypto.randomUUID()',
    'setTimeout(thing, 1)',
    'localStorage.length',
    "Buffer.from('a')",
  ]),
  ...forbidsCode('lib reads no clock and no chance', properties, ['Date.now()', 'Math.random()']),
  ...forbidsCode('lib imports nothing late', imports, ["import('react')", "import('node:fs')"]),
  {
    law: 'no cycles',
    path: 'lib/request/circle-a.ts',
    source: "import { b } from '#lib/request/circle-b.ts'\nexport const a = () => b\n",
    rule: cycle,
  },
  {
    law: 'no cycles, through a type either',
    path: 'lib/request/circle-b.ts',
    source: "import type { a } from './circle-a.ts'\nexport const b = (of: typeof a) => of\n",
    rule: cycle,
  },
  {
    law: 'tests of lib import nothing above it',
    path: 'lib/request/above.test.ts',
    source: importing('#components/ui/button.tsx'),
    rule: imports,
  },
]

const legal: Record<string, string> = {
  'lib/result.ts': 'export const ok = 1\n',
  'lib/json/parse.ts': "export { ok as parse } from '#lib/result.ts'\n",
  'lib/parameters/scale.ts':
    "export { parse } from '#lib/json/parse.ts'\nexport { z } from 'zod'\n",
  'lib/parameters/date.ts': 'export const day = (seconds: number) => new Date(seconds * 1000)\n',
  'lib/parameters/scale.test.ts': "export { readFileSync } from 'node:fs'\n",
  'lib/server/env.ts':
    "export { ok } from '#lib/result.ts'\nexport { Agent } from 'undici'\nexport const now = () => Date.now()\n",
  'components/ui/button.tsx':
    "export { parse } from '#lib/json/parse.ts'\nexport { ok } from '#lib/result.ts'\nexport { useId } from 'react'\nexport { tab } from '#components/ui/tab.tsx'\n",
  'components/ui/tab.tsx': "export { ok as tab } from '#lib/result.ts'\n",
  'components/reply/heatmap.tsx':
    "export { tab } from '#components/ui/tab.tsx'\nexport { day } from '#lib/parameters/date.ts'\n",
  'app/page.tsx':
    "export { now } from '#lib/server/env.ts'\nexport { day } from '#components/reply/heatmap.tsx'\n",
  'e2e/specs/run.spec.ts': "export { day } from '#lib/parameters/date.ts'\n",
}

const Report = z.object({
  diagnostics: z.array(z.object({ code: z.string(), filename: z.string() })),
})

describe('the lint rules for the direction of imports', () => {
  let tree = ''
  let found = new Map<string, string[]>()

  beforeAll(() => {
    tree = mkdtempSync(join(tmpdir(), 'nucleus-laws-'))
    for (const name of ['.oxlintrc.json', 'package.json', 'tsconfig.json']) {
      copyFileSync(join(root, name), join(tree, name))
    }
    for (const { path, source } of violations) plant(tree, path, source)
    for (const [path, source] of Object.entries(legal)) plant(tree, path, source)
    found = lint(tree)
  })

  afterAll(() => rmSync(tree, { recursive: true }))

  it.each(violations)('$law', ({ path, rule }) => {
    expect(found.get(path) ?? []).toContain(rule)
  })

  it.each(Object.keys(legal))('let %s pass', (path) => {
    expect(found.get(path) ?? []).toEqual([])
  })
})

describe('the laws that no lint rule can state', () => {
  it('allow none of the files at the top level that would hide checks', () => {
    expect(strayRootFiles(['app', 'proxy.ts', 'middleware.js', 'instrumentation.ts'])).toHaveLength(
      3,
    )
    expect(strayRootFiles(['next.config.js', 'package.json'])).toEqual([])
    expect(strayRootFiles(readdirSync(root))).toEqual([])
  })

  it('see a clock that is read by Date', () => {
    expect(
      clockReadings('const a = 1\nconst b = new Date()\nconst c = Date( )\nf(new Date)'),
    ).toEqual([2, 3, 4])
    expect(clockReadings('new Date(seconds * 1000)\ntoDate()\nDate.parse(text)')).toEqual([])
  })

  it('let the pure part of lib read no clock', () => {
    const pure = sources('lib').filter((path) => !/^lib\/server\/|\.test\.ts$/.test(path))
    expect(pure.length).toBeGreaterThan(0)
    expect(pure.filter((path) => clockReadings(read(path)).length > 0)).toEqual([])
  })

  it('let no source silence the linter', () => {
    // Put together here, or this file would silence it.
    expect(lintSuppressions(`a\n// oxlint-${'disable'}-next-line no-eval\n`)).toEqual([2])
    const all = ['app', 'components', 'lib', 'e2e', 'scripts'].flatMap(sources)
    expect(all.filter((path) => lintSuppressions(read(path)).length > 0)).toEqual([])
  })
})

function plant(tree: string, path: string, source: string) {
  mkdirSync(dirname(join(tree, path)), { recursive: true })
  writeFileSync(join(tree, path), source)
}

/** The rules that were broken, by file. */
function lint(tree: string): Map<string, string[]> {
  const program = join(root, 'node_modules/oxlint/bin/oxlint')
  const { stdout } = spawnSync(process.execPath, [program, '-f', 'json'], {
    cwd: tree,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  const found = new Map<string, string[]>()
  for (const { code, filename } of Report.parse(JSON.parse(stdout)).diagnostics) {
    const path = filename.replaceAll('\\', '/')
    found.set(path, [...(found.get(path) ?? []), code])
  }
  return found
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|mjs)$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import keyVariables from '#lib/providers/key-variables.json'
import { writeCurl } from './curl.ts'
import { nastySettings, requestAt } from './nasty.fixture.ts'
import { writeOpenAiTypeScript } from './openai-typescript.ts'
import { startRecorder, type Recorder } from '#e2e/fixtures/recorder.ts'
import type { ExportRequest } from './request.ts'

const run = promisify(execFile)
const variables = Object.fromEntries(keyVariables.map(({ key }) => [key, `value-of-${key}`]))
const environment = { ...process.env, ...variables }

/** Milliseconds; a machine that is busy elsewhere may take its time. */
const patience = 60_000

let recorder: Recorder
let folder: string

beforeAll(async () => {
  recorder = await startRecorder()
  folder = await mkdtemp(join(tmpdir(), 'nucleus-export-'))
  await symlink(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'), 'junction')
})
afterAll(async () => {
  await recorder.close()
  await rm(folder, { recursive: true, force: true })
})

/** As many requests, each to a path of its own. */
function requests(name: string, count: number): ExportRequest[] {
  return fc
    .sample(nastySettings(), count)
    .map((settings, at) => requestAt(settings, `${recorder.origin}/${name}-${at}`))
}

function arrived({ url }: ExportRequest) {
  const { pathname, search } = new URL(url)
  const found = recorder.arrivals.filter((arrival) => arrival.url === pathname + search)
  expect(found, `requests to ${url}`).toHaveLength(1)
  return found[0]
}

function keyOf({ provider }: ExportRequest): string | undefined {
  return provider.keyVariable && `value-of-${provider.keyVariable}`
}

// The command is for a POSIX shell; Windows brings none along.
describe.skipIf(process.platform === 'win32')('curl, run by a shell', () => {
  it('sends what Nucleus sends, whatever stands in it', { timeout: patience }, async () => {
    const all = requests('curl', 40)
    // One shell runs them all; a command that fails ends it.
    const scripts = all.map((request) => writeCurl(request))
    const script = join(folder, 'all.sh')
    await writeFile(script, `set -e\n${scripts.join('\necho\n')}`)
    await run('bash', [script], { env: environment })
    for (const request of all) {
      const arrival = arrived(request)
      expect(JSON.parse(arrival?.text ?? '')).toEqual(request.body)
      const { auth } = request.provider
      const key = keyOf(request)
      expect(arrival?.headers['api-key']).toBe(auth === 'api-key' ? key : undefined)
      expect(arrival?.headers.authorization).toBe(auth === 'bearer' ? `Bearer ${key}` : undefined)
    }
  })

  it('sends a body that no argument could hold', { timeout: patience }, async () => {
    const content = `It's ${'long '.repeat(100_000)}\n'`
    const settings = {
      provider: 'openai' as const,
      model: 'm',
      messages: [{ role: 'user' as const, content }],
    }
    const request = requestAt(settings, `${recorder.origin}/huge`)
    const script = join(folder, 'huge.sh')
    await writeFile(script, writeCurl(request))
    await run('bash', [script], { env: environment })
    expect(JSON.parse(arrived(request)?.text ?? '')).toEqual(request.body)
  })
})

describe('TypeScript, run by node with the openai package', () => {
  it('sends what Nucleus sends, whatever stands in it', { timeout: patience }, async () => {
    const all = requests('script', 60)
    const modules = join(folder, 'modules')
    await mkdir(modules)
    for (const [at, request] of all.entries()) {
      await writeFile(join(modules, `${at}.mjs`), writeOpenAiTypeScript(request))
    }
    const imports = all.map((_, at) => `await import('./${at}.mjs')\n`).join('')
    await writeFile(join(modules, 'all.mjs'), imports)
    const { stdout } = await run(process.execPath, [join(modules, 'all.mjs')], { env: environment })
    expect(stdout).toBe('Hi\n'.repeat(all.length))
    for (const request of all) {
      const arrival = arrived(request)
      expect(JSON.parse(arrival?.text ?? '')).toEqual(request.body)
      const key = keyOf(request)
      const isAzure = request.provider.id === 'azure'
      const given = isAzure ? arrival?.headers['api-key'] : arrival?.headers.authorization
      expect(given).toBe(isAzure ? key : `Bearer ${key ?? 'none'}`)
    }
  })
})

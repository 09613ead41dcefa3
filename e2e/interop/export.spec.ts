import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import * as fc from 'fast-check'
import { expect, test as base } from 'playwright/test'
import { startRecorder, type Recorder } from '#e2e/fixtures/recorder.ts'
import { exporters, type Exporter } from '#lib/export/index.ts'
import { nastySettings, requestAt } from '#lib/export/nasty.fixture.ts'
import type { ExportRequest } from '#lib/export/request.ts'
import { checkRequest } from '#lib/request/check.ts'
import type { Settings } from '#lib/parameters/index.ts'
import keyVariables from '#lib/providers/key-variables.json' with { type: 'json' }
import { program, startProxyWith } from './fixtures/litellm.ts'
import { masterKey } from './fixtures/litellm-config.ts'

const run = promisify(execFile)
const keys = Object.fromEntries(keyVariables.map(({ key }) => [key, `value-of-${key}`]))

const test = base.extend<{ recorder: Recorder; folder: string }>({
  recorder: async ({}, use) => {
    const recorder = await startRecorder()
    await use(recorder)
    await recorder.close()
  },
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'nucleus-export-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
})

function write(id: Exporter['id'], request: ExportRequest): string {
  const exporter = exporters.find((one) => one.id === id)
  if (!exporter) throw new Error(`There is no form ${id}.`)
  return exporter.write(request)
}

/** Runs these programs, each as it stands, in one Python of the environment that LiteLLM is in. */
async function runInPython(folder: string, programs: readonly string[]): Promise<void> {
  const files = programs.map((_, at) => join(folder, `${at}.py`))
  await Promise.all(files.map((file, at) => writeFile(file, programs[at] ?? '')))
  const all = join(folder, 'all.py')
  await writeFile(all, 'import runpy, sys\nfor name in sys.argv[1:]:\n    runpy.run_path(name)\n')
  const python = join(dirname(program), 'python')
  const { PATH } = process.env
  await run(python, [all, ...files], {
    env: { NODE_ENV: 'test', PATH, ...keys, HOME: folder, LITELLM_LOCAL_MODEL_COST_MAP: 'True' },
    timeout: 150_000,
    maxBuffer: 50_000_000,
  })
}

/** Requests full of nasty texts, each to a path of its own. */
function requests(
  origin: string,
  name: string,
  count: number,
  change: (settings: Settings) => Settings = (settings) => settings,
): ExportRequest[] {
  // Python's clients cannot send half of a surrogate pair, which the page says.
  return fc
    .sample(nastySettings(false), { numRuns: count * 6, seed: 20_261_126 })
    .map(change)
    .filter((settings) => checkRequest(settings).ok)
    .slice(0, count)
    .map((settings, at) => requestAt(settings, `${origin}/${name}-${at}`))
}

function bodyOf(recorder: Recorder, { url }: ExportRequest): unknown {
  const { pathname, search } = new URL(url)
  const found = recorder.arrivals.filter((arrival) => arrival.url === pathname + search)
  expect(found, `requests to ${url}`).toHaveLength(1)
  return JSON.parse(found[0]?.text ?? '')
}

test.setTimeout(180_000)

test('the Python program for openai sends what Nucleus sends', async ({ recorder, folder }) => {
  const all = requests(recorder.origin, 'openai', 40)
  await runInPython(
    folder,
    all.map((request) => write('openai-python', request)),
  )
  for (const request of all) expect(bodyOf(recorder, request)).toEqual(request.body)
})

test('the Python program for litellm sends what Nucleus sends', async ({ recorder, folder }) => {
  // LiteLLM has no place for the query of an address, which the page says.
  const all = requests(
    recorder.origin,
    'litellm',
    25,
    ({ api_version: _version, ...settings }) => ({
      ...settings,
      provider: 'openai_compatible',
    }),
  )
  expect(all.length).toBeGreaterThan(15)
  await runInPython(
    folder,
    all.map((request) => write('litellm-python', request)),
  )
  for (const request of all) {
    // LiteLLM leaves out what is the default anyway.
    const { stream, ...others } = request.body
    const body = stream === false ? others : request.body
    expect(bodyOf(recorder, request)).toEqual(body)
  }
})

test('the config is taken by the proxy, and its parameters are the model’s defaults', async ({
  recorder,
}) => {
  const settings: Settings = {
    provider: 'openai_compatible',
    model: 'test-a',
    messages: [{ role: 'user', content: 'Hi' }],
    temperature: 0.3,
    stop: ['END', "it's: - #"],
    logit_bias: { 290: -100 },
    seed: 7,
    num_retries: 2,
    timeout: 45,
    extra_body: { own_key: { deep: ['yes', 'no', '1e3', '~'] } },
  }
  const request = requestAt(settings, recorder.origin)
  const proxy = await startProxyWith(write('litellm-config', request), {
    ...keys,
    LITELLM_MASTER_KEY: masterKey,
  })
  try {
    const answer = await fetch(`${proxy.base}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${masterKey}` },
      body: JSON.stringify({ model: 'test-a', messages: settings.messages }),
    })
    expect(await answer.json()).toMatchObject({ choices: [{ message: { content: 'Hi' } }] })
    expect(bodyOf(recorder, request)).toEqual(request.body)
    expect(recorder.arrivals[0]?.headers.authorization).toBe('Bearer value-of-OPENAI_LIKE_API_KEY')
  } finally {
    await proxy.stop()
  }
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { registry, type ParameterName } from '#lib/parameters/index.ts'
import { linkLimits, packLink } from './link-codec.ts'
import { linkFor, neverInLinks, readLink } from './link.ts'
import { starter } from './starter.ts'
import { settingsArbitrary } from './settings.arbitrary.ts'

async function open(fragment: string) {
  const read = await readLink(fragment)
  if (!read?.ok) throw new Error(read?.error ?? 'no link')
  return read.value
}

async function fragmentOf(value: unknown): Promise<string> {
  const packed = await packLink(value)
  if (!packed.ok) throw new Error(packed.error)
  return packed.value
}

describe('a link', () => {
  it('carries every valid preset there and back', async () => {
    await fc.assert(
      fc.asyncProperty(settingsArbitrary, async (settings) => {
        const made = await linkFor(settings)
        expect(made.ok).toBe(true)
        if (!made.ok) return
        const { api_base: _, ...expected } = settings
        expect(await open(made.value.fragment)).toEqual({ settings: expected, refused: [] })
      }),
      { numRuns: 200 },
    )
  })

  it('exercises every parameter in that law', () => {
    const seen = new Set<ParameterName>()
    fc.assert(
      fc.property(settingsArbitrary, (settings) => {
        // The arbitrary makes records of the registry's names only.
        for (const name of Object.keys(settings) as ParameterName[]) seen.add(name)
      }),
      { numRuns: 300, seed: 1 },
    )
    expect([...seen].toSorted()).toEqual(registry.map(({ name }) => name).toSorted())
  })

  it('opens for ever: a link of version 1 as it was first made', async () => {
    const golden =
      '1RcuxasNAEIThVxFTn0VSGMPWdpsqnS3CWRpkwen22NtLY_TuRoTgbvg_5oli-rtMNAiccXwseUbAqhMTBLmNia0e_unwuSNrjTMr5PqEaSIErdIQMGp2Zofgmyl1K7t41-adxSX32IYA51po0ZsR8tGfAio5QfbhWiBX3DICLl9nDAFJ52J6rxC3xgDX8vNux_1kjOsfby8'
    expect(await open(golden)).toEqual({
      settings: { ...starter, temperature: 0.7, stop: ['\n', 'END'], seed: 7 },
      refused: [],
    })
  })

  it('is refused without harm when it is damaged, too long or too new', async () => {
    expect(await readLink('1AAAA')).toMatchObject({ ok: false })
    expect(await readLink(`1${'A'.repeat(linkLimits.fragment)}`)).toMatchObject({ ok: false })
    expect(await readLink('2abc')).toEqual({
      ok: false,
      error: 'This link was made by a newer version of Nucleus.',
    })
    const whole = await fragmentOf(starter)
    expect(await readLink(whole.slice(0, -8))).toMatchObject({ ok: false })
  })

  it('does not expand a bomb', async () => {
    const bomb = new Blob([new Uint8Array(64_000_000)])
      .stream()
      .pipeThrough(new CompressionStream('deflate-raw'))
    const bytes = new Uint8Array(await new Response(bomb).arrayBuffer())
    const fragment = `1${Buffer.from(bytes).toString('base64url')}`
    expect(fragment.length).toBeLessThan(linkLimits.fragment)
    expect(await readLink(fragment)).toEqual({
      ok: false,
      error: 'This link unpacks to more than a preset can hold.',
    })
  })

  it('refuses prototype keys, addresses, credentials and strangers, and names each', async () => {
    const hostile = JSON.parse(`{
      "__proto__": {"polluted": true}, "api_base": "https://evil.example/v1", "api_key": "sk-1",
      "extra_body": {"a": {"authorization": "Bearer x"}}, "metadata": {"constructor": {"prototype": {}}},
      "mystery": 1, "temperature": 9, "top_p": 0.5
    }`) as unknown
    const { settings, refused } = await open(await fragmentOf(hostile))
    expect(settings).toEqual({ top_p: 0.5 })
    expect(refused.map(({ name }) => name).toSorted()).toEqual(
      [
        '__proto__',
        'api_base',
        'api_key',
        'extra_body',
        'metadata',
        'mystery',
        'temperature',
      ].toSorted(),
    )
    expect({}).not.toHaveProperty('polluted')
  })

  it('refuses what is nested beyond reason', async () => {
    let deep: unknown = 1
    for (let level = 0; level < 100; level += 1) deep = { deep }
    expect((await open(await fragmentOf({ extra_body: deep }))).refused[0]?.reason).toContain(
      'deep',
    )
  })

  it.each([...neverInLinks])('never carries %s', async (name) => {
    const made = await linkFor({ ...starter, [name]: 'https://a.example/v1' })
    expect(made).toMatchObject({ ok: true, value: { leftOut: [name] } })
  })
})

describe('a link written by hand', () => {
  it('sets parameters by name', async () => {
    expect(await open('temperature=1.2&top_p=0.9&logprobs=true&stop=END,%5Cn')).toEqual({
      settings: { temperature: 1.2, top_p: 0.9, logprobs: true, stop: ['END', '\n'] },
      refused: [],
    })
    expect((await open('messages=Tell+me+a+joke')).settings).toEqual({
      messages: [{ role: 'user', content: 'Tell me a joke' }],
    })
  })

  it('says what it could not use', async () => {
    const { settings, refused } = await open(
      'temperature=hot&top_p=2&api_base=https://evil.example&seed=7',
    )
    expect(settings).toEqual({ seed: 7 })
    expect(refused.map(({ name }) => name).toSorted()).toEqual(['api_base', 'temperature', 'top_p'])
  })

  it('is not seen in a fragment that makes no claim', async () => {
    expect(await readLink('')).toBeUndefined()
    expect(await readLink('conversation')).toBeUndefined()
  })
})

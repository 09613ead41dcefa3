import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { registry, type ParameterName, type Settings } from '#lib/parameters/index.ts'
import { dictionary2 } from './codec/dictionary-2.ts'
import { fileText, readFile } from './file.ts'
import { presetLimits } from './limits.ts'
import { packLink } from './link-codec.ts'
import { linkFor, readLink, type Opened } from './link.ts'
import type { Preset } from './preset.ts'
import { presetArbitrary } from './preset.arbitrary.ts'
import { settingsArbitrary } from './settings.arbitrary.ts'
import { starter } from './starter.ts'

function open(fragment: string): Opened {
  const read = readLink(fragment)
  if (!read?.ok) throw new Error(read?.error ?? 'no link')
  return read.value
}

function fragmentOf(preset: Preset): string {
  const made = linkFor(preset)
  if (!made.ok) throw new Error(made.error)
  return made.value
}

function packed(value: unknown): string {
  const made = packLink(value)
  if (!made.ok) throw new Error(made.error)
  return made.value
}

describe('a preset', () => {
  it('comes back from a link and from a file as it was', () => {
    fc.assert(
      fc.property(presetArbitrary, (preset) => {
        const same = { preset, refused: [], whole: true }
        expect(open(fragmentOf(preset))).toEqual(same)
        expect(readFile(fileText(preset))).toEqual({ ok: true, value: same })
      }),
      { numRuns: 200 },
    )
  }, 60_000)

  it('has every parameter in that law', () => {
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

  it.each<[string, Settings]>([
    ['a lone surrogate', { stop: ['\ud800', 'x\udfff'] }],
    ['1e308', { extra_body: { huge: 1e308, tiny: 5e-324 } }],
    ['every control character', { user: String.fromCharCode(...Array(32).keys()) }],
    ['keys without meaning', { metadata: { '': 1, ' ': 2, 'a.b': [null] } }],
  ])('keeps %s', (_, settings) => {
    expect(open(fragmentOf({ settings })).preset.settings).toEqual(settings)
    expect(readFile(fileText({ settings }))).toMatchObject({ value: { preset: { settings } } })
  })

  it('has 0 for −0, by rule', () => {
    const { settings } = open(fragmentOf({ settings: { frequency_penalty: -0 } })).preset
    expect(Object.is(settings.frequency_penalty, 0)).toBe(true)
  })

  it('with a prompt of 200 kB goes into a file, and into a link as far as one is long', () => {
    const prose = 'The river rises in the hills, and nobody asked it to. '
    const prompt = prose.repeat(200_000 / prose.length)
    const settings: Settings = { messages: [{ role: 'user', content: prompt }] }
    expect(readFile(fileText({ settings }))).toMatchObject({ value: { preset: { settings } } })
    expect(open(fragmentOf({ settings })).preset.settings).toEqual(settings)
    let noise = ''
    for (let at = 0; at < 50_000; at += 1)
      noise += String.fromCharCode(0x4e00 + ((at * 7919) % 20_000))
    expect(linkFor({ settings: { messages: [{ role: 'user', content: noise }] } })).toEqual({
      ok: false,
      error: 'This preset is too large for a link. Save it as a file instead.',
    })
  })
})

describe('a link of an older version', () => {
  it('opens for ever: version 1', () => {
    const golden =
      '1RcuxasNAEIThVxFTn0VSGMPWdpsqnS3CWRpkwen22NtLY_TuRoTgbvg_5oli-rtMNAiccXwseUbAqhMTBLmNia0e_unwuSNrjTMr5PqEaSIErdIQMGp2Zofgmyl1K7t41-adxSX32IYA51po0ZsR8tGfAio5QfbhWiBX3DICLl9nDAFJ52J6rxC3xgDX8vNux_1kjOsfby8'
    expect(open(golden)).toEqual({
      preset: { settings: { ...starter, temperature: 0.7, stop: ['\n', 'END'], seed: 7 } },
      refused: [],
      whole: true,
    })
  })

  it('opens for ever: version 2, and with a recorded run', () => {
    expect(
      open(
        '2gzs5CDjoogMcZQc1v7B28UHzCEVARaB2EWp31Qc0NwIcrXnUMAek4FHDXJAaXB1WUCVE_bDB8DHqgBvE4eDuB0btAKmAQAxE3QivL0lMAQA',
      ),
    ).toEqual({
      preset: {
        name: 'Rain, twice',
        description: 'The same rain.',
        authorNote: 'Look at “rain”.',
        unlocked: ['temperature'],
        settings: { ...starter, temperature: 0.7, stop: ['\n', 'END'], seed: 7 },
      },
      refused: [],
      whole: true,
    })
    const { run } = open(
      '2wylBiUMxrEcd_SoCju8AMyrJ4Yu1WwupPsxBAwDgDq6lqQEMwHq6hqDKFJ5oQA5D6vhC3Q80ClRRA1MUyDiIayD9XWD_BNQ-gneNQV0YaNUHLPmAhSC4dRQE9BPQ5GDgcCmQUgD1h4r1QFVsUmUJpFkCrPTBRSwQAAA.7-RPVBsg7G94DSnkIA',
    )
    expect(run).toMatchObject({ settings: { ...starter, seed: 7 }, took: 120 })
    expect(JSON.parse(run?.completion ?? '')).toMatchObject({
      model: 'm',
      choices: [{ message: { content: 'Rain falls.' }, finish_reason: 'stop' }],
    })
  })

  it('has the dictionary that it was made with', () => {
    expect(createHash('sha256').update(dictionary2).digest('hex')).toBe(
      'a42a0bbe91838e9f96a64b87af8a49465cff21e8a388ac69559acaee3028f688',
    )
  })
})

describe('a link', () => {
  it('is refused without harm when it is damaged, too long or too new', () => {
    expect(readLink('1AAAA')).toMatchObject({ ok: false })
    expect(readLink('2AAAA')).toMatchObject({ ok: false })
    expect(readLink(`2${'A'.repeat(presetLimits.fragment)}`)).toMatchObject({ ok: false })
    expect(readLink('3abc')).toEqual({
      ok: false,
      error: 'This link was made by a newer version of Nucleus.',
    })
    const whole = fragmentOf({ settings: starter })
    for (let cut = 2; cut < whole.length; cut += 1) {
      expect(() => readLink(whole.slice(0, cut))).not.toThrow()
    }
  })

  it('never throws, whatever it is', () => {
    const whole = fragmentOf({ settings: starter, name: 'A' })
    const flipped = fc.tuple(fc.nat(whole.length - 2), fc.constantFrom(...'AQgw_-z9'))
    const any = fc.oneof(
      fc.base64String().map((text) => `2${text.replaceAll(/[+/=]/g, '_')}`),
      flipped.map(([at, letter]) => `${whole.slice(0, at + 1)}${letter}${whole.slice(at + 2)}`),
      fc.webQueryParameters(),
      fc.json().map((json) => packed(JSON.parse(json))),
      fc.json().map((json) => packed({ settings: JSON.parse(json), unlocked: 7, name: [] })),
    )
    fc.assert(
      fc.property(any, (fragment) => {
        expect(() => readLink(fragment)).not.toThrow()
      }),
      { numRuns: 1000 },
    )
  })

  it('does not expand a bomb of either version', async () => {
    const bomb = new Blob([new Uint8Array(64_000_000)])
      .stream()
      .pipeThrough(new CompressionStream('deflate-raw'))
    const bytes = new Uint8Array(await new Response(bomb).arrayBuffer())
    for (const version of [1, 2]) {
      const fragment = `${version}${Buffer.from(bytes).toString('base64url')}`
      expect(fragment.length).toBeLessThan(presetLimits.fragment)
      expect(readLink(fragment)).toEqual({
        ok: false,
        error: 'This link unpacks to more than a preset can hold.',
      })
    }
  })

  it('refuses prototype keys, credentials and strangers, and names each', () => {
    const settings = JSON.parse(`{
      "__proto__": {"polluted": true}, "api_base": "https://user:pass@evil.example/v1", "api_key": "sk-1",
      "extra_body": {"a": {"authorization": "Bearer x"}}, "metadata": {"constructor": {"prototype": {}}},
      "mystery": 1, "temperature": 9, "top_p": 0.5
    }`) as unknown
    const { preset, refused } = open(packed({ settings, autorun: true, unlocked: ['__proto__'] }))
    expect(preset).toEqual({ settings: { top_p: 0.5 }, unlocked: [] })
    expect(refused.map(({ name }) => name).toSorted()).toEqual(
      [
        '__proto__',
        '__proto__',
        'api_base',
        'api_key',
        'autorun',
        'extra_body',
        'metadata',
        'mystery',
        'temperature',
      ].toSorted(),
    )
    expect({}).not.toHaveProperty('polluted')
  })

  it('refuses what is too deep or too much', () => {
    let deep: unknown = 1
    for (let level = 0; level < 1000; level += 1) deep = [deep]
    expect(readLink(packed({ settings: { extra_body: deep } }))).toMatchObject({ ok: false })
    const many = Object.fromEntries(Array.from({ length: 30_000 }, (_, at) => [`k${at}`, 0]))
    expect(() => readLink(packed({ settings: many }))).not.toThrow()
    expect(readLink(packed({ settings: {}, name: 'n'.repeat(101) }))).toMatchObject({
      value: { refused: [{ name: 'name', reason: 'This is longer than 100 characters.' }] },
    })
  })

  it.each([
    ['https://api.example.com/v1', true],
    ['http://203.0.113.7:8000/v1', false],
    ['http://8.8.8.8/v1', true],
    ['http://localhost:11434/v1', false],
    ['http://127.0.0.1:4000', false],
    ['http://[::1]:4000', false],
    ['http://192.168.1.5/v1', false],
    ['http://ollama:11434', false],
    ['https://litellm.corp.internal/v1', false],
    ['https://me:secret@api.example.com/v1', false],
    ['https://api.example.com/v1?key=secret', false],
  ])('carries the address %s: %s', (address, does) => {
    const { settings } = open(fragmentOf({ settings: { ...starter, api_base: address } })).preset
    expect(settings.api_base).toBe(does ? address : undefined)
  })
})

describe('a link written by hand', () => {
  it('sets parameters by name', () => {
    expect(open('temperature=1.2&top_p=0.9&logprobs=true&stop=END,%5Cn&name=Lab+3')).toEqual({
      preset: {
        name: 'Lab 3',
        settings: { temperature: 1.2, top_p: 0.9, logprobs: true, stop: ['END', '\n'] },
      },
      refused: [],
      whole: false,
    })
    expect(open('messages=Tell+me+a+joke').preset.settings).toEqual({
      messages: [{ role: 'user', content: 'Tell me a joke' }],
    })
  })

  it('says what it could not use', () => {
    const { preset, refused } = open(
      'temperature=hot&top_p=2&api_base=javascript:x&seed=7&top_k=NaN',
    )
    expect(preset.settings).toEqual({ seed: 7 })
    expect(refused.map(({ name }) => name).toSorted()).toEqual([
      'api_base',
      'temperature',
      'top_k',
      'top_p',
    ])
  })

  it('is not seen in a fragment that makes no claim', () => {
    expect(readLink('')).toBeUndefined()
    expect(readLink('conversation')).toBeUndefined()
  })
})

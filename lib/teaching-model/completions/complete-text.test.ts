import fc from 'fast-check'
import type OpenAI from 'openai'
import { describe, expect, it } from 'vitest'
import { forever, model, only } from '../reply/reply.fixture.ts'
import { createCandidates } from '../sampling/candidates.ts'
import { bytesOf, encode } from '../tokens.ts'
import { createText, readSoFar } from './topic-so-far.ts'
import { listsFrom, scoredChoice, textChunks, textReply } from './text.fixture.ts'

const rain = 'The rain falls on the roof and'
const known = fc.constantFrom(...model.vocabulary.filter((id) => id < 199_999))
const someIds = fc.array(known, { minLength: 1, maxLength: 40 })

/** The natural logarithm of a text's probability after its first token, step by step. */
function stepByStep(ids: readonly number[]): number {
  const candidates = createCandidates(model, ids)
  const text = createText(model, candidates, [])()
  const distribution = new Float64Array(candidates.ids.length)
  let sum = 0
  for (const [place, id] of ids.entries()) {
    const candidate = candidates.indexOf.get(id) ?? -1
    text.predict(distribution)
    expect(distribution.reduce((all, p) => all + p, 0)).toBeCloseTo(1, 9)
    if (place > 0) sum += Math.log(distribution[candidate] ?? 0)
    text.accept(candidate)
  }
  return sum
}

const sumOf = (logprobs: readonly (number | null)[]) =>
  logprobs.reduce<number>((sum, one) => sum + (one ?? 0), 0)

describe('a scored text', () => {
  it('has the probability that the distributions along it multiply to', () => {
    fc.assert(
      fc.property(someIds, (ids) => {
        const { logprobs } = scoredChoice({ prompt: ids, echo: true, max_tokens: 0 })
        expect(logprobs.token_logprobs[0]).toBeNull()
        expect(sumOf(logprobs.token_logprobs)).toBeCloseTo(stepByStep(ids), 9)
      }),
      { numRuns: 20 },
    )
  })

  it('does not depend on what comes after it', () => {
    fc.assert(
      fc.property(someIds, fc.nat(39), (ids, cut) => {
        const begin = ids.slice(0, Math.max(1, cut % ids.length))
        const score = (prompt: number[]) =>
          scoredChoice({ prompt, echo: true, max_tokens: 0, logprobs: 3 })
        const whole = score(ids)
        const part = listsFrom(score(begin), 0)
        expect(listsFrom(whole, 0).map((list) => list?.slice(0, begin.length))).toEqual(part)
      }),
      { numRuns: 20 },
    )
  })

  it.each(['raw_logprobs', 'processed_logprobs'])(
    'that was generated has the very log probabilities of its generation (%s)',
    (logprobs_mode) => {
      const settings = fc.record({
        prompt: fc.constantFrom(
          '',
          'Rain',
          rain,
          'Zebra 🦩 Kubernetes, said the sea',
          `${rain} `.repeat(6),
        ),
        seed: fc.nat(9999),
        temperature: fc.constantFrom(0.7, 1, 1.6),
        frequency_penalty: fc.constantFrom(0, 0.5),
      })
      fc.assert(
        fc.property(settings, (setting) => {
          const asked = { ...setting, logprobs_mode, logprobs: 5, max_tokens: 24, ...forever }
          const reply = scoredChoice(asked)
          const given = encode(setting.prompt)
          const prompt = [...given, ...reply.logprobs.token_ids]
          const score = scoredChoice({ ...asked, prompt, echo: true, max_tokens: 0 })
          const untold = given.length === 0 ? 1 : 0
          expect(listsFrom(score, given.length + untold)).toEqual(listsFrom(reply, untold))
        }),
        { numRuns: 12 },
      )
    },
  )

  it('says what fits better', () => {
    const mean = (prompt: string) => {
      const { token_logprobs } = scoredChoice({ prompt, echo: true, max_tokens: 0 }).logprobs
      return sumOf(token_logprobs) / (token_logprobs.length - 1)
    }
    expect(mean('The cat sat on the roof.')).toBeGreaterThan(mean('The roof cat the on sat.'))
  })

  it('is told as impossible where the chain leaves it no chance', () => {
    const { logprobs } = scoredChoice({
      prompt: rain,
      echo: true,
      max_tokens: 0,
      logprobs: 2,
      temperature: 0,
      logprobs_mode: 'processed_logprobs',
    })
    expect(logprobs.token_logprobs.slice(1).every((one) => one === 0 || one === -9999)).toBe(true)
    expect(logprobs.token_logprobs).toContain(-9999)
  })
})

describe('a text completion', () => {
  it('has OpenAI’s form, and goes on from the prompt without repeating it', () => {
    const { usage, ...rest } = textReply({ prompt: rain })
    const reply: Omit<OpenAI.Completion, 'choices'> = { ...rest, ...(usage ? { usage } : {}) }
    expect(reply).toMatchObject({ object: 'text_completion', id: 'chatcmpl-1' })
    const [choice] = textReply({ prompt: rain, ...forever }).choices
    expect(choice).toMatchObject({ index: 0, logprobs: null, finish_reason: 'length' })
    expect(choice?.text.startsWith(rain)).toBe(false)
    expect(reply.usage?.prompt_tokens).toBe(encode(rain).length)
  })

  it('gives 16 tokens unless told otherwise, and none with 0', () => {
    expect(textReply({ prompt: rain, ...forever }).usage?.completion_tokens).toBe(16)
    const none = textReply({ prompt: rain, echo: true, max_tokens: 0 })
    expect(none.choices).toEqual([
      { index: 0, text: rain, logprobs: null, finish_reason: 'length' },
    ])
    expect(none.usage).toMatchObject({ completion_tokens: 0, prompt_tokens: encode(rain).length })
  })

  it('goes on exactly where a part of it is given back, with the same seed', () => {
    fc.assert(
      fc.property(fc.nat(9999), fc.nat(20), (seed, cut) => {
        const asked = { seed, logprobs: 2, presence_penalty: 0.5, ...forever }
        const whole = scoredChoice({ ...asked, prompt: rain, max_tokens: 24 })
        const prompt = [...encode(rain), ...whole.logprobs.token_ids.slice(0, cut)]
        const rest = scoredChoice({ ...asked, prompt, max_tokens: 24 - cut })
        expect(listsFrom(rest, 0)).toEqual(listsFrom(whole, cut))
      }),
      { numRuns: 12 },
    )
  })

  it('answers every prompt of a list as if it were alone', () => {
    const prompt = [rain, 'Tea is', rain]
    const { choices, usage } = textReply({ prompt, n: 2, logprobs: 1 })
    expect(choices.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5])
    const tea = textReply({ prompt: 'Tea is', n: 2, logprobs: 1 }).choices
    expect(choices.slice(2, 4).map(({ text }) => text)).toEqual(tea.map(({ text }) => text))
    expect(choices[0]?.text).toBe(choices[4]?.text)
    expect(choices[0]?.text).not.toBe(choices[1]?.text)
    expect(usage?.prompt_tokens).toBe(2 * encode(rain).length + encode('Tea is').length)
    const ids = textReply({ prompt: prompt.map(encode), n: 2, logprobs: 1 })
    expect(ids.choices).toEqual(choices)
  })

  it('lists alternatives likeliest first, with the token itself, and where each token begins', () => {
    const { text, logprobs } = scoredChoice({ prompt: `Ça va? ${rain}`, echo: true, logprobs: 4 })
    expect(logprobs.top_logprobs.map((top) => top === null).indexOf(false)).toBe(1)
    logprobs.top_logprobs.slice(1).forEach((listed, index) => {
      const top = listed ?? {}
      const place = index + 1
      const { [logprobs.tokens[place] ?? '']: own } = top
      expect(own).toBe(logprobs.token_logprobs[place])
      expect([4, 5]).toContain(Object.keys(top).length)
    })
    const characters = Array.from(text)
    logprobs.tokens.forEach((token, place) => {
      const { [place]: from, [place + 1]: to } = logprobs.text_offset
      expect(characters.slice(from, to).join('')).toBe(token)
    })
  })

  it('keeps characters whole that its tokens share, echoed or not', () => {
    const flamingo = encode('🦩')
    expect(flamingo.length).toBeGreaterThan(1)
    const asked = {
      prompt: flamingo.slice(0, -1),
      max_tokens: 1,
      logprobs: 1,
      ...only(...flamingo.slice(-1)),
    }
    for (const echo of [true, false]) {
      const reply = scoredChoice({ ...asked, echo })
      expect(reply.text).toBe('🦩')
      expect(reply.logprobs.text_offset.every((offset) => offset === 0)).toBe(true)
      expect(reply.logprobs.token_ids).toEqual(echo ? flamingo : flamingo.slice(-1))
    }
    const cut = { prompt: flamingo.slice(0, -1), echo: true, max_tokens: 0 }
    expect(textReply(cut).choices[0]?.text).toBe('\uFFFD')
    expect(scoredChoice(cut).text).toBe('\uFFFD')
  })

  it('obeys stop sequences in what it adds only', () => {
    const whole = textReply({ prompt: rain, temperature: 0, max_tokens: 40 }).choices[0]?.text ?? ''
    const stop = whole.slice(8, 11)
    const asked = { prompt: `${stop}${rain}`, temperature: 0, echo: true, stop, max_tokens: 40 }
    const { text = '', finish_reason } = textReply(asked).choices[0] ?? {}
    expect(text.startsWith(asked.prompt)).toBe(true)
    expect(text.slice(asked.prompt.length)).not.toContain(stop)
    expect(finish_reason).toMatch(/stop|length/)
  })

  it('streams the same reply, with usage only when asked', () => {
    const asked = { prompt: [rain, 'Tea'], n: 2, echo: true, logprobs: 2 }
    const whole = textReply(asked)
    const streamed = { ...asked, stream: true }
    const chunks = textChunks({ ...streamed, stream_options: { include_usage: true } })
    expect(chunks.slice(0, -1).every(({ usage }) => usage === null)).toBe(true)
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: whole.usage })
    expect(textChunks(streamed).every((chunk) => !('usage' in chunk))).toBe(true)
    const texts = ['', '', '', '']
    for (const { choices } of chunks) for (const { index, text } of choices) texts[index] += text
    expect(texts).toEqual(whole.choices.map(({ text }) => text))
  })

  it('knows the topic by its own words', () => {
    const top = (prompt: string) =>
      Object.keys(
        scoredChoice({ prompt, logprobs: 8, max_tokens: 1, ...forever }).logprobs.top_logprobs[0] ??
          {},
      )
    expect(top('Clouds, drizzle and rain. The')).not.toEqual(top('Soup, onions and salt. The'))
  })

  it('reads the topic from whole steps, never ahead and at most 63 tokens behind', () => {
    fc.assert(
      fc.property(fc.nat(40_000), (length) => {
        const read = readSoFar(length)
        expect(read).toBeLessThanOrEqual(length)
        expect(length - read).toBeLessThan(Math.min(64, 1 + length / 8))
        expect(readSoFar(read)).toBe(read)
      }),
    )
  })

  it('scores bytes that are no text without losing any', () => {
    const ids = encode('🦩 é 日本')
    const { logprobs, text } = scoredChoice({ prompt: ids, echo: true, max_tokens: 0 })
    expect(logprobs.token_ids).toEqual(ids)
    expect(Buffer.from(ids.flatMap((id) => [...bytesOf(id)])).toString()).toBe(text)
  })
})

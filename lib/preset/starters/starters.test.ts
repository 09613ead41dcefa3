import { describe, expect, it } from 'vitest'
import { encode } from '#lib/teaching-model/tokens.ts'
import { replyTo, tokensOf } from '#lib/teaching-model/reply/reply.fixture.ts'
import { buildRequest } from '#lib/request/body.ts'
import { checkRequest } from '#lib/request/check.ts'
import type { AnySettings } from '#lib/parameters/descriptor.ts'
import { starterGroups } from './index.ts'

const starters = starterGroups.flatMap(({ presets }) => presets)

/** The reply to a preset, with changes to what it sets. */
function reply(id: string, changes: AnySettings = {}) {
  const starter = starters.find((one) => one.id === id)
  const request = checkRequest({ ...starter?.settings, ...changes })
  if (!request.ok) throw new Error(JSON.stringify(request.error))
  return replyTo({ ...buildRequest(request.value).body, stream: false })
}

function choice(id: string, changes: AnySettings = {}) {
  const first = reply(id, changes).choices[0]
  const tokens = tokensOf(first)
  const chance = (at: number) => Math.exp(tokens[at]?.logprob ?? Number.NaN)
  const listed = (at: number) =>
    Object.fromEntries(
      (tokens[at]?.top_logprobs ?? []).map(({ token, logprob }) => [token, Math.exp(logprob)]),
    )
  const surprisal = tokens.reduce((sum, { logprob }) => sum - logprob, 0) / tokens.length
  return {
    text: first?.message.content ?? '',
    finish: first?.finish_reason,
    first,
    tokens,
    chance,
    listed,
    surprisal,
  }
}

describe('the starter set', () => {
  it('has names and ids of its own, and says of each what it does and what to look at', () => {
    expect(starters.length).toBeGreaterThanOrEqual(14)
    expect(new Set(starters.map(({ id }) => id)).size).toBe(starters.length)
    expect(new Set(starters.map(({ name }) => name)).size).toBe(starters.length)
    for (const { description, authorNote } of starters) {
      expect(description).toMatch(/^[A-Z].*\.$/)
      expect(authorNote).toMatch(/^[A-Z“].*\.$/)
    }
  })

  it.each(starters.map((one) => [one.id, one] as const))(
    '%s may be sent and is answered',
    (id, { settings }) => {
      expect(settings).toMatchObject({ provider: 'teaching', model: 'nucleus-teaching-1' })
      expect(checkRequest(settings)).toMatchObject({ ok: true })
      for (const { message, finish_reason: reason } of reply(id).choices) {
        expect(message.content ?? message.tool_calls).toBeTruthy()
        expect(['stop', 'length', 'tool_calls']).toContain(reason)
      }
    },
  )

  it('names only presets that exist', () => {
    const names = new Set(starters.map(({ name }) => name))
    const quoted = starters.flatMap(({ authorNote }) =>
      [...authorNote.matchAll(/(?:[Oo]pen|with|of) “([A-Z][^”]+)”/g)].map(([, name]) => name),
    )
    expect(quoted.length).toBeGreaterThan(3)
    for (const name of quoted) expect(names).toContain(name)
  })
})

describe('what the notes on probabilities claim', () => {
  it('one label is sure and another a coin toss, each a single token', () => {
    const [sure, torn] = [choice('classify-sure'), choice('classify-torn')]
    expect([sure.text, sure.finish, sure.tokens.length]).toEqual(['negative', 'stop', 1])
    expect(sure.chance(0)).toBeGreaterThan(0.85)
    expect(torn.tokens).toHaveLength(1)
    const { positive = 0, negative = 0, neutral = 0 } = torn.listed(0)
    for (const one of [positive, negative, neutral]) expect(one).toBeCloseTo(1 / 3, 1)
  })

  it('raw and processed log probabilities tell differently of the same reply', () => {
    const [raw, processed] = [choice('raw-logprobs'), choice('processed-logprobs')]
    expect(processed.text).toBe(raw.text)
    expect(raw.chance(0)).toBeCloseTo(0.89, 1)
    expect(processed.chance(0)).toBeCloseTo(1, 9)
    expect(Object.keys(processed.listed(0))).toEqual(['The'])
    const certain = processed.tokens.filter((_, at) => processed.chance(at) > 0.999)
    expect(certain.length).toBeGreaterThan(processed.tokens.length / 2)
  })

  it('a begun reply goes on', () => {
    const { listed, text } = choice('continue-a-beginning')
    expect(text).toMatch(/^ has/)
    const { ' has': has = 0, ' falls': falls = 1 } = listed(0)
    expect(has / falls).toBeCloseTo(2, 1)
  })
})

describe('what the notes on sampling claim', () => {
  it('the creative poem is much more surprising than the precise one', () => {
    const [precise, creative] = [choice('precise'), choice('creative')]
    expect(precise.finish).toBe('stop')
    expect(precise.text.split('\n')).toHaveLength(4)
    expect(creative.surprisal).toBeGreaterThan(3 * precise.surprisal)
    const pale = precise.tokens.filter((_, at) => precise.chance(at) > 0.5)
    expect(pale.length).toBeGreaterThan(0.85 * precise.tokens.length)
  })

  it('the same seed gives the same reply, the next one another', () => {
    expect(choice('seed').text).toBe(choice('seed').text)
    expect(choice('seed', { seed: 8 }).text).not.toBe(choice('seed').text)
  })

  it('five haiku differ, and each has three lines', () => {
    const texts = reply('brainstorm').choices.map(({ message }) => message.content ?? '')
    expect(new Set(texts).size).toBe(5)
    for (const text of texts) expect(text.split('\n')).toHaveLength(3)
  })

  it('each cut keeps what it says, and makes the reply less surprising', () => {
    const hot = choice('flattened')
    for (const id of ['top-p', 'top-k', 'min-p']) {
      expect(choice(id).surprisal).toBeLessThan(hot.surprisal / 2)
    }
    const topK = choice('top-k')
    const best = topK.tokens.map(({ top_logprobs: top }) =>
      top.slice(0, 3).map(({ token }) => token),
    )
    for (const [at, { token }] of topK.tokens.entries()) expect(best[at]).toContain(token)
    expect(Math.min(...topK.tokens.map((_, at) => topK.chance(at)))).toBeLessThan(0.1)
    const minP = choice('min-p')
    for (const [at, { top_logprobs: top }] of minP.tokens.entries()) {
      const likeliest = Math.exp(top[0]?.logprob ?? 0)
      expect((minP.chance(at) / likeliest) ** (1 / 1.8)).toBeGreaterThanOrEqual(0.2 - 1e-9)
    }
  })
})

describe('what the notes on steering claim', () => {
  it('the banned word is absent, and present without the ban', () => {
    const spellings = [' the', 'the', 'The', ' The'].flatMap((one) => encode(one))
    const banned = starters.find(({ id }) => id === 'ban-a-word')?.settings.logit_bias
    expect(
      Object.keys(banned ?? {})
        .map(Number)
        .toSorted(),
    ).toEqual(spellings.toSorted())
    const without = choice('ban-a-word')
    expect(without.text).not.toMatch(/\bthe\b/i)
    expect(without.listed(0)['The']).toBeCloseTo(0.89, 1)
    expect(without.text).toMatch(/^- .*\n- /)
    expect(choice('ban-a-word', { logit_bias: undefined }).text).toMatch(/\bthe\b/i)
  })

  it('a bias tips a label, and another forces it; both leave the reported chances alone', () => {
    const pushed = choice('push-a-word')
    expect(pushed.text).toBe('neutral')
    const { positive = 0, negative = 0, neutral = 1 } = pushed.listed(0)
    expect(neutral).toBeLessThan(Math.min(positive, negative))
    expect(choice('push-a-word', { logit_bias: { '117131': -2 } }).text).not.toBe('neutral')
    const forced = choice('force-a-word')
    expect([forced.text, forced.finish]).toEqual(['neutral', 'length'])
    expect(forced.chance(0)).toBeCloseTo(0.05, 1)
    expect(choice('force-a-word', { temperature: 0, logit_bias: undefined }).text).toBe('negative')
  })

  it('one reply goes round in circles, the other leaves them', () => {
    const sentences = (id: string) =>
      choice(id)
        .text.split(/(?<=\.) /)
        .filter((one) => one.endsWith('.'))
    const [circling, leaving] = [sentences('in-circles'), sentences('penalties')]
    expect(new Set(circling).size).toBeLessThan(circling.length)
    expect(new Set(leaving).size).toBe(leaving.length)
    expect([choice('in-circles').finish, choice('penalties').finish]).toEqual(['length', 'length'])
  })

  it('the system message decides the form', () => {
    expect(choice('one-sentence').text).toMatch(/^The [^.]*\.$/)
    const list = choice('as-a-list')
    for (const line of list.text.split('\n')) expect(line).toMatch(/^- /)
    expect(list.chance(0)).toBeGreaterThan(0.95)
    const french = [
      { role: 'system', content: 'Greet in French.' },
      { role: 'user', content: 'Tell me about the sea.' },
    ]
    expect(choice('as-a-list', { messages: french }).text).toMatch(/^(Salut|Bonjour|La)/)
  })
})

describe('what the notes on forms claim', () => {
  it('the JSON has the facts of the sentence, and fixed parts are certain', () => {
    const { text, finish, chance } = choice('extract-json')
    expect(JSON.parse(text)).toEqual({ name: 'Anna Kowalska', age: 34, city: 'Gdansk' })
    expect(finish).toBe('stop')
    expect(chance(0)).toBeGreaterThan(0.99)
  })

  it('the tool is called with the city of the question', () => {
    const { first, finish } = choice('tool-call')
    expect(finish).toBe('tool_calls')
    const [call, ...more] = first?.message.tool_calls ?? []
    expect([call?.function.name, more.length]).toEqual(['get_weather', 0])
    expect(JSON.parse(call?.function.arguments ?? '')).toMatchObject({ city: 'Lisbon' })
  })

  it('the answer tells the numbers of the result', () => {
    expect(choice('tool-result').text).toMatch(/21/)
    expect(choice('tool-result').text).toMatch(/light rain/)
  })
})

describe('what the notes on endings claim', () => {
  it('a stop sequence ends the list, which would go on', () => {
    const { text, finish } = choice('stop-sequence')
    expect(text.trim().split('\n')).toHaveLength(3)
    expect([text.includes('4.'), finish]).toEqual([false, 'stop'])
    expect(choice('stop-sequence', { stop: undefined }).text.split('\n')).toHaveLength(5)
  })

  it('a limit ends the story', () => {
    const { tokens, finish, text } = choice('cut-short')
    expect([tokens.length, finish]).toEqual([24, 'length'])
    expect(text).not.toMatch(/[.!?"]$/)
  })

  it('nothing is told of tokens that was not asked for', () => {
    const { first, text } = choice('in-one-piece')
    expect(text).toMatch(/^Rain/)
    expect(first?.logprobs ?? null).toBeNull()
  })
})

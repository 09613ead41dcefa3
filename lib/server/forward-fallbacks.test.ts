import { afterEach, describe, expect, it } from 'vitest'
import type { RunEvent } from '#lib/reply/run-events.ts'
import {
  base,
  closeUpstreams,
  env,
  failureOf,
  gate,
  play,
  status,
  stepsOf,
  upstream,
  whole,
} from './fixtures/forwarding.ts'
import { forward } from './forward.ts'

afterEach(closeUpstreams)

describe('forward, with fallbacks', () => {
  it('turns to the fallbacks in order, with their overrides', async () => {
    const { endpoint, seen } = await upstream(status(500), status(404), whole)
    const events = await play(endpoint, {
      temperature: 1,
      fallbacks: ['b', { model: 'c', temperature: 0 }],
    })
    expect(seen.map(({ body }) => (JSON.parse(body) as { model: string }).model)).toEqual([
      'a',
      'b',
      'c',
    ])
    expect(JSON.parse(seen[2]?.body ?? '')).toMatchObject({ temperature: 0 })
    expect(
      events.flatMap((event) => (event.type === 'attempt' ? event.attempt.model : [])),
    ).toEqual(['a', 'b', 'c'])
  })

  it('sends a fallback at another provider to its own address with its own key, and nothing else of the first', async () => {
    const first = await upstream(status(503))
    const second = await upstream(whole)
    const credential = (endpoint: string, key: string) => ({
      key,
      origin: new URL(endpoint).origin,
    })
    const run = {
      steps: stepsOf({
        ...base,
        api_version: 'v1',
        top_k: 4,
        fallbacks: [{ model: 'b', provider: 'litellm', note: 'x' }],
      }),
      endpoint: first.endpoint,
      credential: credential(first.endpoint, 'first-key'),
      connections: {
        litellm: {
          endpoint: second.endpoint,
          credential: credential(second.endpoint, 'second-key'),
        },
      },
      env,
      gate,
      signal: new AbortController().signal,
    }
    const events: RunEvent[] = []
    for await (const event of forward(run)) events.push(event)
    expect(failureOf(events)).toBeUndefined()
    expect(first.seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer first-key'])
    expect(second.seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer second-key'])
    expect(JSON.parse(second.seen[0]?.body ?? '')).toEqual({
      model: 'b',
      messages: base.messages,
      top_k: 4,
      extra_body: { note: 'x' },
    })
    expect(JSON.stringify(events)).not.toMatch(/(first|second)-key/)
  })

  it('lets the teaching model stand in, and says what it was not sent', async () => {
    const { endpoint, seen } = await upstream(status(503))
    const events = await play(endpoint, {
      timeout: 5,
      user: 'u',
      max_tokens: 3,
      fallbacks: [{ model: 'nucleus-teaching-1', provider: 'teaching' }],
    })
    expect(seen).toHaveLength(1)
    expect(failureOf(events)).toBeUndefined()
    const attempts = events.flatMap((event) => (event.type === 'attempt' ? event.attempt : []))
    expect(attempts.map(({ number, provider }) => [number, provider])).toEqual([
      [1, 'openai_compatible'],
      [2, 'teaching'],
    ])
    expect(attempts[1]?.omitted.toSorted()).toEqual(['timeout', 'user'])
  })

  it('sends nothing at all where a fallback has no address that may be used', async () => {
    const { endpoint, seen } = await upstream(whole)
    const run = {
      steps: stepsOf({ ...base, fallbacks: [{ model: 'b', provider: 'litellm' }] }),
      endpoint,
      connections: { litellm: { endpoint: 'http://169.254.169.254/v1' } },
      env,
      gate,
      signal: new AbortController().signal,
    }
    const events: RunEvent[] = []
    for await (const event of forward(run)) events.push(event)
    expect(failureOf(events)?.kind).toBe('blocked')
    expect(seen).toEqual([])
  })

  it('says why the next try comes when it comes', async () => {
    const { endpoint } = await upstream(status(503), status(500), whole)
    const events = await play(endpoint, { num_retries: 1, fallbacks: ['b'] })
    const reasons = events.flatMap((event) => (event.type === 'retry' ? event.why : []))
    expect(reasons).toEqual(['retry-after', 'fallback'])
  })
})

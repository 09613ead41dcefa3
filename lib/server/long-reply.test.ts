import { afterEach, describe, expect, it } from 'vitest'
import type { RunEvent } from '#lib/reply/run-events.ts'
import { closeUpstreams, failureOf, play, typesOf, upstream } from './fixtures/forwarding.ts'

afterEach(closeUpstreams)

/** A whole reply of about so many characters. */
const completion = (characters: number) =>
  `{"id":"a","choices":[{"index":0,"message":{"content":"${'x'.repeat(characters)}"}}]}`

const answering = (text: string) =>
  upstream((response) => {
    response.setHeader('content-type', 'application/json')
    response.end(text)
  })

const dataOf = (events: RunEvent[]) =>
  events.flatMap((event) =>
    event.type === 'part' || event.type === 'completion' ? event.data : [],
  )

describe('a whole reply', () => {
  it('comes in parts where it is long, which joined are what was sent', async () => {
    const text = completion(3_500_000)
    const { endpoint } = await answering(text)
    const events = await play(endpoint)
    const pieces = dataOf(events)
    expect(pieces.length).toBeGreaterThan(3)
    expect(pieces.join('')).toBe(text)
    expect(typesOf(events).slice(-3)).toEqual(['part', 'completion', 'end'])
  })

  it('comes at once where it is not', async () => {
    const text = completion(900_000)
    const { endpoint } = await answering(text)
    expect(typesOf(await play(endpoint))).toEqual(['attempt', 'response', 'completion', 'end'])
  })

  it('that breaks off after its first part keeps what came, and is not asked for again', async () => {
    const { endpoint, seen } = await answering(completion(2_500_000).slice(0, -5))
    const events = await play(endpoint, { num_retries: 2 })
    expect(seen).toHaveLength(1)
    expect(failureOf(events)?.kind).toBe('interrupted')
    expect(typesOf(events)).not.toContain('completion')
    expect(dataOf(events).join('').length).toBeGreaterThan(2_000_000)
  })

  it('that is long and no completion is a failure, not a part of one', async () => {
    const { endpoint } = await answering(JSON.stringify({ detail: 'x'.repeat(2_500_000) }))
    const events = await play(endpoint)
    expect(failureOf(events)?.code).toBe('not_a_completion')
    expect(dataOf(events)).toEqual([])
  })

  it('may be larger than 64 MB, and ends with a plain word where it is larger than 256 MB', async () => {
    const { endpoint } = await upstream((response) => {
      response.setHeader('content-type', 'application/json')
      response.write('{"choices":[{"message":{"content":"')
      const more = () => {
        while (!response.closed && response.write('x'.repeat(1_000_000)));
        if (!response.closed) response.once('drain', more)
      }
      more()
    })
    const events = await play(endpoint)
    expect(failureOf(events)).toMatchObject({
      code: 'reply_too_long',
      message: 'The reply was longer than Nucleus reads. What arrived is kept.',
    })
    const read = dataOf(events).reduce((sum, data) => sum + data.length, 0)
    expect(read).toBeGreaterThan(254_000_000)
    expect(read).toBeLessThanOrEqual(256_000_000)
  }, 60_000)
})

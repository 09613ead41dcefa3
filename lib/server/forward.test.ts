import { afterEach, describe, expect, it } from 'vitest'
import type { RunEvent } from '#lib/reply/run-events.ts'
import {
  base,
  chunk,
  closeUpstreams,
  env,
  failureOf,
  gate,
  last,
  play,
  status,
  stepsOf,
  stream,
  typesOf,
  upstream,
  whole,
} from './fixtures/forwarding.ts'
import { forward } from './forward.ts'

afterEach(closeUpstreams)

describe('forward', () => {
  it('tells the attempt, the answer, the reply and the end, and keeps cookies to itself', async () => {
    const { endpoint, seen } = await upstream(whole)
    const events = await play(endpoint, { temperature: 0.5 })
    expect(typesOf(events)).toEqual(['attempt', 'response', 'completion', 'end'])
    expect(JSON.stringify(events)).not.toContain('set-cookie')
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({
      model: 'a',
      messages: base.messages,
      temperature: 0.5,
    })
    expect(seen[0]?.headers.authorization).toBeUndefined()
  })

  it('passes chunks on as they came', async () => {
    const { endpoint } = await upstream(stream(chunk, last, '[DONE]'))
    const events = await play(endpoint, { stream: true })
    expect(events.flatMap((event) => (event.type === 'chunk' ? event.data : []))).toEqual([
      chunk,
      last,
    ])
    expect(failureOf(events)).toBeUndefined()
  })

  it('is content with a stream that finished but did not say [DONE], not with one cut short', async () => {
    const finished = await upstream(stream(chunk, last))
    expect(failureOf(await play(finished.endpoint, { stream: true }))).toBeUndefined()
    const cut = await upstream(stream(chunk))
    expect(failureOf(await play(cut.endpoint, { stream: true }))?.kind).toBe('interrupted')
  })

  it('repeats what may succeed, as often as asked, and says so', async () => {
    const { endpoint, seen } = await upstream(status(503), status(429), whole)
    const events = await play(endpoint, { num_retries: 2 })
    expect(seen).toHaveLength(3)
    expect(typesOf(events).filter((type) => type === 'retry')).toHaveLength(2)
    expect(failureOf(events)).toBeUndefined()
  })

  it('does not repeat a bad request, nor beyond the number asked', async () => {
    const bad = await upstream(status(400))
    expect(failureOf(await play(bad.endpoint, { num_retries: 5, fallbacks: ['b'] }))).toMatchObject(
      { status: 400, message: 'no' },
    )
    expect(bad.seen).toHaveLength(1)
    const busy = await upstream(status(500))
    await play(busy.endpoint, { num_retries: 1 })
    expect(busy.seen).toHaveLength(2)
  })

  it('never starts over once part of the reply was shown', async () => {
    const { endpoint, seen } = await upstream(
      stream(chunk, '{"error":{"message":"overloaded","code":"503"}}'),
    )
    const events = await play(endpoint, { stream: true, num_retries: 3, fallbacks: ['b'] })
    expect(seen).toHaveLength(1)
    expect(failureOf(events)).toMatchObject({
      kind: 'upstream',
      message: 'overloaded',
      status: 503,
    })
  })

  it('follows no redirect', async () => {
    const other = await upstream(whole)
    const { endpoint } = await upstream(
      status(307, { location: `${other.endpoint}/chat/completions` }),
    )
    expect(failureOf(await play(endpoint))?.kind).toBe('blocked')
    expect(other.seen).toEqual([])
  })

  it('names a parameter as the form does, where the provider has another name for it', async () => {
    const { endpoint } = await upstream((response) => {
      response.writeHead(422, { 'content-type': 'application/json' })
      response.end('{"error":{"message":"Not a number","param":"random_seed"}}')
    })
    const events = await play('', { provider: 'mistral', api_base: endpoint, seed: 7 })
    expect(failureOf(events)).toMatchObject({ status: 422, param: 'seed' })
  })

  it('counts a try that lasts too long as timed out', async () => {
    const { endpoint } = await upstream(() => {})
    expect(failureOf(await play(endpoint, { timeout: 0.05 }))).toMatchObject({
      kind: 'timeout',
      param: 'timeout',
    })
  })

  it('stops while it waits for a retry', async () => {
    const { endpoint, seen } = await upstream(status(503, { 'retry-after-ms': '50000' }))
    const controller = new AbortController()
    const events: RunEvent[] = []
    const run = {
      steps: stepsOf({ ...base, num_retries: 3 }),
      endpoint,
      env,
      gate,
      signal: controller.signal,
    }
    for await (const event of forward(run)) {
      events.push(event)
      if (event.type === 'retry') controller.abort()
    }
    expect(failureOf(events)?.kind).toBe('stopped')
    expect(seen).toHaveLength(1)
  })

  it('refuses an address that is not allowed before anything is sent', async () => {
    const events = await play('http://10.0.0.1/v1')
    expect(typesOf(events)).toEqual(['failure', 'end'])
    expect(failureOf(events)?.kind).toBe('blocked')
  })
})

import { LLMock } from '@copilotkit/aimock'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { applyEvent } from '#lib/reply/reducer.ts'
import { createReply } from '#lib/reply/reply.ts'
import type { Request } from '#lib/request/check.ts'
import { base, env, gate, stepsOf } from './fixtures/forwarding.ts'
import { forward } from './forward.ts'

// A server in OpenAI's format that others wrote: what we believe of the format is not tested by us alone.
let mock: LLMock
beforeEach(async () => {
  mock = new LLMock({ port: 0, host: '127.0.0.1' })
  mock.onMessage('Hi', { content: 'Hello from elsewhere.' })
  await mock.start()
})
afterEach(() => mock.stop())

async function play(settings: Partial<Request>, endpoint = `${mock.url}/v1`) {
  const reply = createReply()
  const waits: number[] = []
  const run = {
    steps: stepsOf({ ...base, ...settings }),
    endpoint,
    credential: { key: 'k', origin: new URL(endpoint).origin },
    env,
    gate,
    signal: new AbortController().signal,
    wait: (ms: number) => Promise.resolve(waits.push(ms) > 0),
  }
  for await (const event of forward(run)) applyEvent(reply, event)
  return { reply, waits, seen: mock.getRequests() }
}

describe('an independent upstream', () => {
  it.each([true, false])('answers, streamed: %s', async (stream) => {
    const { reply, seen } = await play({ stream, temperature: 0.5 })
    expect(reply.failure).toBeUndefined()
    expect(reply.choices[0]).toMatchObject({
      content: 'Hello from elsewhere.',
      finishReason: 'stop',
    })
    expect(reply.raw.streamed).toBe(stream)
    expect(seen).toHaveLength(1)
    expect(seen[0]?.body).toMatchObject({ temperature: 0.5, stream, messages: base.messages })
  })

  it.each([429, 500])('is asked again after a %d', async (status) => {
    mock.nextRequestError(status, { message: 'Not now' })
    const { reply, waits, seen } = await play({ stream: true, num_retries: 2 })
    expect(reply.choices[0]?.content).toBe('Hello from elsewhere.')
    expect(reply.attempts.map((attempt) => attempt.status)).toEqual([status, 200])
    expect(waits).toHaveLength(1)
    expect(seen).toHaveLength(2)
  })

  it('is left alone after a bad request, and its words are passed on', async () => {
    mock.nextRequestError(400, { message: 'n must be 1', code: 'bad_n' })
    const { reply, seen } = await play({ num_retries: 2, fallbacks: ['b'] })
    expect(reply.failure).toMatchObject({ status: 400, message: 'n must be 1', code: 'bad_n' })
    expect(seen).toHaveLength(1)
  })

  it('takes requests for a deployment as Azure does', async () => {
    const azure = { provider: 'azure', model: 'my-gpt', api_version: '2025-04-01-preview' } as const
    const { reply, seen } = await play({ ...azure, stream: true }, mock.url)
    expect(reply.failure).toBeUndefined()
    expect(reply.choices[0]?.content).toBe('Hello from elsewhere.')
    expect(reply.attempts[0]?.request.url).toBe(
      `${mock.url}/openai/deployments/my-gpt/chat/completions?api-version=2025-04-01-preview`,
    )
    expect(reply.attempts[0]?.request.headers['api-key']).toBe('••••')
    expect(seen[0]?.path).toContain('/openai/deployments/my-gpt/chat/completions')
  })
})

import { describe, expect, it, vi } from 'vitest'
import { ok } from '#lib/result.ts'
import { serveTeaching } from './serve-teaching.ts'
import type { Endpoint } from './teaching-endpoints.ts'
import { atV1 } from './v1.ts'

/** More than there are places, so that a place that is not given back is missed. */
const visits = 70

/** An endpoint that says two words and then does what is wished. */
function endpointThat(goesOn: () => void, streamed: boolean): Endpoint<null, string> {
  return {
    parse: () => ok(null),
    *fit() {
      yield undefined
      return ok(1)
    },
    *run() {
      yield 'one'
      yield 'two'
      goesOn()
    },
    isStreamed: () => streamed,
    assemble: (chunks) => ({ text: chunks.join(' ') }),
    tokensIn: () => [[0, 1]],
  }
}

function broken(): never {
  throw new Error('A broken test.')
}

function ask(endpoint: Endpoint<null, string>, signal = new AbortController().signal) {
  const headers = { host: '127.0.0.1:3000', 'content-type': 'application/json' }
  const request = new Request('http://127.0.0.1:3000/v1/test', {
    method: 'POST',
    headers,
    body: '{}',
    signal,
  })
  return atV1((sent: Request) => serveTeaching(endpoint, sent))(request, undefined)
}

describe('a fault of ours', () => {
  it('in a whole reply is a 500 in OpenAI’s form, and gives its place back', async () => {
    const output = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    for (let visit = 0; visit < visits; visit++) {
      const response = await ask(endpointThat(broken, false))
      expect(response.status).toBe(500)
      const { error } = await response.json()
      expect(error).toMatchObject({ type: 'server_error', param: null, code: null })
      expect(error.message).not.toContain('broken test')
    }
    expect(output).toHaveBeenCalledTimes(visits)
  })

  it('in a stream breaks it off, and gives its place back', async () => {
    for (let visit = 0; visit < visits; visit++) {
      const response = await ask(endpointThat(broken, true))
      expect(response.status).toBe(200)
      await expect(response.text()).rejects.toThrow('broken test')
    }
  })
})

describe('a client that leaves', () => {
  it('ends its stream and gives its place back', async () => {
    for (let visit = 0; visit < visits; visit++) {
      const stop = new AbortController()
      const response = await ask(
        endpointThat(() => stop.abort(), true),
        stop.signal,
      )
      expect(response.status).toBe(200)
      await response.text().catch(() => 'left')
      expect(stop.signal.aborted).toBe(true)
    }
    const whole = await ask(endpointThat(() => {}, false))
    expect(await whole.json()).toEqual({ text: 'one two' })
  })

  it('before the reply begins gets none', async () => {
    for (let visit = 0; visit < visits; visit++) {
      const stop = new AbortController()
      const endpoint = endpointThat(broken, visit % 2 === 0)
      const leaving = {
        ...endpoint,
        *fit() {
          stop.abort()
          yield undefined
          return ok(1)
        },
      }
      const response = await ask(leaving, stop.signal)
      expect([200, 499]).toContain(response.status)
      await response.text().catch(() => 'left')
    }
    expect((await ask(endpointThat(() => {}, true))).status).toBe(200)
  })
})

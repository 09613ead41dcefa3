import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { applyEvent } from '#lib/reply/reducer.ts'
import { createReply } from '#lib/reply/reply.ts'
import type { Request } from '#lib/request/check.ts'
import type { Fault } from './fixtures/fault-row.ts'
import { faults } from './fixtures/faults.ts'
import { base, env, gate, stepsOf } from './fixtures/forwarding.ts'
import { forward } from './forward.ts'

const servers: Server[] = []
const sockets: Socket[] = []
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy()
  for (const server of servers.splice(0)) server.close()
})

/** Answers every request with the fault's bytes, whatever is asked, and counts the requests. */
async function broken({ raw, after }: Fault) {
  const seen = { requests: 0 }
  const server = createServer((socket) => {
    sockets.push(socket)
    socket.on('error', () => {})
    let text = ''
    let answered = false
    socket.on('data', (bytes) => {
      text += bytes.toString()
      const at = text.indexOf('\r\n\r\n')
      const length = Number(/content-length: (\d+)/i.exec(text)?.[1])
      if (answered || at < 0 || Buffer.byteLength(text.slice(at + 4)) < length) return
      answered = true
      seen.requests += 1
      if (after === 'reset') socket.resetAndDestroy()
      else if (after === 'close') socket.end(raw)
      else if (raw.length > 0) socket.write(raw)
    })
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A TCP server's address is never a text.
  const { port } = server.address() as AddressInfo
  return { seen, endpoint: `http://127.0.0.1:${port}/v1` }
}

const policies: Record<string, Partial<Request>> = {
  none: {},
  retry: { num_retries: 1 },
  fallback: { fallbacks: ['b'] },
}

async function play(fault: Fault, settings: Partial<Request>) {
  const { seen, endpoint } = await broken(fault)
  const reply = createReply()
  const waits: number[] = []
  const run = {
    steps: stepsOf({ ...base, ...settings }),
    endpoint,
    env,
    gate,
    signal: new AbortController().signal,
    limits: { idleMs: 60, lineCharacters: 4000 },
    wait: (ms: number) => Promise.resolve(waits.push(ms) > 0),
    random: () => 0,
  }
  for await (const event of forward(run)) applyEvent(reply, event)
  return { seen, reply, waits }
}

describe.each(faults)('$name', (fault) => {
  const cases = Object.keys(policies).flatMap((policy) =>
    [true, false].map((stream) => ({ policy, stream })),
  )
  it.each(cases)('with $policy, stream $stream', async ({ policy, stream }) => {
    const { seen, reply, waits } = await play(fault, { ...policies[policy], stream })
    const more = (policy === 'retry' && fault.retried) || (policy === 'fallback' && fault.fallsBack)
    expect(seen.requests).toBe(more ? 2 : 1)
    expect(reply.attempts).toHaveLength(seen.requests)
    expect(waits).toEqual(more ? [policy === 'retry' ? fault.waitMs : 0] : [])
    expect({ ...reply.failure }).toMatchObject({ ...fault.failure })
    expect(reply.failure === undefined).toBe(fault.failure === undefined)
    expect(reply.choices[0]?.content ?? '').toBe(fault.text)
  })
})

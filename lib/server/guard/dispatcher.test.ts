import type { LookupAddress } from 'node:dns'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { request, type Dispatcher } from 'undici'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Failure } from '#lib/result.ts'
import { parseAllowedTargets } from './allowed-targets.ts'
import { createGuardedDispatcher, guardedDispatcher, type Resolve } from './dispatcher.ts'
import { connectFailure } from './failures.ts'

let server: Server
let port: number
let connections: number
let requested: string[]

beforeEach(async () => {
  connections = 0
  requested = []
  server = createServer((incoming, response) => {
    requested.push(`${incoming.headers.host}${incoming.url}`)
    response.end('secret')
  })
  server.on('connection', () => (connections += 1))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A TCP server's address is never a text.
  port = (server.address() as AddressInfo).port
})

afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

/** Names and what they resolve to; counts how often it is asked. */
function resolver(names: Record<string, string[]>): Resolve & { asked: string[] } {
  const asked: string[] = []
  const resolve: Resolve = (hostname, _, callback) => {
    asked.push(hostname)
    const found = names[hostname]?.map(lookedUp) ?? []
    queueMicrotask(() => callback(found.length > 0 ? null : notFound(), found))
  }
  return Object.assign(resolve, { asked })
}

function lookedUp(address: string): LookupAddress {
  return { address, family: address.includes(':') ? 6 : 4 }
}

function notFound(): Error {
  return Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' })
}

async function call(host: string, dispatcher: Dispatcher): Promise<string | Failure> {
  try {
    const response = await request(`http://${host}:${port}/v1`, { dispatcher })
    return await response.body.text()
  } catch (error) {
    return connectFailure(error)
  }
}

const open = { allowLoopback: true }
const closed = { allowLoopback: false }

describe('guardedDispatcher', () => {
  it.each(['127.0.0.1', 'localhost'])(
    'reaches %s where the policy allows loopback',
    async (host) => {
      expect(await call(host, guardedDispatcher(open))).toBe('secret')
      expect(requested).toEqual([`${host}:${port}/v1`])
    },
  )

  it.each(['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '0.0.0.0', '[::1]'])(
    'opens no connection to %s where it does not',
    async (host) => {
      expect(await call(host, guardedDispatcher(closed))).toMatchObject({ kind: 'blocked' })
      expect(connections).toBe(0)
    },
  )

  it('refuses the unspecified address even where loopback is open', async () => {
    expect(await call('0.0.0.0', guardedDispatcher(open))).toMatchObject({ kind: 'blocked' })
    expect(connections).toBe(0)
  })

  it('has one dispatcher, and so one pool of sockets, for each policy', async () => {
    expect(guardedDispatcher({ allowLoopback: true })).toBe(guardedDispatcher(open))
    expect(guardedDispatcher(closed)).not.toBe(guardedDispatcher(open))
    expect(await call('127.0.0.1', guardedDispatcher(open))).toBe('secret')
    expect(await call('127.0.0.1', guardedDispatcher(closed))).toMatchObject({ kind: 'blocked' })
  })
})

describe('a name', () => {
  it('is resolved once and reached at the address that was checked', async () => {
    const resolve = resolver({ 'model.example': ['127.0.0.1'] })
    expect(await call('model.example', createGuardedDispatcher(open, resolve))).toBe('secret')
    expect(requested).toEqual([`model.example:${port}/v1`])
    expect(resolve.asked).toEqual(['model.example'])
  })

  it.each([
    [['127.0.0.1']],
    [['::1']],
    [['10.0.0.1']],
    [['169.254.169.254']],
    [['fd00:ec2::254']],
    [['::ffff:127.0.0.1']],
    [['64:ff9b::7f00:1']],
    [['0.0.0.0']],
    [['8.8.8.8', '127.0.0.1']],
    [['2606:4700::1111', '10.0.0.1']],
  ])('that leads to %j is refused before any connection', async (addresses) => {
    const dispatcher = createGuardedDispatcher(closed, resolver({ 'rebound.example': addresses }))
    expect(await call('rebound.example', dispatcher)).toMatchObject({ kind: 'blocked' })
    expect(connections).toBe(0)
  })

  it('that leads to a private address is refused where loopback is open, too', async () => {
    const dispatcher = createGuardedDispatcher(
      open,
      resolver({ 'intranet.example': ['192.168.0.9'] }),
    )
    const failure = await call('intranet.example', dispatcher)
    expect(failure).toMatchObject({ kind: 'blocked' })
    expect(JSON.stringify(failure)).not.toContain('192.168')
  })

  it('that changes its mind between two connections is checked each time', async () => {
    const answers = [['127.0.0.1'], ['10.0.0.1']]
    const resolve: Resolve = (_, __, callback) => {
      callback(null, (answers.shift() ?? []).map(lookedUp))
    }
    const dispatcher = createGuardedDispatcher(open, resolve)
    expect(await call('rebound.example', dispatcher)).toBe('secret')
    server.closeAllConnections()
    await expect.poll(() => call('rebound.example', dispatcher)).toMatchObject({ kind: 'blocked' })
    expect(requested).toHaveLength(1)
  })

  it('that is unknown is unreachable', async () => {
    const dispatcher = createGuardedDispatcher(open, resolver({}))
    expect(await call('nowhere.example', dispatcher)).toMatchObject({
      kind: 'unreachable',
      code: 'ENOTFOUND',
    })
  })

  it('without any address is refused', async () => {
    const dispatcher = createGuardedDispatcher(open, (_, __, callback) => callback(null, []))
    expect(await call('empty.example', dispatcher)).toMatchObject({ kind: 'blocked' })
  })
})

describe('what an operator opened', () => {
  const names = { 'box.internal': ['127.0.0.1'], 'other.internal': ['127.0.0.1'] }
  const calling = (host: string, rules: string) => {
    const policy = { allowLoopback: false, allowed: parseAllowedTargets(rules) ?? [] }
    return call(host, createGuardedDispatcher(policy, resolver(names)))
  }

  it('by name is reached wherever the name leads, at that port only', async () => {
    expect(await calling('box.internal', `box.internal:${port}`)).toBe('secret')
    expect(await calling('box.internal', 'box.internal')).toBe('secret')
    expect(await calling('box.internal', `box.internal:${port + 1}`)).toMatchObject({
      kind: 'blocked',
    })
    expect(await calling('other.internal', 'box.internal')).toMatchObject({ kind: 'blocked' })
    expect(connections).toBe(2)
  })

  it('by number is reached by that number, and by names that lead to it', async () => {
    expect(await calling('127.0.0.1', `127.0.0.1:${port}`)).toBe('secret')
    expect(await calling('box.internal', `127.0.0.0/8`)).toBe('secret')
    expect(await calling('box.internal', `127.0.0.1:${port}`)).toBe('secret')
    expect(await calling('box.internal', `127.0.0.1:${port + 1}`)).toMatchObject({
      kind: 'blocked',
    })
    expect(await calling('127.0.0.1', '10.0.0.0/8')).toMatchObject({ kind: 'blocked' })
    expect(connections).toBe(3)
  })

  it('is named in the refusal, with the host and port as they were written', async () => {
    const failure = JSON.stringify(await calling('box.internal', 'other.internal:1'))
    expect(failure).toContain(`NUCLEUS_ALLOWED_TARGETS=box.internal:${port}`)
    expect(failure).not.toContain('127.0.0.1:')
  })

  it('shares no sockets with what is open to others', () => {
    const allowed = parseAllowedTargets('box.internal') ?? []
    expect(guardedDispatcher({ allowLoopback: false, allowed })).not.toBe(guardedDispatcher(closed))
  })
})

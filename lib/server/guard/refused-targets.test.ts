import type { LookupAddress } from 'node:dns'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { request } from 'undici'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkAddress } from './address.ts'
import { createGuardedDispatcher, type Resolve } from './dispatcher.ts'
import { connectFailure } from './failures.ts'
import { isRedirect } from './redirect.ts'
import { redirects, refusedNames, writtenTargets } from '#e2e/fixtures/refused-targets.ts'

const closed = { allowLoopback: false }
let trap: Server
let port: number
let connections: number

beforeEach(async () => {
  connections = 0
  trap = createServer((socket) => {
    connections += 1
    socket.destroy()
  })
  await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve))
  // A TCP server's address is never a text.
  port = (trap.address() as AddressInfo).port
})

afterEach(() => new Promise((resolve) => trap.close(resolve)))

const resolveFromTable: Resolve = (hostname, _, callback) => {
  const found = refusedNames[hostname]?.[0] ?? []
  const addresses: LookupAddress[] = found.map((address) => ({
    address,
    family: address.includes(':') ? 6 : 4,
  }))
  queueMicrotask(() => callback(null, addresses))
}

/** What becomes of a request that only the connections themselves guard. */
async function connect(url: string): Promise<string> {
  const dispatcher = createGuardedDispatcher(closed, resolveFromTable)
  try {
    const response = await request(url, { dispatcher })
    return `answered ${response.statusCode}`
  } catch (error) {
    return connectFailure(error).kind
  }
}

describe('the table of refused targets', () => {
  it('has at least 80 rows, none twice', () => {
    const rows = [
      ...writtenTargets(80).map(([url]) => url),
      ...Object.keys(refusedNames),
      ...redirects(80).map(String),
    ]
    expect(new Set(rows).size).toBe(rows.length)
    expect(rows.length).toBeGreaterThanOrEqual(80)
  })

  it('is refused as written', () => {
    const wrong = writtenTargets(port).filter(([url, kind]) => {
      const checked = checkAddress(url, closed)
      return checked.ok || checked.error.kind !== kind
    })
    expect(wrong).toEqual([])
  })

  it('is refused by the connections alone, too', async () => {
    // Plain http is a matter of what is written; a connection knows only where it goes.
    const literal = writtenTargets(port).filter(
      ([url, kind]) =>
        kind === 'blocked' && !checkAddress(url.replace(/^http:/, 'https:'), closed).ok,
    )
    expect(literal.length).toBeGreaterThan(70)
    for (const [url] of literal) expect([url, await connect(url)]).toEqual([url, 'blocked'])
    expect(connections).toBe(0)
  })

  it.each(Object.keys(refusedNames))('holds for the name %s', async (name) => {
    for (const scheme of ['http', 'https']) {
      expect(await connect(`${scheme}://${name}:${port}/v1`)).toBe('blocked')
    }
    expect(connections).toBe(0)
  })

  it('counts every redirect as one', () => {
    for (const [status] of redirects(port)) expect(isRedirect(status)).toBe(true)
  })

  it('would see a connection if there were one', async () => {
    await request(`http://127.0.0.1:${port}/`).catch(() => {})
    expect(connections).toBe(1)
  })
})

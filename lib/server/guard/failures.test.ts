import { createServer } from 'node:http'
import {
  createServer as createTcpServer,
  type AddressInfo,
  type Server,
  type Socket,
} from 'node:net'
import { Agent, request, type Dispatcher } from 'undici'
import { afterEach, describe, expect, it } from 'vitest'
import type { Failure, FailureKind } from '#lib/result.ts'
import { BlockedAddressError } from './blocked.ts'
import { connectFailure } from './failures.ts'

function coded(code: string, cause?: unknown): Error {
  return Object.assign(new Error(`secret detail of ${code}`, { cause }), { code })
}

describe('connectFailure', () => {
  it.each<[string, FailureKind]>([
    ['ECONNREFUSED', 'unreachable'],
    ['ENOTFOUND', 'unreachable'],
    ['EAI_AGAIN', 'unreachable'],
    ['EHOSTUNREACH', 'unreachable'],
    ['ENETUNREACH', 'unreachable'],
    ['ETIMEDOUT', 'unreachable'],
    ['UND_ERR_CONNECT_TIMEOUT', 'unreachable'],
    ['CERT_HAS_EXPIRED', 'unreachable'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'unreachable'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'unreachable'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unreachable'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'unreachable'],
    ['EPROTO', 'unreachable'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'unreachable'],
    ['HPE_INVALID_CONSTANT', 'unreachable'],
    ['UND_ERR_HEADERS_TIMEOUT', 'timeout'],
    ['UND_ERR_BODY_TIMEOUT', 'timeout'],
    ['UND_ERR_SOCKET', 'interrupted'],
    ['ECONNRESET', 'interrupted'],
    ['EPIPE', 'interrupted'],
    ['UND_ERR_ABORTED', 'stopped'],
  ])('knows %s as %s, also as a cause of others', (code, kind) => {
    for (const error of [coded(code), new TypeError('fetch failed', { cause: coded(code) })]) {
      expect(connectFailure(error)).toMatchObject({ kind, code })
      expect(connectFailure(error).message).not.toContain('secret detail')
    }
  })

  it('tells a certificate, a wrong protocol and a refused connection apart', () => {
    const codes = ['CERT_HAS_EXPIRED', 'ERR_SSL_WRONG_VERSION_NUMBER', 'ECONNREFUSED', 'ENOTFOUND']
    expect(new Set(codes.map((code) => connectFailure(coded(code)).message)).size).toBe(4)
  })

  it('looks into the errors of all the addresses that were tried', () => {
    const tried = new AggregateError([coded('ENETUNREACH'), coded('ECONNREFUSED')])
    expect(connectFailure(new TypeError('x', { cause: tried }))).toMatchObject({
      code: 'ECONNREFUSED',
    })
  })

  it('knows a refused address, and names the setting', () => {
    const place = { hostname: 'box.example', port: 8000 }
    const failure = connectFailure(
      new Error('x', { cause: new BlockedAddressError('loopback', place) }),
    )
    expect(failure.kind).toBe('blocked')
    expect(failure.steps?.join(' ')).toContain('NUCLEUS_ALLOW_LOOPBACK')
    expect(failure.steps?.join(' ')).toContain('NUCLEUS_ALLOWED_TARGETS=box.example:8000')
  })

  it.each([new Error('secret detail'), new TypeError('x'), 'text', undefined, null, { code: 7 }])(
    'calls what it does not know a fault of ours: %s',
    (error) => {
      expect(connectFailure(error).kind).toBe('internal')
      expect(connectFailure(error).message).not.toContain('secret')
    },
  )

  it('comes to an end with errors that cause each other', () => {
    const one = new Error('one')
    one.cause = new Error('two', { cause: one })
    expect(connectFailure(one).kind).toBe('internal')
  })
})

describe('connectFailure, with real connections', () => {
  const servers: Server[] = []
  const sockets: Socket[] = []

  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy()
    await Promise.all(servers.splice(0).map((one) => new Promise((resolve) => one.close(resolve))))
  })

  async function listening(server: Server): Promise<number> {
    servers.push(server)
    server.on('connection', (socket: Socket) => sockets.push(socket))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    // A TCP server's address is never a text.
    return (server.address() as AddressInfo).port
  }

  async function failure(
    url: string,
    options: { dispatcher?: Dispatcher; signal?: AbortSignal } = {},
  ): Promise<Failure> {
    try {
      const response = await request(url, options)
      await response.body.text()
    } catch (error) {
      return connectFailure(error)
    }
    throw new Error('The request succeeded.')
  }

  it('knows a closed port', async () => {
    const server = createTcpServer()
    const port = await listening(server)
    await new Promise((resolve) => server.close(resolve))
    servers.pop()
    expect(await failure(`http://127.0.0.1:${port}`)).toMatchObject({
      kind: 'unreachable',
      code: 'ECONNREFUSED',
    })
  })

  it('knows a server that hangs up before it answers, and one that hangs up in the middle', async () => {
    const early = await listening(
      createTcpServer((socket) => socket.on('data', () => socket.destroy())),
    )
    expect(await failure(`http://127.0.0.1:${early}`)).toMatchObject({ kind: 'interrupted' })
    const late = await listening(
      createServer((_, response) => {
        response.writeHead(200, { 'content-length': '100' })
        response.write('half', () => response.destroy())
      }),
    )
    expect(await failure(`http://127.0.0.1:${late}`)).toMatchObject({ kind: 'interrupted' })
  })

  it('knows a server that does not speak TLS', async () => {
    const port = await listening(createServer((_, response) => response.end()))
    expect(await failure(`https://127.0.0.1:${port}`)).toMatchObject({ kind: 'unreachable' })
  })

  it('knows a server that does not speak HTTP', async () => {
    const port = await listening(createTcpServer((socket) => socket.end('220 mail ready\r\n')))
    expect(await failure(`http://127.0.0.1:${port}`)).toMatchObject({ kind: 'unreachable' })
  })

  it('knows silence, a deadline and a stop', async () => {
    const port = await listening(createServer())
    const dispatcher = new Agent({ headersTimeout: 50 })
    expect(await failure(`http://127.0.0.1:${port}`, { dispatcher })).toMatchObject({
      kind: 'timeout',
    })
    const deadline = AbortSignal.timeout(20)
    expect(await failure(`http://127.0.0.1:${port}`, { signal: deadline })).toMatchObject({
      kind: 'timeout',
    })
    const stop = AbortSignal.abort()
    expect(await failure(`http://127.0.0.1:${port}`, { signal: stop })).toMatchObject({
      kind: 'stopped',
    })
  })
})

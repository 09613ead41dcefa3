import { createServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { ensureFree, listens } from './listening.mjs'

const servers = []

afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve))
})

async function occupied() {
  const server = createServer()
  servers.push(server)
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { host: '127.0.0.1', port: server.address().port }
}

describe('a place to listen at', () => {
  it('is free once nothing listens there', async () => {
    const place = await occupied()
    await expect(ensureFree(place)).rejects.toThrow('is in use')
    await new Promise((resolve) => servers.pop().close(resolve))
    await expect(ensureFree(place)).resolves.toBeUndefined()
  })

  it('is waited for until something listens', async () => {
    const place = await occupied()
    await new Promise((resolve) => servers[0].close(resolve))
    let heard = false
    const waiting = listens(place, new AbortController().signal).then(() => (heard = true))
    expect(heard).toBe(false)
    await new Promise((resolve) => servers[0].listen(place.port, place.host, resolve))
    await waiting
    expect(heard).toBe(true)
  })

  it('is waited for no longer when the wait is given up', async () => {
    const place = await occupied()
    await new Promise((resolve) => servers.pop().close(resolve))
    const wait = new AbortController()
    const waiting = listens(place, wait.signal)
    wait.abort()
    await expect(waiting).resolves.toBeUndefined()
  })
})

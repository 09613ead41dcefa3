import { spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from './processes.mjs'

function start(variables) {
  return spawnSync(process.execPath, [join(projectRoot, 'scripts/start.mjs')], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', ...variables },
  })
}

describe('npm start', () => {
  it('says at a busy port how to take another, before anything else', async () => {
    const server = createServer()
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address()
    const { status, stdout, stderr } = start({ PORT: String(port) })
    server.close()
    expect(stderr).toContain(`Port ${port} is in use`)
    expect(stderr).toMatch(/PORT=\d+/)
    expect(stdout).toBe('')
    expect(status).toBe(1)
  })

  it('says what is wrong with a PORT', () => {
    const { status, stderr } = start({ PORT: 'three' })
    expect(stderr).toContain('PORT must be a whole number from 1 to 65535, and it is "three".')
    expect(status).toBe(1)
  })

  it('says what is wrong with a HOST', () => {
    // 192.0.2.0/24 is kept for documentation: no machine has it.
    const { status, stderr } = start({ HOST: '192.0.2.1', PORT: '3000' })
    expect(stderr).toContain('HOST is "192.0.2.1", which is not an address of this machine')
    expect(status).toBe(1)
  })
})

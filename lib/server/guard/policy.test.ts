import { describe, expect, it } from 'vitest'
import { readEnv } from '../env.ts'
import { addressPolicy } from './policy.ts'

describe('addressPolicy', () => {
  it.each([
    [{}, true],
    [{ NUCLEUS_ALLOWED_HOSTS: 'localhost:8080,[::1]:8080' }, true],
    [{ NUCLEUS_ALLOW_LOOPBACK: '0' }, false],
    [{ NUCLEUS_ALLOWED_HOSTS: 'localhost:8080,nucleus.example.com' }, false],
    [{ NUCLEUS_ALLOWED_HOSTS: 'nucleus.example.com', NUCLEUS_ALLOW_LOOPBACK: '1' }, false],
    [{ NUCLEUS_LISTENS_ON: '0.0.0.0' }, false],
    [{ NUCLEUS_LISTENS_ON: '', HOST: '127.0.0.1' }, false],
    [{ NUCLEUS_TRUST_PROXY: '1' }, false],
  ])('with %j, loopback is open: %s', (source, allowLoopback) => {
    const env = readEnv({ NUCLEUS_LISTENS_ON: '127.0.0.1', ...source })
    expect(env.ok && addressPolicy(env.value)).toEqual({ allowLoopback })
  })

  it('carries what the operator opened, whoever can reach Nucleus', () => {
    const env = readEnv({ NUCLEUS_ALLOWED_TARGETS: 'litellm.internal:4000' })
    expect(env.ok && addressPolicy(env.value)).toEqual({
      allowLoopback: false,
      allowed: [{ name: 'litellm.internal', port: 4000 }],
    })
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAddress } from './address.ts'
import { opensAddress, opensPlace, parseAllowedTargets } from './allowed-targets.ts'
import { dotted } from './ranges.arbitrary.ts'

function rules(text: string) {
  const targets = parseAllowedTargets(text)
  if (!targets) throw new Error(`not a list of targets: ${text}`)
  return targets
}

describe('parseAllowedTargets', () => {
  it.each([
    ['litellm.internal', [{ name: 'litellm.internal' }]],
    ['LiteLLM.Internal.:4000', [{ name: 'litellm.internal', port: 4000 }]],
    ['my_proxy:4000', [{ name: 'my_proxy', port: 4000 }]],
    ['localhost:11434', [{ name: 'localhost', port: 11_434 }]],
    ['10.0.0.5', [{ network: '10.0.0.5/32' }]],
    ['10.0.0.5:8000', [{ network: '10.0.0.5/32', port: 8000 }]],
    ['0x7f.1:80', [{ network: '127.0.0.1/32', port: 80 }]],
    ['10.20.0.0/16', [{ network: '10.20.0.0/16' }]],
    ['FD00::/8', [{ network: 'fd00::/8' }]],
    ['::1', [{ network: '::1/128' }]],
    ['[::1]:8000', [{ network: '::1/128', port: 8000 }]],
    [' a , b:1 ,', [{ name: 'a' }, { name: 'b', port: 1 }]],
  ])('reads %j', (text, targets) => expect(parseAllowedTargets(text)).toEqual(targets))

  it.each([
    'http://litellm.internal',
    'litellm.internal/v1',
    '*.internal',
    'user@litellm.internal',
    'a:0',
    'a:65536',
    'a:b',
    'a b',
    '10.0.0.0/33',
    '10/8',
    '256.0.0.0/8',
    'fd00::/129',
    '[::1',
    '.',
    'a,http://b',
  ])('refuses %j', (text) => expect(parseAllowedTargets(text)).toBeUndefined())
})

describe('a place that the operator opened', () => {
  it.each([
    ['litellm.internal:4000', 'litellm.internal', 4000, true],
    ['litellm.internal:4000', 'litellm.internal.', 4000, true],
    ['litellm.internal:4000', 'litellm.internal', 4001, false],
    ['litellm.internal', 'litellm.internal', 4001, true],
    ['litellm.internal', 'evil.litellm.internal', 4000, false],
    ['litellm.internal', 'litellm.internal.evil.example', 4000, false],
    ['10.0.0.0/8', '10.255.0.1', 80, true],
    ['10.0.0.0/8', '[::ffff:a00:1]', 80, true],
    ['10.0.0.0/8', '11.0.0.1', 80, false],
    ['10.0.0.0/8', '10.evil.example', 80, false],
    ['10.0.0.5:8000', '10.0.0.5', 8000, true],
    ['10.0.0.5:8000', '10.0.0.5', 80, false],
    ['[fd00::5]:8000', '[fd00::5]', 8000, true],
    ['fd00::/8', '[fe80::1]', 80, false],
    ['127.0.0.1:11434', 'localhost', 11_434, false],
  ])('with %s: %s at port %i: %s', (text, hostname, port, expected) => {
    expect(opensPlace({ hostname, port }, rules(text))).toBe(expected)
  })

  it('may be one that a name leads to, by its number only', () => {
    expect(opensAddress('10.0.0.5', 443, rules('10.0.0.0/8'))).toBe(true)
    expect(opensAddress('::ffff:10.0.0.5', 443, rules('10.0.0.0/8'))).toBe(true)
    expect(opensAddress('10.0.0.5', 443, rules('10.0.0.5:8000'))).toBe(false)
    expect(opensAddress('10.0.0.5', 443, rules('box.internal'))).toBe(false)
    expect(opensAddress('11.0.0.5', 443, rules('10.0.0.0/8'))).toBe(false)
  })

  it('passes the check of its address, plain http included, and no other does', () => {
    const policy = { allowLoopback: false, allowed: rules('litellm.internal:4000,10.20.0.0/16') }
    const kind = (url: string) => {
      const checked = checkAddress(url, policy)
      return checked.ok ? 'ok' : checked.error.kind
    }
    expect(kind('http://litellm.internal:4000/v1')).toBe('ok')
    expect(kind('http://10.20.3.4:8000/v1')).toBe('ok')
    expect(kind('http://litellm.internal/v1')).toBe('blocked')
    expect(kind('https://10.21.0.1/v1')).toBe('blocked')
    expect(kind('http://127.0.0.1:4000/v1')).toBe('blocked')
    expect(kind('http://user@litellm.internal:4000/v1')).toBe('invalid')
  })

  it('is never another one: only addresses of the network pass', () => {
    const allowed = rules('10.20.0.0/16')
    fc.assert(
      fc.property(fc.nat(2 ** 32 - 1), (number) => {
        const hostname = dotted(number)
        expect(opensPlace({ hostname, port: 80 }, allowed)).toBe(hostname.startsWith('10.20.'))
      }),
    )
  })
})

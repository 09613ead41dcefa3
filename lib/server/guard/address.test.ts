import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAddress } from './address.ts'
import {
  blockedNumber,
  blockedV6Address,
  loopbackNumber,
  notations,
  publicNumber,
  wrappings,
} from './ranges.arbitrary.ts'

const open = { allowLoopback: true }
const closed = { allowLoopback: false }
const scheme = fc.constantFrom('http', 'https')

function kindOf(url: string, policy = open): string {
  const checked = checkAddress(url, policy)
  return checked.ok ? 'ok' : checked.error.kind
}

describe('checkAddress', () => {
  it.each([
    ['https://api.openai.com/v1', 'https://api.openai.com/v1'],
    ['  https://API.OpenAI.com:443/v1/ ', 'https://api.openai.com/v1/'],
    ['https://8.8.8.8:8443', 'https://8.8.8.8:8443/'],
    ['https://[2606:4700::1111]/v1', 'https://[2606:4700::1111]/v1'],
    ['https://box.example/a/../v1', 'https://box.example/v1'],
  ])('gives %s as %s, loopback open or not', (url, href) => {
    for (const policy of [open, closed]) {
      const checked = checkAddress(url, policy)
      expect(checked.ok && checked.value.href).toBe(href)
    }
  })

  it.each([
    'http://localhost:8000/v1',
    'https://localhost/v1',
    'http://LOCALHOST:8000',
    'http://localhost.:8000',
    'http://vllm.localhost:8000',
    'http://127.0.0.1:4000/v1',
    'http://127.0.0.1.:4000/v1',
    'http://127.1:4000',
    'http://2130706433',
    'http://0x7f.1',
    'http://0177.0.0.1',
    'http://①②⑦.⓪.⓪.①',
    'http://ｌｏｃａｌｈｏｓｔ',
    'http://[::1]:8000',
    'http://[0:0:0:0:0:0:0:1]',
    'http://[::ffff:127.0.0.1]',
    'http://[::ffff:7f00:1]',
  ])('leaves %s to the policy', (url) => {
    expect(kindOf(url, open)).toBe('ok')
    expect(kindOf(url, closed)).toBe('blocked')
  })

  it.each([
    'http://169.254.169.254/latest/meta-data',
    'https://169.254.169.254',
    'https://[fd00:ec2::254]',
    'https://10.0.0.1',
    'https://192.168.1.10:8000',
    'https://172.16.0.1',
    'https://100.100.100.200',
    'https://0.0.0.0',
    'http://0',
    'https://[::]',
    'https://[::7f00:1]',
    'https://[64:ff9b::7f00:1]',
    'https://[2002:7f00:1::]',
    'https://224.0.0.1',
    'https://168.63.129.16',
  ])('always refuses %s', (url) => {
    expect(kindOf(url, open)).toBe('blocked')
    expect(kindOf(url, closed)).toBe('blocked')
  })

  it.each([
    'http://api.openai.com/v1',
    'http://8.8.8.8',
    'http://box:8000',
    'http://localhost.example',
  ])('refuses plain http to %s', (url) => expect(kindOf(url)).toBe('blocked'))

  it.each([
    '',
    'api.openai.com/v1',
    '//api.openai.com/v1',
    'ftp://api.openai.com',
    'file:///etc/passwd',
    'data:text/plain,x',
    'javascript:alert(1)',
    'https:api.openai.com',
    'https:/api.openai.com',
    'https://',
    'https://user@api.openai.com',
    'https://user:pass@api.openai.com',
    'https://@api.openai.com',
    'https://api.openai.com%40evil.example',
    String.raw`https://evil.example\@api.openai.com`,
    String.raw`https:\\api.openai.com`,
    'https://api.openai.com/v1?key=1',
    'https://api.openai.com/v1?',
    'https://api.openai.com/v1#x',
    'https://api.openai.com/v1#',
    'https://api.open ai.com',
    'https://api.ope\nnai.com',
    'https://api.ope\tnai.com',
    'https://api.openai.com:99999',
    'https://256.256.256.256',
    'https://[::1%25lo]',
    'https://[::1',
    `https://api.openai.com/${'a'.repeat(2048)}`,
  ])('finds %j no address at all', (url) => {
    expect(kindOf(url)).toBe('invalid')
  })

  it('repeats no password in its message', () => {
    expect(JSON.stringify(checkAddress('https://user:hunter2@box.example', open))).not.toContain(
      'hunter2',
    )
  })

  it('says which setting would open an address', () => {
    expect(JSON.stringify(checkAddress('http://127.0.0.1', closed))).toContain(
      'NUCLEUS_ALLOW_LOOPBACK',
    )
    expect(JSON.stringify(checkAddress('https://10.0.0.1', open))).toContain(
      'NUCLEUS_ALLOWED_TARGETS=10.0.0.1:443',
    )
  })

  it.each(Object.entries(notations))(
    'refuses every blocked IPv4 address, written %s',
    (_, write) => {
      fc.assert(
        fc.property(blockedNumber, scheme, fc.boolean(), (address, by, allowLoopback) => {
          expect(kindOf(`${by}://${write(address)}/v1`, { allowLoopback })).toBe('blocked')
        }),
      )
      fc.assert(
        fc.property(loopbackNumber, scheme, (address, by) => {
          expect(kindOf(`${by}://${write(address)}:8000`, closed)).toBe('blocked')
          expect(kindOf(`${by}://${write(address)}:8000`, open)).toBe('ok')
        }),
      )
      fc.assert(
        fc.property(publicNumber, (address) => kindOf(`https://${write(address)}`) === 'ok'),
      )
    },
  )

  it.each(Object.entries(wrappings))('refuses every blocked address inside a %s one', (_, wrap) => {
    fc.assert(
      fc.property(fc.oneof(blockedNumber, loopbackNumber), scheme, (address, by) => {
        expect(kindOf(`${by}://[${wrap(address)}]/v1`, closed)).toBe('blocked')
      }),
    )
  })

  it('refuses every address of a blocked IPv6 network', () => {
    fc.assert(
      fc.property(blockedV6Address, scheme, fc.boolean(), (address, by, allowLoopback) => {
        expect(kindOf(`${by}://[${address}]:8000/v1`, { allowLoopback })).toBe('blocked')
      }),
    )
  })

  it('never throws, and lets nothing but http and https through', () => {
    const text = fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.string().map((rest) => `https://${rest}`),
    )
    fc.assert(
      fc.property(text, (url) => {
        const checked = checkAddress(url, closed)
        const passed = checked.ok ? checked.value.href : 'https://refused/'
        expect(passed).toMatch(/^https:\/\/[^/@?#]+\/[^?#]*$/)
      }),
    )
  }, 30_000)
})

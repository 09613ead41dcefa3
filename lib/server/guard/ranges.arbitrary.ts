import * as fc from 'fast-check'

/** IPv4 networks that are never called, as the number of the first address and the prefix length. */
const blockedV4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['168.63.129.16', 32],
] as const

/** IPv6 networks that are never called, as 16-bit groups that every address in them begins with. */
const blockedV6 = [
  'fc00',
  'fd00:ec2',
  'fe80',
  'fec0',
  'ff02',
  '64:ff9b',
  '64:ff9b:1',
  '2002',
  '2001:0',
  '2001:db8',
  '3fff:0',
  '100:0:0:0',
  '0:0:0:0:0:0',
  '0:0:0:0:ffff:0',
  '4000',
  '5f00',
  'e000',
]

/** A 32-bit number as an IPv4 address. */
export function dotted(address: number): string {
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join('.')
}

/** A number inside an IPv4 network. */
function inside(base: string, prefix: number): fc.Arbitrary<number> {
  const first = base.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
  return fc.integer({ min: 0, max: 2 ** (32 - prefix) - 1 }).map((offset) => first + offset)
}

/** A 32-bit address in a blocked IPv4 network; loopback is not among them. */
export const blockedNumber = fc.oneof(...blockedV4.map(([base, prefix]) => inside(base, prefix)))

/** A 32-bit address in 127.0.0.0/8. */
export const loopbackNumber = inside('127.0.0.0', 8)

/** A 32-bit address that is none of the above. */
export const publicNumber = fc
  .oneof(
    inside('1.0.0.0', 8),
    inside('8.0.0.0', 8),
    inside('34.0.0.0', 8),
    inside('104.16.0.0', 13),
  )
  .filter((address) => dotted(address) !== '168.63.129.16')

/** An address in a blocked IPv6 network, without brackets. `::` is, `::1` and mapped ones are not. */
export const blockedV6Address = fc
  .tuple(fc.constantFrom(...blockedV6), fc.array(fc.nat(0xffff), { minLength: 8, maxLength: 8 }))
  .map(([start, rest]) =>
    [...start.split(':'), ...rest.map((group) => group.toString(16))].slice(0, 8).join(':'),
  )
  .filter((address) => address !== '0:0:0:0:0:0:0:1')

/** Ways to write an IPv4 address in a URL, all of which browsers and servers understand. */
export const notations: Record<string, (address: number) => string> = {
  dotted,
  decimal: String,
  hexadecimal: (address) => `0x${address.toString(16)}`,
  octal: (address) => `0${address.toString(8)}`,
  'hexadecimal parts': (address) =>
    dotted(address)
      .split('.')
      .map((part) => `0x${Number(part).toString(16)}`)
      .join('.'),
  'octal parts': (address) =>
    dotted(address)
      .split('.')
      .map((part) => `0${Number(part).toString(8)}`)
      .join('.'),
  'two parts': (address) => `${address >>> 24}.${address & 0xffffff}`,
  'three parts': (address) => `${address >>> 24}.${(address >>> 16) & 255}.${address & 0xffff}`,
  'full width': (address) =>
    dotted(address).replaceAll(/\d/g, (digit) => '０１２３４５６７８９'[Number(digit)] ?? ''),
  'ideographic dots': (address) => dotted(address).replaceAll('.', '。'),
  'percent-encoded': (address) => dotted(address).replaceAll(/\d/g, (digit) => `%3${digit}`),
  'dot at the end': (address) => `${dotted(address)}.`,
}

/** Ways to put an IPv4 address inside an IPv6 address, without brackets. */
export const wrappings: Record<string, (address: number) => string> = {
  mapped: (address) => `::ffff:${dotted(address)}`,
  'mapped, in groups': (address) => `0:0:0:0:0:ffff:${groups(address)}`,
  compatible: (address) => `::${dotted(address)}`,
  translated: (address) => `::ffff:0:${dotted(address)}`,
  NAT64: (address) => `64:ff9b::${dotted(address)}`,
  'local NAT64': (address) => `64:ff9b:1::${dotted(address)}`,
  '6to4': (address) => `2002:${groups(address)}::1`,
  Teredo: (address) => `2001:0:${groups(address)}::1`,
}

function groups(address: number): string {
  return `${(address >>> 16).toString(16)}:${(address & 0xffff).toString(16)}`
}

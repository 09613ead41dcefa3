import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rangeOf } from './address-range.ts'
import {
  blockedNumber,
  blockedV6Address,
  dotted,
  loopbackNumber,
  publicNumber,
  wrappings,
} from './ranges.arbitrary.ts'

describe('rangeOf', () => {
  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '172.15.255.255',
    '172.32.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '169.253.255.255',
    '192.169.0.1',
    '168.63.129.15',
    '223.255.255.255',
    '2606:4700::1111',
    '2a00:1450:4001::1',
  ])('takes %s for public', (address) => {
    expect(rangeOf(address)).toBe('public')
  })

  it.each([
    '127.0.0.1',
    '127.255.255.254',
    '::1',
    '0:0:0:0:0:0:0:1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
  ])('takes %s for loopback', (address) => expect(rangeOf(address)).toBe('loopback'))

  it.each([
    '0.0.0.0',
    '10.0.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '169.254.170.2',
    '100.100.100.200',
    '168.63.129.16',
    '192.0.0.192',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::7f00:1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
    'ff02::1',
    '',
    'localhost',
    'not an address',
  ])('takes %j for special', (address) => {
    expect(rangeOf(address)).toBe('special')
  })

  it('calls every address of a blocked network special', () => {
    fc.assert(
      fc.property(fc.oneof(blockedNumber.map(dotted), blockedV6Address), (address) => {
        expect(rangeOf(address)).toBe('special')
      }),
    )
  })

  it('calls all of 127.0.0.0/8 loopback and ordinary addresses public', () => {
    fc.assert(
      fc.property(loopbackNumber, publicNumber, (here, elsewhere) => {
        expect(rangeOf(dotted(here))).toBe('loopback')
        expect(rangeOf(dotted(elsewhere))).toBe('public')
      }),
    )
  })

  it.each(Object.entries(wrappings))('takes no %s address for public', (_, wrap) => {
    fc.assert(
      fc.property(fc.oneof(loopbackNumber, publicNumber), blockedNumber, (inside, blocked) => {
        expect(rangeOf(wrap(inside))).not.toBe('public')
        expect(rangeOf(wrap(blocked))).toBe('special')
      }),
    )
  })
})

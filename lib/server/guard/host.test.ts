import { describe, expect, it } from 'vitest'
import { isLoopbackName, parseHost } from './host.ts'

describe('parseHost', () => {
  it.each([
    ['localhost', { name: 'localhost' }],
    ['Box.Example:8443', { name: 'box.example', port: 8443 }],
    ['127.0.0.1:80', { name: '127.0.0.1', port: 80 }],
    ['[::1]:3000', { name: '[::1]', port: 3000 }],
    ['[0:0:0:0:0:0:0:1]', { name: '[::1]' }],
  ])('reads %s', (text, host) => {
    expect(parseHost(text)).toEqual(host)
  })

  it.each([
    '',
    ' localhost',
    'http://localhost',
    'localhost:',
    'localhost:0',
    'localhost:65536',
    'localhost:x',
    'localhost/',
    'a@b',
    '*.example',
    '::1',
    '[::1',
    '[::1%25lo]',
    '256.1.1.1',
    'a b',
    'a\nb',
    'žluť',
    'a_b',
  ])('refuses %j', (text) => {
    expect(parseHost(text)).toBeUndefined()
  })
})

describe('isLoopbackName', () => {
  it.each([
    'localhost',
    'LOCALHOST',
    'localhost.',
    'a.localhost',
    '127.0.0.1',
    '127.9.9.9',
    '::1',
    '[::1]',
  ])('takes %s for this machine', (name) => expect(isLoopbackName(name)).toBe(true))

  it.each([
    '',
    'localhost.example',
    'mylocalhost',
    '127.0.0.1.example',
    '128.0.0.1',
    '0.0.0.0',
    '[::]',
    '10.0.0.1',
  ])('does not take %j for this machine', (name) => expect(isLoopbackName(name)).toBe(false))
})

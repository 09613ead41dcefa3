import { describe, expect, it } from 'vitest'
import { readPaste } from './index.ts'

describe('any other text', () => {
  it.each([
    '',
    '  \n',
    'Tell me about rain.',
    'https://example.org/page',
    'https://example.org/page#top',
    '12345',
    'null',
    '[1, 2]',
    '{}',
    'Hello: this is prose. It has (brackets), and "quotes".',
    'curling is a sport',
  ])('is refused: %j', (text) => {
    expect(readPaste(text).ok).toBe(false)
  })

  it('comes to an end, however much of it there is', () => {
    const size = 1_000_000
    const pieces = [
      '"',
      "'",
      '\\',
      '[',
      '{',
      '(',
      '`',
      '$(',
      "$'",
      '${',
      '"""',
      '{"a":',
      "{'a':",
      '[[[',
      ')',
      ']}',
      'a=',
      'x=$( ',
      'a.b(',
      '=>',
      '“',
      '‘',
      '\n',
      ' ',
      '`\n',
      '^\n',
      '\\\n',
      '<<A\n',
      '```\n',
      'f"{',
      '\\x41',
      'import ',
      '#',
      '<',
      '-',
      '+1',
      'a:',
      '=curl ',
      'post(x)',
      '.a()',
      'new ',
      '| ',
      'a=b ',
      ';curl ',
      'x: ',
      '{"model": ',
      '{"messages":"{',
    ]
    const heads = [
      '',
      'curl x/y -d ',
      "curl x/y -d $'",
      'curl x/y -d "',
      'client.chat.completions.create(',
      'const a = ',
      '{"messages": [{"role": "user"}], "x": ',
      "model='",
    ]
    for (const piece of pieces) {
      for (const head of heads) {
        expect(readPaste(head + piece.repeat(size / piece.length / 8))).toHaveProperty('ok')
      }
      expect(readPaste(piece.repeat(size / piece.length))).toHaveProperty('ok')
    }
    expect(readPaste('x'.repeat(2_000_001))).toMatchObject({ ok: false })
  }, 240_000)

  it('does not grow without end', () => {
    const doubling = Array.from(
      { length: 60 },
      (_, index) => `a${index + 1} = a${index} + a${index}`,
    )
    const nested = Array.from(
      { length: 60 },
      (_, index) => `b${index + 1} = [b${index}, b${index}]`,
    )
    const text = [
      'a0 = "x"',
      'b0 = "x"',
      ...doubling,
      ...nested,
      'c = c',
      'client.chat.completions.create(model=a60, metadata={"b": b60, "c": c})',
    ].join('\n')
    const read = readPaste(text)
    expect(read).not.toHaveProperty('value.preset.settings.model')
    expect(JSON.stringify(read).length).toBeLessThan(20_000)
  })
})

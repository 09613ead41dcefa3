import { describe, expect, it } from 'vitest'
import { readPaste } from '#lib/import/index.ts'

describe('two megabytes', () => {
  const size = 2_000_000
  const message = '{"role":"user","content":"x"},'
  it.each([
    'User: a\n',
    'User:\n',
    'User: a\nAssistant: b\n',
    '**User:** ',
    '## User\n',
    '```\nUser: a\n',
    '<|im_start|>',
    '<|im_start|>user\n',
    '<|im_start|>user\n<|im_end|>',
    '<|im_end|>',
    '{"messages":[]}\n',
    '{"messages":[{"role":"user","content":"x"}]}\n',
    '{"contents":[{"parts":[{"text":"x"}]}]}\n',
    '{"conversations":[{"from":"human","value":"x"}]}\n',
    '[User] ',
    '# '.repeat(50),
    'User:'.padEnd(3000, ' '),
  ])(
    'come to an end soon: %j',
    (piece) => {
      const text = piece.repeat(size / piece.length)
      const began = performance.now()
      expect(readPaste(text, 3)).toHaveProperty('ok')
      expect(readPaste(`User: a\nAssistant: ${text.slice(0, -30)}`)).toHaveProperty('ok')
      // A text of which every turn looked at all the others would take hours.
      expect(performance.now() - began).toBeLessThan(15_000)
    },
    30_000,
  )

  it.each([
    ['messages', message],
    ['messages', '{"role":"user","content":[{"type":"tool_result","tool_use_id":"a"}]},'],
    ['contents', '{"parts":[{"functionCall":{"name":"a"}}]},'],
    ['contents', '{"parts":[{"functionCall":{"name":"a"}},{"functionResponse":{"name":"a"}}]},'],
    ['conversations', '{"from":"tool","value":""},'],
  ])(
    'of one list come to an end soon: %s, %s',
    (key, piece) => {
      const text = `{"${key}":[${piece.repeat((size - 100) / piece.length)}]}`
      const began = performance.now()
      expect(readPaste(text)).toHaveProperty('ok')
      expect(performance.now() - began).toBeLessThan(15_000)
    },
    30_000,
  )
})

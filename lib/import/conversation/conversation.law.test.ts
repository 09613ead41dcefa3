import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPaste } from '#lib/import/index.ts'

interface Said {
  role: string
  content: string
}

const free = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
const turns = (content: fc.Arbitrary<string>) =>
  fc
    .record({
      system: fc.option(content, { nil: undefined }),
      said: fc.array(content, { minLength: 2, maxLength: 6 }),
    })
    .map(({ system, said }): Said[] => [
      ...(system === undefined ? [] : [{ role: 'system', content: system }]),
      ...said.map((one, at) => ({ role: at % 2 === 0 ? 'user' : 'assistant', content: one })),
    ])

function read(text: string, entry?: number) {
  const result = readPaste(text, entry)
  if (!result.ok) throw new Error(result.error)
  return result.value
}

const word = (words: Record<string, string>, role: string) => words[role] ?? role

/** Ways to write a conversation as JSON. */
const asJson: readonly (readonly [string, (messages: Said[]) => unknown])[] = [
  ['OpenAI’s messages', (messages) => messages],
  ['an object with messages', (messages) => ({ messages })],
  [
    'ShareGPT',
    (messages) => ({
      id: 'x',
      conversations: messages.map(({ role, content }) => ({
        from: word({ user: 'human', assistant: 'gpt' }, role),
        value: content,
      })),
    }),
  ],
  [
    'Anthropic',
    (messages) => ({
      ...(messages[0]?.role === 'system' ? { system: messages[0].content } : {}),
      messages: messages
        .filter(({ role }) => role !== 'system')
        .map(({ role, content }) => ({
          role,
          content: [
            { type: 'thinking', thinking: 'hm' },
            { type: 'text', text: content },
          ],
        })),
    }),
  ],
  [
    'Gemini',
    (messages) => ({
      ...(messages[0]?.role === 'system'
        ? { systemInstruction: { parts: [{ text: messages[0].content }] } }
        : {}),
      contents: messages
        .filter(({ role }) => role !== 'system')
        .map(({ role, content }) => ({
          role: word({ assistant: 'model' }, role),
          parts: [{ text: content }],
        })),
    }),
  ],
  [
    'LangChain',
    (messages) =>
      messages.map(({ role, content }) => ({
        type: word({ user: 'human', assistant: 'ai' }, role),
        data: { content },
      })),
  ],
]

/** Ways to write it as a text, with the words for the roles. */
const chat = { system: 'System', user: 'User', assistant: 'Assistant' }
type Write = (label: string, content: string) => string
const asText: [form: string, write: Write, words?: Partial<typeof chat>][] = [
  ['plain labels', (label, content) => `${label}: ${content}`],
  ['labels on lines of their own', (label, content) => `${label}:\n${content}\n`],
  ['bold labels', (label, content) => `**${label}:** ${content}\n`],
  ['bold labels before a colon', (label, content) => `**${label}**: ${content}\n`],
  ['bold lines', (label, content) => `**${label}**\n\n${content}\n`],
  ['headings', (label, content) => `## ${label}\n\n${content}\n`],
  ['brackets', (label, content) => `[${label}]: ${content}`],
  [
    'Human and AI',
    (label, content) => `${label}: ${content}`,
    { user: 'Human', assistant: 'AI', system: 'SYSTEM' },
  ],
  [
    'what ChatGPT’s page copies',
    (label, content) => `${label}\n${content}\n`,
    { user: 'You said:', assistant: 'ChatGPT said:', system: 'System:' },
  ],
  [
    'questions and answers',
    (label, content) => `${label}: ${content}`,
    { user: 'Q', assistant: 'A' },
  ],
]

/** Lines that are trimmed at their ends, and hold signs that labels have. */
const lines = fc
  .string({
    unit: fc.constantFrom('b', 'é', '😀', ' ', '\n', ':', '*', '#', '[', ']'),
    minLength: 1,
  })
  .map((text) => text.trim())
  .filter((text) => text !== '')

describe('a conversation', () => {
  it.each(asJson)('is read back from %s', (_, write) => {
    fc.assert(
      fc.property(turns(free), (messages) => {
        const imported = read(JSON.stringify(write(messages)))
        expect(imported.preset.settings).toEqual({ messages })
        expect(imported.kind).toBe('conversation')
        expect(imported.understood).toEqual(['a conversation', `${messages.length} messages`])
      }),
    )
  })

  it.each(asJson)('is chosen from lines and lists of %s', (_, write) => {
    fc.assert(
      fc.property(fc.array(turns(free), { minLength: 2, maxLength: 4 }), fc.nat(3), (many, at) => {
        const entry = Math.min(at, many.length - 1)
        const jsonLines = many.map((one) => JSON.stringify(write(one))).join('\n')
        const imported = read(jsonLines, entry)
        expect(imported.preset.settings).toEqual({ messages: many[entry] })
        expect(imported.entries).toBe(many.length)
        expect(imported.notes.join()).toContain(`Of ${many.length} lines`)
        const written = many.map((one) => write(one))
        if (written.some((one) => Array.isArray(one))) return
        expect(read(JSON.stringify(written), entry)).toMatchObject({
          preset: { settings: { messages: many[entry] } },
          entries: many.length,
        })
      }),
    )
  })

  it('is read back from ChatML, every sign as it is', () => {
    const content = free.filter((text) => !text.includes('\r'))
    fc.assert(
      fc.property(turns(content), fc.boolean(), (messages, opens) => {
        const said = messages.map(
          ({ role, content: text }) => `<|im_start|>${role}\n${text}<|im_end|>\n`,
        )
        const text = said.join('') + (opens ? '<|im_start|>assistant\n' : '')
        expect(read(text).preset.settings).toEqual({ messages })
      }),
    )
  })

  it.each(asText)('is read back from a transcript: %s', (...[, write, words = chat]) => {
    fc.assert(
      fc.property(turns(lines), (messages) => {
        const text = messages
          .map(({ role, content }) => write(word({ ...chat, ...words }, role), content))
          .join('\n')
        const imported = read(`\n${text}\n`)
        expect(imported.preset.settings).toEqual({ messages })
        expect(imported.kind).toBe('conversation')
      }),
    )
  })
})

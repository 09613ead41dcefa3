import { expect, test } from 'vitest'
import { parseTolerantJson } from '#lib/json/index.ts'
import { withFix, type TextKnowledge } from '#lib/json/help.ts'
import { loadKnowledgeInMessage, loadKnowledgeOfEntry } from './load.ts'

async function known(load: () => Promise<TextKnowledge | undefined>): Promise<TextKnowledge> {
  const knowledge = await load()
  if (!knowledge) throw new Error('Nothing is known.')
  return knowledge
}

const calls = await known(loadKnowledgeInMessage('assistant', 'tool_calls'))
const userParts = await known(loadKnowledgeInMessage('user', 'content'))

/** The labels that are offered at the bar in a text, and the stretch that they replace. */
function offered(knowledge: TextKnowledge, marked: string) {
  const offset = marked.indexOf('|')
  const text = marked.replace('|', '')
  const found = knowledge.optionsAt(text, offset)
  return {
    replaced: found && text.slice(found.from, found.to),
    labels: found?.options.map(({ label }) => label.replaceAll('"', '')) ?? [],
  }
}

test('keys of a tool call are offered in the JSON of a message’s calls', () => {
  expect(offered(calls, '[{"type": "function", "fu|"}]')).toMatchObject({
    replaced: '"fu"',
    labels: expect.arrayContaining(['function']) as unknown,
  })
  const inner = offered(calls, '[{"function": {"na|"}}]')
  expect(inner.labels).toContain('name')
})

test('the kinds of call are offered, and a key by the kind', () => {
  expect(offered(calls, '[{"id": "a", "type": "|"}]').labels).toEqual(['function', 'custom'])
  expect(offered(calls, '[{"type": "custom", "custom": {"|"}}]').labels).toEqual(['name', 'input'])
})

test('the kinds of part are offered in the JSON of a message’s parts', () => {
  const text = '[{"type": "|"}]'
  expect(offered(userParts, text).labels).toEqual(
    expect.arrayContaining(['text', 'image_url', 'input_audio', 'file']),
  )
})

test('help stands where the word is', () => {
  const text = '[{"type": "image_url", "image_url": {"url": "https://a.example/b.png"}}]'
  const help = userParts.helpAt(text, text.indexOf('url"') + 1)
  expect(help && text.slice(help.from, help.to)).toBe('"image_url"')
})

test('a doubt of the first line and of the second has its own place, and its fix mends it', async () => {
  for (const text of [
    '[{"id": "a", "type": "function", "functon": {}}]',
    '[\n  {"functon": {}}]',
  ]) {
    const [doubt] = await calls.doubtsIn(text, new AbortController().signal)
    expect(doubt).toMatchObject({ path: [0, 'functon'], offset: text.indexOf('"functon"') })
    const lineStart = text.lastIndexOf('\n', doubt?.offset) + 1
    expect(doubt?.column).toBe(text.indexOf('"functon"') - lineStart + 1)
    const mended = doubt?.fix ? withFix(text, doubt.fix) : ''
    expect(parseTolerantJson(mended).value).toMatchObject([{ function: {} }])
  }
})

test('a piece that does not end yet is still completed', async () => {
  const entry = await known(loadKnowledgeOfEntry('tools'))
  expect(offered(entry, '{"type": "fu|').labels).toContain('function')
  expect(offered(calls, '[{"fu|').labels).toContain('function')
})

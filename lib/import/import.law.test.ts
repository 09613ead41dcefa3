import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Settings } from '#lib/parameters/index.ts'
import { settingsArbitrary } from '#lib/preset/settings.arbitrary.ts'
import { readPaste } from './index.ts'

/** Without what a body never has, and without additional parameters where there are none. */
const bodies = settingsArbitrary
  .map((settings) => {
    const { provider: _p, api_base: _a, send_anyway: _s, extra_body: extra, ...body } = settings
    const isThere = extra && Object.keys(extra).length > 0
    if (!isThere) return body
    // A key with the name of a parameter would be read as that parameter.
    const own = Object.entries(extra).map(([name, value]) => [`x ${name}`, value])
    return { ...body, extra_body: Object.fromEntries(own) as Record<string, unknown> }
  })
  .filter((body) => Object.keys(body).length > 0)

/** Ways to write the same object, each a text to paste. */
const forms: readonly (readonly [string, (json: string) => string])[] = [
  ['JSON', (json) => json],
  ['a fenced block', (json) => `\`\`\`json\n${json}\n\`\`\``],
  ['single quotes of bash', (json) => curl(`'${json.replaceAll("'", String.raw`'\''`)}'`)],
  [
    'double quotes of bash',
    (json) => curl(`"${json.replaceAll(/["\\$`]/g, (one) => `\\${one}`)}"`),
  ],
  ['ANSI-C quotes', (json) => curl(`$'${json.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`)],
  ['a here-document', (json) => `${curl('@-')} <<'END OF IT'\n${json}\nEND OF IT`],
  ['a call in TypeScript', (json) => `client.chat.completions.create(${json})`],
  ['a call in Python', (json) => `client.chat.completions.create(**${asPython(json)})`],
]

function curl(word: string): string {
  return `curl /v1/chat/completions -d ${word}`
}

/** JSON's texts and numbers are Python's; its three words are not. */
function asPython(json: string): string {
  const words: Record<string, string> = { true: 'True', false: 'False', null: 'None' }
  return json.replaceAll(/"(?:\\.|[^"\\])*"|true|false|null/g, (one) => words[one] ?? one)
}

describe('every body that the registry accepts', () => {
  it.each(forms)(
    'is read back from %s',
    (_, write) => {
      fc.assert(
        fc.property(bodies, (body) => {
          const read = readPaste(write(JSON.stringify(body)))
          // Settings that passed JSON are still settings.
          const expected = JSON.parse(JSON.stringify(body)) as Settings
          expect(read).toMatchObject({ ok: true })
          expect(read.ok && read.value.preset.settings).toEqual(expected)
        }),
        { numRuns: 100 },
      )
    },
    60_000,
  )
})

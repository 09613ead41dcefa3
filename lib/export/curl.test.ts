import { execFileSync } from 'node:child_process'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { curlFor } from './curl.ts'

const request = (body: string) => ({
  method: 'POST' as const,
  url: 'https://api.example.com/v1/chat/completions',
  headers: { 'content-type': 'application/json', authorization: 'Bearer ••••' },
  body,
})

/** What a shell makes of the command: one line per argument, in JSON. */
function argumentsOf(command: string): string[] {
  const script = `curl() { node -e 'console.log(JSON.stringify(process.argv.slice(1)))' -- "$@"; }\n${command}`
  const out = execFileSync('bash', ['-c', script], {
    env: { ...process.env, OPENAI_API_KEY: 'from-env' },
  })
  return JSON.parse(out.toString()) as string[]
}

// The command is for a POSIX shell; Windows brings none along.
describe.skipIf(process.platform === 'win32')('curlFor', () => {
  it('names the key by its variable and never by its value', () => {
    const command = curlFor(request('{}'), 'OPENAI_API_KEY')
    expect(command).toContain('"authorization: Bearer $OPENAI_API_KEY"')
    expect(command).not.toContain('••••')
    expect(argumentsOf(command)).toContain('authorization: Bearer from-env')
  })

  it('carries any body through a shell unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const body = JSON.stringify({ text, nasty: `'"$(x)\`\\${text}` })
        expect(argumentsOf(curlFor(request(body), 'KEY')).at(-1)).toBe(body)
      }),
      { numRuns: 15 },
    )
  })
})

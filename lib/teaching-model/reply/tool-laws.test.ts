import { Validator } from '@cfworker/json-schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assemble } from '../index.ts'
import { allNames, sampleTools } from '../tools/tools.fixture.ts'
import type { ChatCompletionChunk, Choice } from '../wire/wire.ts'
import { chunksFor, replyTo } from './reply.fixture.ts'
import { callsOf, named, tools, user } from './tools.fixture.ts'

function isValid(name: string, args: string): boolean {
  const tool = tools.find((one) => one.function.name === name)
  const plain: object = JSON.parse(JSON.stringify(tool?.function.parameters))
  return new Validator(plain, '2020-12').validate(JSON.parse(args)).valid
}

const words =
  'weather Lisbon and in the Porto 3 5 add email search tomorrow hotel for guests light on 😀 "a b" ada@example.com'
const prompts = fc
  .array(fc.constantFrom(...words.split(' ')), { minLength: 1, maxLength: 10 })
  .map((all) => all.join(' '))
const someTools = fc.subarray([...allNames], { minLength: 1 })

describe('for any prompt and tools', () => {
  it('arguments parse and validate', () => {
    const settings = fc.record({
      prompt: prompts,
      names: someTools,
      temperature: fc.constantFrom(0, 1, 2),
      tool_choice: fc.constantFrom('auto', 'required'),
      seed: fc.nat(),
    })
    fc.assert(
      fc.property(settings, ({ prompt, names, ...rest }) => {
        const body = {
          messages: [user(prompt)],
          tools: names.map((name) => sampleTools[name]),
          ...rest,
        }
        const calls = callsOf(body)
        // A text without a longest length can run into the token limit, which cuts the last call.
        const isCut = replyTo(body).choices[0]?.finish_reason === 'length'
        for (const { function: called } of isCut ? calls.slice(0, -1) : calls) {
          expect(names).toContain(called.name)
          expect({ ...called, valid: isValid(called.name, called.arguments) }).toMatchObject({
            valid: true,
          })
        }
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  it('tool_choice is a law', () => {
    fc.assert(
      fc.property(prompts, someTools, fc.boolean(), (prompt, names, parallel_tool_calls) => {
        const offered = names.map((name) => sampleTools[name])
        const body = {
          messages: [user(prompt)],
          tools: offered,
          max_tokens: 60,
          parallel_tool_calls,
        }
        const finish = (choices: readonly Choice[]) => choices[0]?.finish_reason
        expect(callsOf({ ...body, tool_choice: 'none' })).toEqual([])
        const required = replyTo({ ...body, tool_choice: 'required' }).choices
        const calls = required[0]?.message.tool_calls ?? []
        expect(calls.length).toBeGreaterThanOrEqual(1)
        expect(calls.length).toBeLessThanOrEqual(parallel_tool_calls ? 8 : 1)
        expect(['tool_calls', 'length']).toContain(finish(required))
        const one = names.at(-1) ?? 'get_time'
        const chosen = replyTo({ ...body, ...named(one) }).choices
        const called = chosen[0]?.message.tool_calls?.map((call) => call.function.name)
        expect(new Set(called)).toEqual(new Set([one]))
        expect(['stop', 'length']).toContain(finish(chosen))
      }),
      { numRuns: 25 },
    )
  }, 60_000)

  it('the deltas make up the whole reply', () => {
    fc.assert(
      fc.property(
        prompts,
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 40 }),
        (prompt, n, max_tokens) => {
          const body = { messages: [user(prompt)], tools, n, max_tokens, tool_choice: 'required' }
          const options = { stream: true, stream_options: { include_usage: true } }
          const chunks: ChatCompletionChunk[] = chunksFor({ ...body, ...options })
          expect(assemble(chunks)).toEqual(replyTo(body))
        },
      ),
      { numRuns: 20 },
    )
  }, 60_000)
})

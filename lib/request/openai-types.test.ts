import type OpenAI from 'openai'
import { describe, expectTypeOf, it } from 'vitest'
import type { ParameterName, Settings } from '#lib/parameters/index.ts'
import type { ChatCompletion, ChatCompletionChunk } from '#lib/teaching-model/wire/wire.ts'
import type { Role } from './messages.ts'

// The compiler checks these against the types of OpenAI's own client; nothing happens at run time.
type Theirs = OpenAI.Chat.ChatCompletionCreateParams
type Shared = Extract<ParameterName, keyof Theirs>

/** The parameters whose values here are not all values there. */
type Wider = {
  [Name in Shared]: Settings[Name] extends Theirs[Name] | undefined ? never : Name
}[Shared]

describe('our parameters, by the types of OpenAI’s client', () => {
  it('are all its own, but for those of other servers and those that never reach a body', () => {
    type OfOthers = 'min_p' | 'repetition_penalty' | 'top_k'
    type NotInBody =
      | 'api_base'
      | 'api_version'
      | 'extra_body'
      | 'fallbacks'
      | 'logit_bias_labels'
      | 'num_retries'
      | 'provider'
      | 'send_anyway'
      | 'timeout'
      | 'tool_mocks'
      | 'variables'
    expectTypeOf<Exclude<ParameterName, keyof Theirs>>().toEqualTypeOf<OfOthers | NotInBody>()
  })

  it('have values that can be sent, but for four that keep what they do not know', () => {
    // Content parts, tools and formats of other servers pass through; LiteLLM’s metadata may be any
    // object, and is held to texts at OpenAI by its row.
    expectTypeOf<Wider>().toEqualTypeOf<'messages' | 'metadata' | 'response_format' | 'tools'>()
  })

  it('have no role that it lacks', () => {
    expectTypeOf<Role>().toExtend<Theirs['messages'][number]['role']>()
  })
})

describe('the teaching model', () => {
  it('answers in the client’s own types', () => {
    expectTypeOf<ChatCompletionChunk>().toExtend<OpenAI.Chat.ChatCompletionChunk>()
    expectTypeOf<ChatCompletion>().toExtend<OpenAI.Chat.ChatCompletion>()
  })
})

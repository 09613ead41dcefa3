import * as fc from 'fast-check'
import { isLiftable } from '#lib/providers/availability.ts'
import { providerIds, providerOf, providers } from '#lib/providers/catalogue.ts'
import { ownProblems } from '#lib/request/check.ts'
import type { Settings } from '#lib/parameters/index.ts'
import { findForbiddenKeys } from '#lib/request/forbidden-keys.ts'

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
const name = fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/)
const free = fc
  .dictionary(fc.string({ maxLength: 8 }), fc.jsonValue({ maxDepth: 3 }))
  .map((value) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>)
  .filter((value) => findForbiddenKeys(value).length === 0)
const between = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true }).map((value) => (value === 0 ? 0 : value))
const functionOf = (one: string) => ({ type: 'function' as const, function: { name: one } })
const tools = fc
  .uniqueArray(name, { minLength: 1, maxLength: 3 })
  .map((names) => names.map(functionOf))

const message = fc.oneof(
  fc.record({ role: fc.constantFrom('system', 'user', 'developer'), content: text }),
  fc.record({ role: fc.constant('assistant' as const), content: text }),
  fc.record({ role: fc.constant('tool' as const), content: text, tool_call_id: text }),
  fc.record({
    role: fc.constant('user' as const),
    content: fc.array(fc.record({ type: fc.constant('text' as const), text }), {
      minLength: 1,
      maxLength: 2,
    }),
  }),
)

/** Parameters that some provider refuses or limits by its documentation. */
const liftable = [
  ...new Set(
    providers
      .flatMap(({ refused, limited }) => Object.entries({ ...refused, ...limited }))
      .filter(([, rule]) => isLiftable(rule))
      .map(([parameter]) => parameter),
  ),
]

/** Settings that the registry and the provider accept, each parameter there or not. */
export const settingsArbitrary: fc.Arbitrary<Settings> = fc
  .record(
    {
      provider: fc.constantFrom(...providerIds),
      model: name,
      messages: fc.array(message, { minLength: 1, maxLength: 4 }),
      variables: fc.dictionary(fc.stringMatching(/^v_[a-z]{1,8}$/), text, { maxKeys: 3 }),
      temperature: between(0, 2),
      top_p: between(0, 1),
      presence_penalty: between(-2, 2),
      frequency_penalty: between(-2, 2),
      seed: fc.maxSafeInteger(),
      top_k: fc.integer({ min: -1, max: 1000 }),
      min_p: between(0, 1),
      repetition_penalty: between(0.01, 2),
      max_completion_tokens: fc.integer({ min: 1 }),
      max_tokens: fc.integer({ min: 1 }),
      stop: fc.array(text, { minLength: 1, maxLength: 4 }),
      n: fc.integer({ min: 1, max: 128 }),
      logprobs: fc.boolean(),
      top_logprobs: fc.integer({ min: 0, max: 20 }),
      logit_bias: fc.dictionary(fc.nat(200_000).map(String), fc.integer({ min: -100, max: 100 })),
      logit_bias_labels: fc.record(
        {
          encoding: fc.constantFrom('o200k_base', 'cl100k_base'),
          labels: fc.dictionary(fc.nat(200_000).map(String), text),
        },
        { requiredKeys: ['labels'] },
      ),
      stream: fc.boolean(),
      stream_options: fc.record({ include_usage: fc.boolean() }),
      response_format: fc.oneof(
        fc.constant({ type: 'text' as const }),
        fc.constant({ type: 'json_object' as const }),
        name.map((one) => ({
          type: 'json_schema' as const,
          json_schema: { name: one, schema: {}, strict: true },
        })),
      ),
      reasoning_effort: fc.constantFrom('none' as const, 'low' as const, 'high' as const),
      verbosity: fc.constantFrom('low' as const, 'medium' as const, 'high' as const),
      prediction: text.map((content) => ({ type: 'content' as const, content })),
      tools,
      tool_choice: fc.oneof(
        fc.constantFrom('auto' as const, 'required' as const, 'none' as const),
        name.map(functionOf),
      ),
      parallel_tool_calls: fc.boolean(),
      tool_mocks: fc.record({
        results: fc
          .uniqueArray(name, { maxLength: 3 })
          .map((names) => names.map((one) => ({ name: one, content: '{"ok": true}' }))),
        most_turns: fc.integer({ min: 1, max: 20 }),
      }),
      user: text,
      safety_identifier: text,
      prompt_cache_key: text,
      metadata: free,
      store: fc.boolean(),
      service_tier: fc.constantFrom('auto' as const, 'flex' as const),
      api_base: fc.webUrl().filter((url) => !/[?#]/.test(url)),
      api_version: fc.stringMatching(/^[A-Za-z0-9._-]{1,20}$/),
      num_retries: fc.integer({ min: 0, max: 10 }),
      timeout: between(0.5, 3600),
      fallbacks: fc
        .array(
          fc.oneof(
            name,
            fc.tuple(name, name).map(([from, to]) => ({ [from]: [to] })),
          ),
          { minLength: 1, maxLength: 3 },
        )
        .filter((value) => findForbiddenKeys(value).length === 0),
      extra_body: free,
      send_anyway: fc.uniqueArray(fc.constantFrom(...liftable), { minLength: 1, maxLength: 4 }),
    },
    { requiredKeys: [] },
  )
  // What a provider takes less of than the registry allows is left out, unless it is sent anyway.
  .map((settings) => {
    const { provider, send_anyway } = settings
    const limits = provider ? Object.keys(providerOf(provider).limited) : []
    const limited = Object.entries(settings).filter(([key]) => limits.includes(key))
    const problems = ownProblems(provider, { ...Object.fromEntries(limited), send_anyway })
    return without(
      settings,
      problems.map(({ parameter }) => parameter),
    )
  }) as fc.Arbitrary<Settings>

function without(settings: object, names: string[]): object {
  return Object.fromEntries(Object.entries(settings).filter(([key]) => !names.includes(key)))
}

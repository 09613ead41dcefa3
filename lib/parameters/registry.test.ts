import { describe, expect, it } from 'vitest'
import { providerIds, providerOf } from '#lib/providers/catalogue.ts'
import { unavailable } from '#lib/providers/availability.ts'
import { draftOf, valueOfDraft } from './draft.ts'
import { groups } from './groups.ts'
import { isParameterName, parameterNames, registry } from './index.ts'
import { problemsOf } from './problems.ts'

/** The labels of "generate a chat completion with LiteLLM", as its parameter list prints them. */
const seedLabels = [
  'Completions Number',
  'Frequency Penalty',
  'Include Log Probabilities',
  'Include Top Log Probabilities',
  'Logit Bias',
  'Max Completion Tokens',
  'Max Tokens',
  'Messages',
  'Model ID',
  'Parallel Tool Calls',
  'Presence Penalty',
  'Provider',
  'Response Format',
  'Safety Identifier',
  'Seed',
  'Stop Tokens',
  'Temperature',
  'Tool Choice',
  'Tools',
  'Top P',
  'User ID',
  'API Base',
  'API Version',
  'Additional Parameters',
  'Fallbacks',
  'Metadata',
  'Num Retries',
]

const beyondTheSeed = [
  // What presets keep beside their parameters.
  'variables',
  'logit_bias_labels',
  'tool_mocks',
  'stream',
  'stream_options',
  'reasoning_effort',
  'verbosity',
  'service_tier',
  'store',
  'prediction',
  'prompt_cache_key',
  'timeout',
  'top_k',
  'min_p',
  'repetition_penalty',
  'send_anyway',
]

describe('the registry', () => {
  it('describes every parameter of the seed exactly once', () => {
    const labels = registry.flatMap(({ seedLabel }) => seedLabel ?? [])
    expect(labels.toSorted()).toEqual(seedLabels.toSorted())
  })

  it('describes what the API has gained since, and nothing else', () => {
    const others = registry.filter(({ seedLabel }) => !seedLabel).map(({ name }) => name)
    expect(others.toSorted()).toEqual(beyondTheSeed.toSorted())
  })

  it('names each parameter once, in snake case', () => {
    expect(new Set(parameterNames).size).toBe(parameterNames.length)
    for (const name of parameterNames) expect(name).toMatch(/^[a-z]+(_[a-z]+)*$/)
  })

  it('puts every parameter into a group that exists', () => {
    const ids: string[] = groups.map(({ id }) => id)
    for (const { group } of registry) expect(ids).toContain(group)
  })

  it('refers only to parameters that exist', () => {
    const named = registry.flatMap(({ needs = [], excludes = [] }) => [...needs, ...excludes])
    for (const { parameter } of named) expect(isParameterName(parameter)).toBe(true)
    const rows = providerIds.map(providerOf)
    const inRows = rows.flatMap(({ refused, limited, unverified, requires, rename, inBody }) => [
      ...Object.keys(refused),
      ...Object.keys(limited),
      ...Object.keys(unverified),
      ...Object.keys(requires),
      ...Object.keys(rename),
      ...inBody,
    ])
    for (const name of inRows) expect(isParameterName(name)).toBe(true)
  })
})

describe.each(registry)('$name', (parameter) => {
  it('has an API default that its own schema accepts', () => {
    if (parameter.apiDefault === undefined) return
    expect(problemsOf(parameter, parameter.apiDefault)).toEqual([])
  })

  it('has an example that the form reads without a problem', () => {
    if (parameter.example === undefined || parameter.widget.kind === 'list') return
    const draft =
      parameter.widget.kind === 'messages'
        ? { mode: 'json' as const, text: parameter.example }
        : parameter.example
    const read = valueOfDraft(parameter, draft)
    expect(read.ok && problemsOf(parameter, read.value)).toEqual([])
  })

  it('shows its start as a draft that reads back as the same value', () => {
    const read = valueOfDraft(parameter, draftOf(parameter, parameter.start))
    expect(read).toEqual({ ok: true, value: parameter.start })
  })

  it('can be used with at least one provider', () => {
    const open = providerIds.filter((id) => !unavailable(id, parameter.name))
    expect(open.length).toBeGreaterThan(0)
  })
})

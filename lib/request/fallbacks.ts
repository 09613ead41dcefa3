import * as z from 'zod'

const modelId = z.string().regex(/\S/, 'A fallback is the id of a model.')
const override = z.looseObject({ model: modelId })
const target = z.union(
  [modelId, override],
  'A fallback is a model id, or an object with a "model".',
)
const targets = z
  .array(target, 'Give a list of model ids: ["…"].')
  .min(1, 'Name at least one model.')

/** `{"openai/*": ["gpt-4o-mini"]}`: models or patterns to their fallbacks. */
const mapping = z
  .record(z.string(), targets)
  .refine(
    (value) => Object.keys(value).length > 0,
    'Map a model to its fallbacks: {"model": ["…"]}.',
  )

const entry = z.union([modelId, override, mapping], {
  error: (issue) =>
    mappingProblem(issue.input) ??
    'A fallback is a model id, a mapping such as {"openai/*": ["gpt-4o-mini"]}, or an object with a "model".',
})

/** Every shape of LiteLLM: ids, mappings with one or more keys, and overrides with a `model`. */
export const fallbacksSchema = z
  .array(entry, 'Write a list of fallbacks: [ … ].')
  .min(1, 'Name at least one fallback, or reset the field so that it is not sent.')

export type Fallbacks = z.output<typeof fallbacksSchema>
/** One step of a fallback chain: what overrides the request's own keys, `model` at least. */
export type FallbackTarget = z.output<typeof override>

/** The most hops that one run may take. */
const mostHops = 5

/**
 * The models to try after `model` failed, in order, each at most once and never `model` itself.
 * A mapping applies when its key equals the model, matches it as a pattern (`openai/*`), or is `*`;
 * exact keys come before patterns, patterns before `*`.
 */
export function fallbackChain(model: string, fallbacks: Fallbacks | undefined): FallbackTarget[] {
  const steps = (fallbacks ?? []).flatMap((item) => stepsOf(model, item))
  const seen = new Set([model])
  const fresh = steps.filter((step) => !seen.has(step.model) && seen.add(step.model))
  return fresh.slice(0, mostHops)
}

function stepsOf(model: string, item: Fallbacks[number]): FallbackTarget[] {
  if (typeof item === 'string') return [{ model: item }]
  if (isOverride(item)) return [item]
  const best = bestKey(model, Object.keys(item))
  const list = best === undefined ? [] : (item[best] ?? [])
  return list.map((step) => (typeof step === 'string' ? { model: step } : step))
}

function isOverride(item: Exclude<Fallbacks[number], string>): item is FallbackTarget {
  return typeof item.model === 'string'
}

function bestKey(model: string, keys: string[]): string | undefined {
  if (keys.includes(model)) return model
  const patterns = keys.filter((key) => key.includes('*') && matches(model, key))
  return patterns.toSorted((a, b) => b.length - a.length)[0]
}

/** Whether `pattern`, in which `*` stands for any text, is the whole of `model`. Linear, no RegExp. */
function matches(model: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.split('*')
  if (!model.startsWith(first)) return false
  const last = rest.pop() ?? ''
  let at = first.length
  for (const piece of rest) {
    const found = model.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return model.length - last.length >= at && model.endsWith(last)
}

/** A sharper message for the commonest slip, `{"a": "b"}`. */
function mappingProblem(input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return undefined
  const wrong = Object.entries(input).find(([, list]) => !Array.isArray(list))
  return wrong && wrong[0] !== 'model'
    ? `The fallbacks of “${wrong[0]}” must be a list: ["…"].`
    : undefined
}

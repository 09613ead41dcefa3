import { isOverride, type Fallbacks, type FallbackTarget } from './fallbacks.ts'

/** The most hops that one run may take, as in LiteLLM. */
const mostHops = 5

/** All the names by which a model may be meant in a mapping, the exact one first. */
export type NamesOf = (model: string) => readonly string[]

/**
 * The models to try after `model` failed, in order, at most five, none twice. Plain ids and
 * overrides apply to every model. Of all mappings the one that names the model best applies: an
 * exact key before a key for another of its names, then the longest pattern (`openai/*`), then `*`.
 * A fallback that fails too leads to its own fallbacks first, as in LiteLLM.
 */
export function fallbackChain(
  model: string,
  fallbacks: Fallbacks | undefined,
  namesOf: NamesOf = (name) => [name],
): FallbackTarget[] {
  const chain: FallbackTarget[] = []
  const seen = new Set([identity({ model })])
  const follow = (from: string) => {
    for (const step of stepsFrom(namesOf(from), fallbacks ?? [])) {
      if (chain.length >= mostHops) return
      if (seen.has(identity(step))) continue
      seen.add(identity(step))
      chain.push(step)
      follow(step.model)
    }
  }
  follow(model)
  return chain
}

/** The same model with other parameters is another try, not a loop. */
function identity(target: FallbackTarget): string {
  return JSON.stringify(Object.entries(target).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function stepsFrom(names: readonly string[], fallbacks: Fallbacks): FallbackTarget[] {
  const keys = fallbacks.flatMap((item) =>
    typeof item === 'string' || isOverride(item) ? [] : Object.keys(item),
  )
  const best = bestKey(names, keys)
  return fallbacks.flatMap((item) => {
    if (typeof item === 'string') return [{ model: item }]
    if (isOverride(item)) return [item]
    const list = best !== undefined && Object.hasOwn(item, best) ? item[best] : undefined
    return (list ?? []).map((step) => (typeof step === 'string' ? { model: step } : step))
  })
}

function bestKey(names: readonly string[], keys: readonly string[]): string | undefined {
  const exact = names.find((name) => keys.includes(name))
  if (exact !== undefined) return exact
  const patterns = keys.filter(
    (key) => key.includes('*') && names.some((name) => matches(name, key)),
  )
  return patterns.toSorted((a, b) => b.length - a.length)[0]
}

/** Whether `pattern`, in which `*` stands for any text, is the whole of `name`. Linear, no RegExp. */
function matches(name: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.split('*')
  if (!name.startsWith(first)) return false
  const last = rest.pop() ?? ''
  let at = first.length
  for (const piece of rest) {
    const found = name.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return name.length - last.length >= at && name.endsWith(last)
}

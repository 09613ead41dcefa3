import * as z from 'zod'

/** One step of a fallback chain: what overrides the request's own keys, `model` at least. */
export type FallbackTarget = { model: string } & Record<string, unknown>

/** `{"openai/*": ["gpt-4o-mini"]}`: models or patterns to their fallbacks. */
type Mapping = Record<string, (string | FallbackTarget)[]>

export type Fallbacks = (string | FallbackTarget | Mapping)[]

/**
 * Every shape of LiteLLM: ids, mappings with one or more keys, and overrides with a `model`. Checked
 * by hand, since a union of schemas could not say where inside an entry the fault lies.
 */
export const fallbacksSchema: z.ZodType<Fallbacks> = z
  .array(z.custom<Fallbacks[number]>(), 'Write a list of fallbacks: [ … ].')
  .min(1, 'Name at least one fallback, or reset the field so that it is not sent.')
  .superRefine((entries, context) => {
    for (const [index, entry] of entries.entries()) {
      for (const { path, message } of entryFaults(entry)) {
        context.addIssue({ code: 'custom', path: [index, ...path], message })
      }
    }
  })

interface Fault {
  path: (string | number)[]
  message: string
}

/** Whether an entry overrides keys of the request, and maps nothing. */
export function isOverride(item: Exclude<Fallbacks[number], string>): item is FallbackTarget {
  return typeof item.model === 'string'
}

const needsList = (name: string) => `The fallbacks of “${name}” must be a list: ["…"].`

function entryFaults(entry: unknown): Fault[] {
  if (!isObject(entry)) {
    return targetFaults(
      entry,
      'A fallback is a model id, a mapping such as {"openai/*": ["gpt-4o-mini"]}, or an object with a "model".',
    )
  }
  if (Object.hasOwn(entry, 'model') && !Array.isArray(entry.model)) return targetFaults(entry)
  const lists = Object.entries(entry)
  if (lists.length === 0)
    return [{ path: [], message: 'Map a model to its fallbacks: {"model": ["…"]}.' }]
  return lists.flatMap(([name, list]) => listFaults(name, list))
}

function listFaults(name: string, list: unknown): Fault[] {
  if (!Array.isArray(list)) return [{ path: [name], message: needsList(name) }]
  if (list.length === 0)
    return [{ path: [name], message: `Name at least one model for “${name}”.` }]
  return list.flatMap((target: unknown, index) =>
    targetFaults(target).map(({ path, message }) => ({ path: [name, index, ...path], message })),
  )
}

function targetFaults(
  target: unknown,
  otherwise = 'A fallback is a model id, or an object with a "model".',
): Fault[] {
  if (typeof target === 'string') return idFaults(target, [])
  if (!isObject(target) || !Object.hasOwn(target, 'model'))
    return [{ path: [], message: otherwise }]
  const own = idFaults(target.model, ['model'])
  const nested = Object.hasOwn(target, 'fallbacks')
    ? [
        {
          path: ['fallbacks'],
          message: 'A fallback cannot bring fallbacks of its own. Add them to the list.',
        },
      ]
    : []
  return [...own, ...nested]
}

function idFaults(id: unknown, path: string[]): Fault[] {
  const given = typeof id === 'string' && id.trim() !== ''
  return given ? [] : [{ path, message: 'Write the id of a model.' }]
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

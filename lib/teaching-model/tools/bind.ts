import { objectOf, parametersOf, type Parameter, type Tool } from './definitions.ts'
import type { Mention } from './mention.ts'
import { kindOf, withoutNull } from './schemas.ts'
import { valuesFor, type Said, type Value } from './values.ts'

/** A value in the arguments of a call; for an array several values. */
export type Bound = Value['value'] | Value['value'][]

/** Which values a text offers for the arguments of a tool, each mention for one argument only. */
export interface Binding {
  /** The values by argument. */
  values: ReadonlyMap<string, Bound>
  /** The mentions behind the values. */
  used: ReadonlyMap<string, Mention>
  /** The share of the required arguments that found a value; 1 where none is required. */
  found: number
}

/**
 * Hands out the values of a text among the arguments of a tool: the best fitting pair of argument and
 * value first, then the next best among what is left, and so on. Of equal ones the earlier in the text
 * goes to the earlier argument. Arrays take what the others have left.
 */
export function bind(tool: Tool, said: Said): Binding {
  const parameters = parametersOf(tool)
  const values = new Map<string, Bound>()
  const used = new Map<string, Mention>()
  const singles = parameters.filter((one) => !isArray(one))
  const offers = singles.flatMap((parameter) =>
    valuesFor(parameter, said).map((value) => ({ key: parameter.key, ...value })),
  )
  for (const { key, value, mention } of offers.toSorted((a, b) => b.weight - a.weight)) {
    if (values.has(key) || (mention && isUsed(used, mention))) continue
    values.set(key, value)
    if (mention) used.set(key, mention)
  }
  for (const parameter of parameters.filter(isArray)) {
    const items = itemsFor(parameter, said, used)
    if (items.length > 0) values.set(parameter.key, items)
  }
  const required = parameters.filter((one) => one.required)
  const found = required.filter(({ key }) => values.has(key)).length
  return { values, used, found: required.length > 0 ? found / required.length : 1 }
}

function isArray({ schema }: Parameter): boolean {
  return kindOf(withoutNull(schema)) === 'array'
}

/** The values at least half as good as the best, in the order of the text. */
function itemsFor(
  parameter: Parameter,
  said: Said,
  used: ReadonlyMap<string, Mention>,
): Value['value'][] {
  const offers = valuesFor(parameter, said).filter(
    ({ mention }) => !mention || !isUsed(used, mention),
  )
  const least = (offers[0]?.weight ?? 0) / 2
  const { maxItems } = objectOf(withoutNull(parameter.schema))
  return offers
    .filter(({ weight }) => weight >= least)
    .toSorted((a, b) => (a.mention?.start ?? 0) - (b.mention?.start ?? 0))
    .map(({ value }) => value)
    .slice(0, typeof maxItems === 'number' ? maxItems : 20)
}

function isUsed(used: ReadonlyMap<string, Mention>, { start, end }: Mention): boolean {
  return [...used.values()].some((other) => start < other.end && other.start < end)
}

import { planJson, type Offer, type PlannedJson } from '../reply/json.ts'
import { compileSchema, type Grammar } from '../structured/compile.ts'
import { narrowed } from './narrow.ts'
import type { PlannedCall } from './plan.ts'
import type { Value } from './values.ts'

/** Below the markers of the speakers and of the format. */
const firstMarker = -1000

/** A planned call, ready to be written. */
export interface WrittenCall {
  name: string
  /** Its arguments: their schema, narrowed down to what was found, and the values. */
  arguments: PlannedJson
}

/** Prepares calls for being written. The schemas of their tools have been checked. */
export function toWrite(calls: readonly PlannedCall[]): WrittenCall[] {
  let marker = firstMarker
  return calls.map(({ tool, values }) => {
    const offered = [...values].flatMap(([key, value]) => offers(key, value))
    const compiled = compiledFor(narrowed(tool.parameters, values), tool.parameters)
    const planned = planJson(compiled, offered, marker)
    marker -= planned.places.size
    return { name: tool.name, arguments: planned }
  })
}

/** The values at the places of one argument, with the paths that the decoder gives them. */
function offers(key: string, value: Value['value'] | Value['value'][]): Offer[] {
  const text = (one: Value['value']) => (typeof one === 'string' ? one : JSON.stringify(one))
  if (!Array.isArray(value)) return [{ path: [key], text: text(value) }]
  return value.map((one, index) => ({ path: [key, index], text: text(one) }))
}

/** The narrowed schema as a grammar; the whole one should the narrowed be too much for the compiler. */
function compiledFor(...schemas: readonly unknown[]): Grammar {
  for (const schema of schemas) {
    const compiled = compileSchema(schema)
    if (compiled.ok) return compiled.value
  }
  throw new Error('The schema of a tool was not checked before its call.')
}

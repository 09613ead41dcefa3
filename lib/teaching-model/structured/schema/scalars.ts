import { limits } from '../limits.ts'
import { digitsOf, scaled } from '../decimal.ts'
import { createNumberLeaf } from '../number-leaf.ts'
import { intersect } from '../pattern/determinise.ts'
import { compilePattern } from '../pattern/compile.ts'
import { formats } from '../pattern/formats.ts'
import { countCells } from '../string-cells.ts'
import { createStringLeaf } from '../string-leaf.ts'
import { countOf, refuse, type Context, type JsonObject } from './context.ts'
import type { Automaton } from '../pattern/automaton.ts'
import type { Leaf } from '../leaf.ts'

/** The strings that a schema allows. Undefined where none, or with a problem noted. */
export function readString(context: Context, schema: JsonObject, path: string): Leaf | undefined {
  const least = countOf(context, schema, 'minLength', path) ?? 0
  const most = countOf(context, schema, 'maxLength', path) ?? Infinity
  const automaton = readPatterns(context, schema, path)
  if (!automaton || context.problem) return undefined
  const cells = countCells(automaton, least, most)
  if (cells === 'matches nothing') return undefined
  if (cells === 'too large') {
    refuse(context, `${path}.minLength`, 'strings that long are not supported.')
    return undefined
  }
  spend(context, cells.left.length / 8, path)
  return createStringLeaf(automaton, cells, JSON.stringify([schema.pattern, schema.format]))
}

function readPatterns(context: Context, schema: JsonObject, path: string): Automaton | undefined {
  const { pattern, format } = schema
  const sources: [key: string, source: string][] = []
  if (typeof pattern === 'string') sources.push(['pattern', pattern])
  else if (pattern !== undefined) refuse(context, `${path}.pattern`, 'write a string.')
  if (format !== undefined) {
    const source = typeof format === 'string' ? formats.get(format) : undefined
    if (source === undefined) {
      const known = [...formats.keys()].join(', ')
      const name = typeof format === 'string' ? format : JSON.stringify(format)
      refuse(context, path, `the format “${name}” is not supported; known are ${known}.`)
    } else sources.push(['format', source])
  }
  if (sources.length === 0) sources.push(['pattern', ''])
  const automata = sources.map(([key, source]) => readPattern(context, source, `${path}.${key}`))
  const [first, second] = automata
  return first && second ? intersect(first, second, context.budget) : first
}

function readPattern(context: Context, source: string, path: string): Automaton | undefined {
  const compiled = compilePattern(source, context.budget)
  if (compiled.ok) return compiled.value
  if (compiled.error === 'too large')
    refuse(context, path, 'a pattern that large is not supported.')
  else if (compiled.error !== 'matches nothing') {
    refuse(context, path, `${compiled.error.unsupported} is not supported in a pattern.`)
  }
  return undefined
}

/** The numbers that a schema allows. Undefined where none, or with a problem noted. */
export function readNumber(
  context: Context,
  schema: JsonObject,
  path: string,
  isInteger: boolean,
): Leaf | undefined {
  const bounds = ['minimum', 'exclusiveMinimum', 'maximum', 'exclusiveMaximum']
  for (const key of bounds) {
    const value = schema[key]
    if (value !== undefined && (typeof value !== 'number' || !Number.isFinite(value))) {
      refuse(context, `${path}.${key}`, 'write a number.')
    }
  }
  const multiple = readMultiple(context, schema, path)
  if (context.problem) return undefined
  const values = bounds.flatMap((key) => numberAt(schema, key) ?? [])
  const places = isInteger || multiple > 1 || schema.multipleOf === 1 ? 0 : placesFor(values)
  const digits = limits.digits - places
  const cap = 10 ** limits.digits - 1
  const low = [
    scaled(numberAt(schema, 'minimum') ?? -Infinity, places, 'up', false),
    scaled(numberAt(schema, 'exclusiveMinimum') ?? -Infinity, places, 'up', true),
  ]
  const high = [
    scaled(numberAt(schema, 'maximum') ?? Infinity, places, 'down', false),
    scaled(numberAt(schema, 'exclusiveMaximum') ?? Infinity, places, 'down', true),
  ]
  const span = { low: Math.max(-cap, ...low), high: Math.min(cap, ...high) }
  if (Math.min(...high) < -cap || Math.max(...low) > cap) {
    refuse(context, path, `numbers of more than ${limits.digits} digits are not supported.`)
    return undefined
  }
  return createNumberLeaf({ places, digits, span, multiple })
}

function numberAt(schema: JsonObject, key: string): number | undefined {
  const value = schema[key]
  return typeof value === 'number' ? value : undefined
}

function readMultiple(context: Context, schema: JsonObject, path: string): number {
  const value = schema.multipleOf
  if (value === undefined) return 1
  const isFit = typeof value === 'number' && Number.isInteger(value) && value > 0
  if (isFit && value <= limits.multiple) {
    spend(context, value * 20, path)
    return value
  }
  const allowed = `only whole numbers from 1 to ${limits.multiple} are supported.`
  refuse(context, `${path}.multipleOf`, allowed)
  return 1
}

/** Digits after the point: one more than the bounds have, so that something fits between them. */
function placesFor(bounds: readonly number[]): number {
  const sizes = bounds.map(digitsOf)
  const whole = Math.max(1, ...sizes.map((size) => size.whole))
  const fraction = Math.max(3, ...sizes.map((size) => size.fraction + 1))
  return Math.max(0, Math.min(fraction, limits.digits - whole))
}

/** Counts what tables cost, so that many small ones cannot add up to a large one. */
function spend(context: Context, cost: number, path: string): void {
  context.budget.left -= cost
  if (context.budget.left < 0)
    refuse(context, path, 'lengths and multiples that large together are not supported.')
}

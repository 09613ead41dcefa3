import { encodePrompt } from '../conversation/turns.ts'
import type { Predictor } from '../language/predictor.ts'
import type { Row } from '../language/sources.ts'
import type { Continuation } from '../reply/continuation.ts'
import type { Candidates } from '../sampling/candidates.ts'
import { compileSchema, type Grammar } from '../structured/compile.ts'
import type { Field } from '../structured/field.ts'
import { createStructuredPredictor } from '../structured/guide.ts'
import { prepareStructured, type StructuredOptions } from '../structured/voices.ts'
import { structuralTokens } from '../structured/structural-tokens.ts'
import { encode, endOfText, tokenText } from '../tokens.ts'
import type { Value } from './values.ts'
import { narrowed } from './narrow.ts'
import type { PlannedCall } from './plan.ts'

/** How often a value stands in the request's rows, so that long contexts are sure of it too. */
const repetitions = 12
/** How much one of its tokens counts; a passage of the corpus counts 1 at most. */
const weight = 60

/** Below the markers of the speakers, so that each place has a context of its own. */
const firstPlace = -1000

/** Stands before what the assistant says. */
const opening = encodePrompt({ turns: [], prefix: [] })

/** A planned call, ready to be written. */
export interface WrittenCall {
  name: string
  /** What the arguments must keep: their schema, narrowed down to what was found. */
  grammar: Grammar
  /** By path in the arguments, the marker of what the conversation offers there. */
  places: ReadonlyMap<string, number>
  /** What the model learns from for these arguments: each value after the marker of its place. */
  rows: readonly Row[]
  /** The token ids that must be candidates, beside those of the rows. */
  tokens: readonly number[]
}

/** Prepares calls for being written. The schemas of their tools have been checked. */
export function toWrite(calls: readonly PlannedCall[]): WrittenCall[] {
  let marker = firstPlace
  return calls.map(({ tool, values }) => {
    const offered = [...values].flatMap(([key, value]) => offers(key, value))
    const places = new Map(offered.map(({ path }) => [path, marker--]))
    const compiled = compiledFor(narrowed(tool.parameters, values), tool.parameters)
    return {
      name: tool.name,
      grammar: compiled,
      places,
      rows: offered.flatMap(({ path, text }) => rowsFor(places.get(path) ?? marker, text)),
      tokens: [...structuralTokens(compiled), ...offered.flatMap(({ text }) => escapes(text))],
    }
  })
}

/**
 * Gives what begins the arguments of a call, once for each choice. They are written by the constrained
 * decoder with the language model for its voice: where the conversation offers a value `knowing`
 * speaks, which has learned the rows of the call by heart; elsewhere `plain`, as at the beginning of an
 * answer.
 */
export function writeArguments(
  { grammar, places }: WrittenCall,
  { plain, knowing }: { plain: Predictor; knowing: Predictor },
  candidates: Candidates,
): () => Continuation {
  const markerOf = ({ path }: Field) => places.get(JSON.stringify(path))
  const options: StructuredOptions = {
    grammar,
    candidates,
    prepared: prepareStructured(grammar, candidates),
    knows: (field) => markerOf(field) !== undefined,
    speak(field) {
      const marker = markerOf(field)
      const before = marker === undefined ? opening : [marker]
      const predict = marker === undefined ? plain : knowing
      return (context, into) => predict([...before, ...context], into)
    },
  }
  return () => createStructuredPredictor(options)
}

/** The values at the places of one argument, with the paths that the decoder gives them. */
function offers(key: string, value: Value['value'] | Value['value'][]) {
  const text = (one: Value['value']) => (typeof one === 'string' ? one : JSON.stringify(one))
  if (!Array.isArray(value)) return [{ path: JSON.stringify([key]), text: text(value) }]
  return value.map((one, index) => ({ path: JSON.stringify([key, index]), text: text(one) }))
}

function rowsFor(marker: number, text: string): Row[] {
  const ids = [marker, ...encode(text), endOfText]
  const row = { ids, learned: ids.map((id) => id >= 0), weight }
  return Array.from({ length: repetitions }, () => row)
}

/** The tokens with which the tokens of a text are written in JSON. */
function escapes(text: string): number[] {
  return /["\\\p{Cc}]/u.test(text)
    ? encode(text).flatMap((id) => encode(JSON.stringify(tokenText(id)).slice(1, -1)))
    : []
}

/** The narrowed schema as a grammar; the whole one should the narrowed be too much for the compiler. */
function compiledFor(...schemas: readonly unknown[]): Grammar {
  for (const schema of schemas) {
    const compiled = compileSchema(schema)
    if (compiled.ok) return compiled.value
  }
  throw new Error('The schema of a tool was not checked before its call.')
}

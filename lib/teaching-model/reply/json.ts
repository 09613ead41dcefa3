import { encodePrompt } from '../conversation/turns.ts'
import type { Predictor } from '../language/predictor.ts'
import type { Row } from '../language/sources.ts'
import type { Candidates } from '../sampling/candidates.ts'
import type { Grammar } from '../structured/compile.ts'
import type { Field } from '../structured/field.ts'
import { createStructuredPredictor } from '../structured/guide.ts'
import { structuralTokens } from '../structured/structural-tokens.ts'
import { prepareStructured, type Prepared, type StructuredOptions } from '../structured/voices.ts'
import { encode, endOfText, tokenText } from '../tokens.ts'
import type { Continuation } from './continuation.ts'

/** How often a value stands in the request's rows, so that long contexts are sure of it too. */
const repetitions = 12
/** How much one of its tokens counts; a passage of the corpus counts 1 at most. */
const weight = 60

/** Stands before what the assistant says. */
const opening = encodePrompt({ turns: [], prefix: [] })

/** A value that the conversation offers at a place in a JSON document. */
export interface Offer {
  /** Property names, and indexes from 0, as the decoder names places (`Field`). */
  path: readonly (string | number)[]
  /** The value's text: of a string without quotes, of anything else its JSON. */
  text: string
}

/** A JSON document, ready to be written. */
export interface PlannedJson {
  grammar: Grammar
  /** By path, the marker of what the conversation offers there. */
  places: ReadonlyMap<string, number>
  /** What the model learns by heart for this document: each value after the marker of its place. */
  rows: readonly Row[]
  /** The token ids that must be candidates, beside those of the rows. */
  tokens: readonly number[]
}

/**
 * Plans a document. Each place has a marker of its own, from `firstMarker` down, so that what is known
 * there is said nowhere else; the markers are below those of the speakers.
 */
export function planJson(
  grammar: Grammar,
  offers: readonly Offer[],
  firstMarker: number,
): PlannedJson {
  const paths = [...new Set(offers.map(({ path }) => JSON.stringify(path)))]
  const places = new Map(paths.map((path, index) => [path, firstMarker - index]))
  return {
    grammar,
    places,
    rows: offers.flatMap(({ path, text }) =>
      rowsFor(places.get(JSON.stringify(path)) ?? firstMarker, text),
    ),
    tokens: [...structuralTokens(grammar), ...offers.flatMap(({ text }) => escapes(text))],
  }
}

/** The two voices of a document. */
export interface Voices {
  /** The model as at the beginning of an answer. */
  plain: Predictor
  /** The model that has learned the rows of the document too. */
  knowing: Predictor
}

/**
 * Gives what begins a document, once for each choice. It is written by the constrained decoder with the
 * language model for its voice: `knowing` where the conversation offers a value, elsewhere `plain`.
 * `prefix` are token ids with which the document has begun; all must be candidates.
 */
export function writeJson(
  { grammar, places }: PlannedJson,
  { plain, knowing }: Voices,
  candidates: Candidates,
  prefix: readonly number[] = [],
): () => Continuation {
  const markerOf = ({ path }: Field) => places.get(JSON.stringify(path))
  const options: StructuredOptions = {
    grammar,
    candidates,
    knows: (field) => markerOf(field) !== undefined,
    speak(field) {
      const marker = markerOf(field)
      const before = marker === undefined ? opening : [marker]
      const predict = marker === undefined ? plain : knowing
      return (context, into) => predict([...before, ...context], into)
    },
  }
  let prepared: Prepared | undefined
  return () => {
    prepared ??= prepareStructured(grammar, candidates)
    const continuation = createStructuredPredictor({ ...options, prepared })
    for (const id of prefix) continuation.accept(candidates.indexOf.get(id) ?? -1)
    return continuation
  }
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

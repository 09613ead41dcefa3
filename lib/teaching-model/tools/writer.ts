import { encodePrompt } from '../conversation/turns.ts'
import type { Row } from '../language/sources.ts'
import type { Predictor } from '../language/predictor.ts'
import type { Continuation } from '../reply/continuation.ts'
import type { Candidates } from '../sampling/candidates.ts'
import { encode, endOfText, tokenText } from '../tokens.ts'
import type { Part } from './form.ts'

/** How often a value stands in the request's rows, and how much one of its tokens counts. */
const repetitions = 12
const weight = 60

/** Far below the markers of the speakers, so that each place in a form has a context of its own. */
const firstPlace = -1000

/** A form whose places the model knows, each with the marker that stands before it. */
export interface Form {
  parts: readonly Part[]
  /** The marker of the first part; the others count down from it. */
  marker: number
}

/** Numbers the places of several forms. */
export function placed(forms: readonly (readonly Part[])[]): Form[] {
  let marker = firstPlace
  return forms.map((parts) => {
    const form = { parts, marker }
    marker -= parts.length
    return form
  })
}

/** The rows that teach the model what the conversation offers for each place of a form. */
export function formRows({ parts, marker }: Form): Row[] {
  return parts.flatMap((part, index) => {
    if (part.kind === 'given') return []
    const rows = part.likely.map((text): Row => {
      const ids = [marker - index, ...encode(text), endOfText]
      return { ids, learned: ids.map((id) => id >= 0), weight }
    })
    return rows.flatMap((row) => Array.from({ length: repetitions }, () => row))
  })
}

/** The tokens that a form cannot do without. */
export function formTokens({ parts }: Form): number[] {
  return parts.flatMap((part) => {
    if (part.kind === 'given') return encode(part.text)
    return part.kind === 'one-of' ? part.texts.flatMap(encode) : part.likely.flatMap(encode)
  })
}

/**
 * Fills a form in, from left to right, and then ends. What is given has probability 1; of several
 * stretches, and in strings, the model's distribution is restricted to what can follow and scaled to
 * 1. Where the model would end its text, the form goes on: that probability is the next part's first
 * token's.
 */
export function fillForm(form: Form, predict: Predictor, candidates: Candidates): Continuation {
  const parts = form.parts.map((part) => ({ part, options: optionsOf(part) }))
  const inside = insideString(candidates)
  let place = 0
  let written: number[] = []

  /** The token that leads out of the current part: the end of the text after the last. */
  function wayOut(): number {
    return parts[place + 1]?.options[0]?.[0] ?? endOfText
  }

  /** The next tokens of the stretches that begin with what is written; undefined where one is whole. */
  function following(): Set<number | undefined> {
    const { options = [] } = parts[place] ?? {}
    const fitting = options.filter((ids) => written.every((id, index) => ids[index] === id))
    return new Set(fitting.map((ids) => ids[written.length]))
  }

  function restrict(into: Float64Array): void {
    const part = parts[place]?.part
    const next = following()
    const free = part?.kind === 'words' && written.length < part.most
    const out = part?.kind === 'words' ? written.length > 0 : !part || next.has(undefined)
    const ending = into[candidates.end] ?? 0
    let total = 0
    for (let index = 0; index < into.length; index++) {
      const may = next.has(candidates.ids[index]) || (free && inside[index] === 1)
      if (!may) into[index] = 0
      total += into[index] ?? 0
    }
    if (out) {
      const at = candidates.indexOf.get(wayOut()) ?? candidates.end
      into[at] = (into[at] ?? 0) + ending
      total += ending
    }
    for (let index = 0; index < into.length; index++) into[index] = (into[index] ?? 0) / total
  }

  /** What stands before a place: where the conversation offers nothing, the beginning of an answer. */
  function markerAt(at: number): number[] {
    const part = form.parts[at]
    const unknown = part?.kind === 'words' && part.likely.length === 0
    return unknown ? encodePrompt({ turns: [], prefix: [] }) : [form.marker - at]
  }

  /** Goes to another part; what is given is left as soon as it is whole. */
  function write(at: number, ids: number[]): void {
    const { part, options = [] } = parts[at] ?? {}
    const whole = part?.kind === 'given' && options[0]?.length === ids.length
    place = whole ? at + 1 : at
    written = whole ? [] : ids
  }

  return {
    predict(into) {
      predict([...markerAt(place), ...written], into)
      restrict(into)
    },
    accept(candidate) {
      const id = candidates.ids[candidate] ?? endOfText
      const free = parts[place]?.part.kind === 'words' && inside[candidate] === 1
      if (free || following().has(id)) write(place, [...written, id])
      else write(place + 1, [id])
    },
  }
}

function optionsOf(part: Part): number[][] {
  if (part.kind === 'given') return [encode(part.text)]
  return (part.kind === 'one-of' ? part.texts : part.likely).map(encode)
}

/** For each candidate 1 if it can stand in a JSON string as it is: whole characters, nothing to escape. */
function insideString({ ids }: Candidates): Uint8Array {
  return Uint8Array.from(ids, (id) =>
    Number(id !== endOfText && !/["\\\p{Cc}]/u.test(tokenText(id))),
  )
}

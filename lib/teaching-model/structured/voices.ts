import { fieldOf, type Field } from './field.ts'
import type { Frame } from './frames.ts'
import { createMasker, type Masker } from './mask.ts'
import { createMatcher, type Matcher } from './matcher.ts'
import { weighMembers } from './members.ts'
import { createSpeech } from './speech.ts'
import type { Grammar } from './compile.ts'
import type { Predictor } from '../language/predictor.ts'
import type { Candidates } from '../sampling/candidates.ts'

/** What a structured reply is made from. */
export interface StructuredOptions {
  grammar: Grammar
  /** The candidates, `structuralTokens(grammar)` among them. */
  candidates: Candidates
  /** `prepareStructured` of both, to be shared by the choices of a request; made where absent. */
  prepared?: Prepared
  /**
   * The language model for a field; it is told the tokens of the value so far as its context, and
   * writes a probability for each candidate.
   */
  speak(field: Field): Predictor
  /**
   * Whether the language model knows a field's value: then its own wish alone ends the value, and
   * hardly anybody else speaks. Absent, it knows none.
   */
  knows?(field: Field): boolean
}

/** What does not change from reply to reply. */
export interface Prepared {
  matcher: Matcher
  masker: Masker
  speech: ReturnType<typeof createSpeech>
}

/** Prepares a grammar and candidates for any number of replies, one step at a time. */
export function prepareStructured(grammar: Grammar, candidates: Candidates): Prepared {
  const matcher = createMatcher(grammar)
  return { matcher, masker: createMasker(matcher, candidates), speech: createSpeech(candidates) }
}

/** The language model's voice for each field, and what it makes of listed values; asked once each. */
export function createVoices({ grammar, candidates, speak, knows }: StructuredOptions) {
  const members = new Map<string, Float64Array>()
  const voices = new Map<string, Predictor>()

  function voiceOf(field: Field): Predictor {
    const key = `${field.kind} ${JSON.stringify(field.path)}`
    const voice = voices.get(key) ?? speak(field)
    voices.set(key, voice)
    return voice
  }

  function weigh(frame: Frame): Float64Array {
    const field = fieldOf(grammar, frame)
    const key = `${frame.node} ${JSON.stringify(field.path)}`
    const weighed =
      members.get(key) ?? weighMembers(field.options, voiceOf(field), candidates, isKnown(field))
    members.set(key, weighed)
    return weighed
  }

  function isKnown(field: Field): boolean {
    return knows?.(field) ?? false
  }

  return { voiceOf, weigh, isKnown, isKnownAt: (frame: Frame) => isKnown(fieldOf(grammar, frame)) }
}

import { longestContext } from '../language/smoothing.ts'
import type { Continuation } from '../reply/continuation.ts'
import { fieldOf, type Field } from './field.ts'
import { followText, isSpoken } from './text.ts'
import type { Frame } from './frames.ts'
import { createOutlook } from './outlook.ts'
import { closingShare, type Speech } from './speech.ts'
import { createVoices, prepareStructured, type StructuredOptions } from './voices.ts'

/** What every allowed candidate has at least, before all are made to sum to 1. */
const floor = 1e-9
/** How far a language model that names few numbers is followed. */
const doubt = 0.05

/**
 * Writes a document with two voices, and masks what they say to what the schema allows.
 *
 * Outside strings a small fixed preference lets replies finish (`createOutlook`): arrays go on with
 * probability ½, optional properties are written with 0.7, short alternatives are likelier than long
 * ones, and deep inside a document nearly only the shortest are taken.
 *
 * Inside a string the language model speaks as at the beginning of a reply. What it gives to the end
 * of the text goes to the closing quote, what it gives to characters that JSON escapes goes to their
 * escapes. Among listed values (enum, const, booleans) its probabilities of their texts decide, and
 * where it names numbers, those are followed.
 *
 * Every allowed candidate keeps a little, so nothing is certain where the schema leaves a choice.
 */
export function createStructuredPredictor(options: StructuredOptions): Continuation {
  const { grammar, candidates } = options
  const { matcher, masker, speech } = options.prepared ?? prepareStructured(grammar, candidates)
  const { end } = candidates
  const { voiceOf, weigh, isKnown, isKnownAt } = createVoices(options)
  const outlook = createOutlook(matcher, masker.trie, weigh, isKnownAt)
  const text = followText(matcher, candidates)

  function listen(field: Field): Speech {
    return speech.after(voiceOf(field), text.context.slice(-longestContext))
  }

  /** Speaks inside a string with a share of the probability. */
  function speakString(frame: Frame, share: number, mask: Uint8Array, into: Float64Array): void {
    const field = fieldOf(grammar, frame)
    const heard = listen(field)
    const total = heard.total(mask)
    const mayClose = matcher.advance(text.state, 0x22) !== undefined
    const boundary = heard.boundary(mask) / (total || 1)
    const wish = heard.end / (heard.end + total || 1)
    const wanted = isKnown(field)
      ? wish
      : closingShare(text.written, field.kind === 'key', boundary, wish)
    const closing = total === 0 ? 1 : wanted
    const close = mayClose ? closing : 0
    heard.addTo(into, mask, (share * (1 - close)) / (total || 1))
    outlook.spread(text.state, share * close, into, 0x22)
  }

  /** Follows the language model where it names numbers; gives the share that it leaves. */
  function speakNumber(mask: Uint8Array, into: Float64Array): number {
    const frame = text.state.flatMap((one) => [one, ...matcher.called(one)]).find(isNumeric)
    if (!frame) return 1
    const known = isKnownAt(frame)
    const heard = listen(fieldOf(grammar, frame))
    const total = heard.numbers(mask, known)
    const ending = frame.leaf?.accepts(frame.at) ? heard.end : 0
    const all = total + ending + (known ? doubt / 100 : doubt)
    heard.addNumbers(into, mask, 1 / all, known)
    outlook.spread(frame.parents, ending / all, into)
    return 1 - (total + ending) / all
  }

  function predict(into: Float64Array): void {
    const mask = masker.maskOf(text.state)
    into.fill(0)
    const spoken = text.state.filter(isSpoken)
    const [speaker] = spoken
    const share = spoken.length / text.state.length
    if (speaker) speakString(speaker, share, mask, into)
    const left = speaker ? 1 - share : speakNumber(mask, into)
    const unspoken = text.state.filter((one) => !isSpoken(one))
    outlook.spread(unspoken, left, into)
    const given = into.reduce((sum, one) => sum + one, 0)
    if (matcher.isComplete(text.state)) into[end] = (into[end] ?? 0) + Math.max(0, 1 - given)
    normalise(into, mask)
  }

  return {
    predict,
    accept(candidate) {
      if (candidate !== end) text.accept(candidate)
    },
  }
}

function isNumeric({ leaf }: Frame): boolean {
  return leaf?.kind === 'number'
}

/** Gives the allowed candidates at least the floor, the others nothing, and all together 1. */
function normalise(into: Float64Array, mask: Uint8Array): void {
  let total = 0
  for (let index = 0; index < into.length; index++) {
    const value = mask[index] === 1 ? Math.max(floor, into[index] ?? 0) : 0
    into[index] = value
    total += value
  }
  for (let index = 0; index < into.length; index++) into[index] = (into[index] ?? 0) / total
}

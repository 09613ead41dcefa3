import { endsSentence } from '../language/endings.ts'
import { heartContext } from '../tools/by-heart.ts'
import { longestContext } from '../language/smoothing.ts'
import type { Predictor } from '../language/predictor.ts'
import type { Candidates } from '../sampling/candidates.ts'
import { endOfText, tokenText } from '../tokens.ts'

/** One reply's source of distributions, token by token. */
export interface Continuation {
  /** Writes the probability of each candidate as the next token; 0 where it cannot be; they sum to 1. */
  predict(into: Float64Array): void
  /** Takes note of the token that was drawn, by candidate index. */
  accept(candidate: number): void
}

/** What free text is made from. */
export interface Speech {
  predict: Predictor
  /** Speaks for the first token of a reply, where that is another voice. */
  open?: Predictor | undefined
  /**
   * How often answers like this end after their sentence s, at s − 1 (`endingRates`); none where the
   * n-grams alone know the end.
   */
  endings: Float64Array
  candidates: Candidates
}

/** So many tokens are kept for the predictor, which may look at fewer. */
const remembered = Math.max(longestContext, heartContext)

/** The share of the ending component where a sentence ends … */
const endingShare = 0.75
/** … and where all answers like this end with it, as where one sentence was asked for. */
const lastShare = 0.97
/** So many characters show whether a sentence ends. */
const tail = 8

/**
 * Free text that goes on from a prompt (token ids), of which `prefix` is already the reply. The n-gram
 * model sees a few tokens and cannot know how long the reply is. So where a sentence ends, a second
 * component joins it that counts sentences: P(end) = ¼ of what the n-grams say + ¾ of the ending rate,
 * or 3 % and 97 % where that rate is 1.
 */
export function continueText(
  { predict, open, endings, candidates }: Speech,
  prompt: readonly number[],
  prefix: readonly number[],
): Continuation {
  const context = prompt.slice(-remembered)
  let text = ''
  let sentences = 0
  let length = 0

  function note(id: number): void {
    length += 1
    text = (text + (id === endOfText ? '' : tokenText(id))).slice(-tail)
    if (endsSentence(text)) sentences += 1
  }

  for (const id of prefix) note(id)
  return {
    predict(into) {
      const speak = length === 0 && open ? open : predict
      speak(context, into)
      if (endings.length === 0 || !endsSentence(text)) return
      const rate = endings[Math.min(sentences, endings.length) - 1] ?? 0
      mixEnd(into, candidates.end, rate)
    },
    accept(candidate) {
      const id = candidates.ids[candidate] ?? endOfText
      context.push(id)
      if (context.length > remembered) context.shift()
      note(id)
    },
  }
}

/** Moves probability between the end of the text and everything else; the sum stays 1. */
function mixEnd(probabilities: Float64Array, end: number, rate: number): void {
  const before = probabilities[end] ?? 0
  const share = rate === 1 ? lastShare : endingShare
  const after = (1 - share) * before + share * rate
  const factor = before < 1 ? (1 - after) / (1 - before) : 0
  for (let index = 0; index < probabilities.length; index++) {
    probabilities[index] = (probabilities[index] ?? 0) * factor
  }
  probabilities[end] = after
}

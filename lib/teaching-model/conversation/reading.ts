import { endingRates } from '../language/endings.ts'
import type { Row } from '../language/sources.ts'
import type { TeachingModel } from '../model.ts'
import { resultRows } from '../tools/results.ts'
import { copyRows } from './copying.ts'
import { mannerFit, mannersIn, type Manner } from './manners.ts'
import { fillSlots } from './slots.ts'
import { compare, weigh, type Likeness } from './topics.ts'
import { encodePassage, spokenByAssistant, type Passage, type Turn } from './turns.ts'

/** What a conversation makes of the model's text. */
export interface Reading {
  /** How much each passage of the corpus counts. */
  weights: Float64Array
  /** Passages made from the conversation itself. */
  rows: Row[]
  /** How often such answers end after their sentence s, at s − 1; none where `rows` know the end. */
  endings: Float64Array
}

/** The topic of the passages that say that the model does not know. */
const notKnowing = 'not-knowing'
/** How much other passages count beside those when the model does not know. */
const guess = 0.01
/** Below this likeness of the best passage the model had better say that it does not know … */
const leastLikeness = 0.3
/** … and above this share of unknown words. */
const mostUnknown = 0.4
/** How much more a passage counts that was filled with the user's own words. */
const personal = 3

/** Reads the turns before the reply. The reply so far does not turn the topic. */
export function readConversation(model: TeachingModel, turns: readonly Turn[]): Reading {
  const likeness = compare(model.topics, turns)
  const asked = mannersIn(turns)
  const filled = fillSlots(model.templates, turns)
  const ofFilled = filled.map((passage) => likeness.of(passage))
  const weightOf = weigher([...likeness.passages, ...ofFilled], asked, !knows(likeness, filled))
  const weights = Float64Array.from(model.passages, (passage, index) =>
    weightOf(passage, likeness.passages[index] ?? 0, model.manners[index]),
  )
  const rows = filled.map((passage, index) =>
    rowOf(passage, personal * weightOf(passage, ofFilled[index] ?? 0, mannersIn(passage.turns))),
  )
  const results = resultRows(model.templates, turns)
  return {
    weights,
    rows: [...rows, ...copyRows(turns), ...results],
    endings:
      results.length > 0 ? new Float64Array() : endingRates(...lengthsFor(model, weights, asked)),
  }
}

/** Whether anything in the model's text is about what was said. */
function knows(likeness: Likeness, filled: readonly Passage[]): boolean {
  const best = Math.max(...likeness.passages, ...filled.map((passage) => likeness.of(passage)), 0)
  return best >= leastLikeness && likeness.unknown(filled) <= mostUnknown
}

function weigher(all: readonly number[], asked: ReadonlySet<Manner>, lost: boolean) {
  const full = Math.max(0, ...all)
  return (passage: Passage, likeness: number, own: ReadonlySet<Manner> = new Set()): number => {
    const { factor, least } = mannerFit(own, asked)
    const weight = Math.max(least, factor * weigh(likeness, full))
    if (!lost) return weight
    return passage.topic === notKnowing ? factor : guess * weight
  }
}

/** Where a short answer was asked for, only short answers tell how long it is to be. */
function lengthsFor(
  { lengths, manners }: TeachingModel,
  weights: Float64Array,
  asked: ReadonlySet<Manner>,
): [readonly number[], Float64Array] {
  if (!asked.has('brief')) return [lengths, weights]
  return [lengths.map((length, index) => (manners[index]?.has('brief') ? length : 0)), weights]
}

function rowOf(passage: Passage, weight: number): Row {
  const ids = encodePassage(passage)
  return { ids, learned: spokenByAssistant(ids), weight }
}

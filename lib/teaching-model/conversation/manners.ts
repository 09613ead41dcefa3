import type { Turn } from './turns.ts'

/**
 * Ways of answering that a system message or the last question can ask for, each with the words that
 * ask for it.
 */
const askings = {
  brief:
    /\b(?:one|single|1) (?:short )?sentence\b|\bbrief(?:ly)?\b|\bconcise(?:ly)?\b|\bshort (?:answer|repl)|\bin short\b|\bfew words\b/i,
  list: /\b(?:a|as|numbered|bullet(?:ed)?) (?:short )?list\b|^list\b|\bbullet points?\b|\bstep by step\b|\b(?:in|as|numbered) steps\b/i,
  french: /\bfrench\b|\bfrançais\b/i,
  json: /\b(?:in|as|with|valid|only) json\b|\bjson (?:object|only)\b/i,
}

/** The name of a way of answering. */
export type Manner = keyof typeof askings

const all = Object.keys(askings).filter((name): name is Manner => name in askings)

/** The ways of answering that the system messages and the last question ask for. */
export function mannersIn(turns: readonly Turn[]): Set<Manner> {
  const question = turns.findLast(({ speaker }) => speaker === 'user')
  const heard = turns.filter((turn) => turn.speaker === 'system' || turn === question)
  return new Set(all.filter((name) => heard.some(({ text }) => askings[name].test(text))))
}

/** What a passage's weight is made of, besides its likeness. */
export interface MannerFit {
  /** Multiplies the weight. */
  factor: number
  /** The least weight, whatever the topic: how to answer is learned from all who answer so. */
  least: number
}

const fitting: MannerFit = { factor: 1, least: 0 }
const asAsked: MannerFit = { factor: 1, least: 0.02 }
const unasked: MannerFit = { factor: 0.01, least: 0 }
const notAsAsked: MannerFit = { factor: 0.05, least: 0 }
/** A longer answer still knows what a short one is about. */
const notBrief: MannerFit = { factor: 0.5, least: 0 }

/** How well a passage's way of answering fits what was asked for. */
export function mannerFit(own: ReadonlySet<Manner>, asked: ReadonlySet<Manner>): MannerFit {
  if ([...own].some((name) => !asked.has(name))) return unasked
  const missing = [...asked].filter((name) => !own.has(name))
  if (missing.length === 0) return asked.size > 0 ? asAsked : fitting
  return missing.every((name) => name === 'brief') ? notBrief : notAsAsked
}

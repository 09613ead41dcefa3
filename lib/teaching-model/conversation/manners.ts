import type { Passage, Turn } from './turns.ts'

/**
 * Ways of answering that a system message or the last question can ask for, each with the words that
 * ask for it.
 */
const askings = {
  brief:
    /\b(?:in |with )?(?:no more than |exactly |just |only )?(?:one|a single|single|1) (?:short )?sentence(?: only| per answer)?\b|\bin (?:one|a single) line\b|\b(?:be |answer )?(?:brief(?:ly)?|concise(?:ly)?|terse(?:ly)?)\b|\bkeep it short\b|\bshort (?:answer|reply)\b|\bin short\b|\bin (?:a )?few words\b/gi,
  list: /\b(?:with |as |make |write |give me )?(?:a|numbered|bulleted) (?:short )?list(?: of short lines| of)?\b|^list\b|\b(?:in |use )?bullet points?\b|\bstep by step\b|\b(?:in|as|with|numbered|the) (?:numbered )?steps\b/gi,
  french: /\bin french\b|\bfrench (?:greeting|host)\b|\b(?:speak|only) french\b|\bfrançais\b/gi,
  json: /\b(?:only )?(?:in|as|with|valid|only) (?:valid |a |one )?json(?: object| only)?\b|\ba json object\b/gi,
  label:
    /\bclassify\b|\bsentiment\b|\b(?:positive|negative)\b.*\b(?:positive|negative)\b|\bspam\b|\burgen(?:t|cy)\b|\bwh(?:ich|at) language\b|\byes or no\b|\b(?:choose a|the) topic\b|\blabel\b/gi,
}

/** The name of a way of answering. */
export type Manner = keyof typeof askings

const all = Object.keys(askings).filter((name): name is Manner => name in askings)

/** The ways of answering that the system messages and the last question ask for. */
export function mannersIn(turns: readonly Turn[]): Set<Manner> {
  const question = turns.findLast(({ speaker }) => speaker === 'user')
  const heard = turns.filter((turn) => turn.speaker === 'system' || turn === question)
  return new Set(all.filter((name) => heard.some(({ text }) => text.search(askings[name]) >= 0)))
}

/** Files of the corpus whose answers are all of one kind, also where the question does not say so. */
const ofTopic: Readonly<Record<string, Manner>> = {
  'one-sentence': 'brief',
  lists: 'list',
  french: 'french',
  'json-answers': 'json',
  classification: 'label',
}

/** The ways of answering of a passage. */
export function mannersOf({ topic, turns }: Passage): Set<Manner> {
  const own = ofTopic[topic]
  return own ? mannersIn(turns).add(own) : mannersIn(turns)
}

/**
 * A text without the words that ask for a way of answering: what is left says what it is about. The
 * words that ask for a label also say which label.
 */
export function withoutManner(text: string): string {
  return all
    .filter((name) => name !== 'label')
    .reduce((rest, name) => rest.replace(askings[name], ' '), text)
}

/** What a passage's weight is made of, besides its likeness. */
export interface MannerFit {
  /** Multiplies the weight. */
  factor: number
  /** The least weight, whatever the topic: how to answer is learned from all who answer so. */
  least: number
}

const fitting: MannerFit = { factor: 1, least: 0 }
const asAsked: MannerFit = { factor: 1, least: 0.004 }
/** The answers of which the form is learned from all; of the others only the topic counts. */
const formal: readonly Manner[] = ['list', 'french', 'json']
const unasked: MannerFit = { factor: 0.0005, least: 0 }
/** A list is an answer as well. A short answer always is. */
const unaskedList: MannerFit = { factor: 0.1, least: 0 }
const notAsAsked: MannerFit = { factor: 0.03, least: 0 }
/** A longer answer still knows what a short one is about. */
const notBrief: MannerFit = { factor: 0.5, least: 0 }

/** How well a passage's way of answering fits what was asked for. */
export function mannerFit(own: ReadonlySet<Manner>, asked: ReadonlySet<Manner>): MannerFit {
  const extra = [...own].filter((name) => !asked.has(name) && name !== 'brief')
  if (extra.length > 0) return extra.every((name) => name === 'list') ? unaskedList : unasked
  const missing = [...asked].filter((name) => !own.has(name))
  if (missing.length === 0) return formal.some((name) => asked.has(name)) ? asAsked : fitting
  return missing.every((name) => name === 'brief') ? notBrief : notAsAsked
}

import { bind, type Binding } from './bind.ts'
import { objectOf, parametersOf, type Tool } from './definitions.ts'
import { membersOf, withoutNull } from './schemas.ts'
import type { Said } from './values.ts'
import { bestLikeness, contentWords } from './words.ts'

/** How well a text fits a tool. */
export interface Fit {
  tool: Tool
  /** See `fitOf`; a tool fits from 1 on. */
  score: number
  binding: Binding
}

/** The score from which a tool fits. */
export const fitting = 1

/** Verbs of names that say nothing about what a tool does, and such that say little. */
const emptyVerbs = new Set(
  'get fetch do make give show tell use run check retrieve query current new data value info tool function api'
    .split(' ')
    .flatMap(contentWords),
)
const lightVerbs = new Set(
  'add set send create find list book open start stop play read write update delete look order buy turn control name time day number'
    .split(' ')
    .flatMap(contentWords),
)

/** What a person asks of a model and not of a tool. */
const ownWork =
  /\b(?:stor(?:y|ies)|poems?|jokes?|songs?|essays?|limericks?|haikus?|riddles?|fairy tales?|explain|why|imagine|what does .{1,40} mean|how (?:do|does|did) (?!i\b|you\b|the)|describe|once upon)\b/gi
const ownTalk =
  /\b(?:tell me about|talk about|what (?:is|are) (?:a|an)\b|what do you (?:think|know))/i

/**
 * How well a text fits a tool: the sum of
 * - for each word of the text, how alike it is to a word of the tool's name: up to 1; to one like
 *   "send" or "set" 0.5, to one like "get" nothing;
 * - where the name does not have it: 0.5 for a word of the description, 0.3 for one of the arguments'
 *   names and for a named member of an enumeration; these together give at most 1.2;
 * - 0.5 where all required arguments find a value in the text, −0.25 where none does, and what lies
 *   between for some of them;
 * - −0.75 where the text asks for something of the model's own, such as a story or an explanation,
 *   that the tool does not name; −0.4 for "tell me about".
 *
 * Without a word in common the score is 0, whatever values are found.
 */
export function fitOf(tool: Tool, said: Said): Fit {
  const binding = bind(tool, said)
  const words = wordsInCommon(tool, said.text)
  if (words === 0) return { tool, score: 0, binding }
  const score = words + 0.75 * binding.found - 0.25 - ownShare(tool, said.text)
  return { tool, score, binding }
}

/** What the words of a text give of the score: see `fitOf`. */
export function wordsInCommon(tool: Tool, text: string): number {
  const name = contentWords(tool.name).filter((word) => !emptyVerbs.has(word))
  const strong = name.filter((word) => !lightVerbs.has(word))
  const light = name.filter((word) => lightVerbs.has(word))
  const description = contentWords(tool.description).filter((word) => !emptyVerbs.has(word))
  const parts = partWords(tool)
  let named = 0
  let more = 0
  for (const word of contentWords(text)) {
    if (emptyVerbs.has(word)) continue
    const byName = Math.max(bestLikeness(word, strong), 0.5 * bestLikeness(word, light))
    named += byName
    if (byName > 0) continue
    const factor = lightVerbs.has(word) ? 0.2 : 0.5
    more += Math.max(factor * bestLikeness(word, description), 0.3 * bestLikeness(word, parts))
  }
  return named + Math.min(1.2, more)
}

/** The words of a tool's argument names and enumerations. */
function partWords(tool: Tool): string[] {
  return parametersOf(tool).flatMap(({ key, schema }) => {
    const members = membersOf(withoutNull(objectOf(schema))).filter(
      (one) => typeof one === 'string',
    )
    return [key, ...members].flatMap(contentWords)
  })
}

function ownShare({ name, description }: Tool, text: string): number {
  const about = contentWords(`${name} ${description}`)
  const asked = text.match(ownWork) ?? []
  const foreign = asked.some((one) => bestLikeness(contentWords(one)[0] ?? '', about) < 0.7)
  if (foreign) return 0.75
  return ownTalk.test(text) ? 0.4 : 0
}

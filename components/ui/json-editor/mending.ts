import { fixOfWriting } from '#lib/json/fixes.ts'
import {
  withFix,
  type Doubt,
  type LoadKnowledge,
  type TextFix,
  type TextKnowledge,
} from '#lib/json/help.ts'
import { parseTolerantJson } from '#lib/json/index.ts'
import { repairJson } from '#lib/json/repair.ts'
import { mostListed } from './area.ts'

/** How a text can be mended. */
export interface Mending {
  /** The mending of each problem that is listed, in their order; undefined where none is obvious. */
  fixes: (TextFix | undefined)[]
  /** The text with everything mended, where that is more than a single fix. */
  whole: string | undefined
}

/** Beyond this many characters only single faults are mended, as the whole takes too long. */
const longText = 200_000

/** How the problems of a text can be mended, those of its writing and those of its content. */
export function mendingOf(
  text: string,
  problems: readonly Doubt[],
  knowledge: TextKnowledge | undefined,
): Mending {
  const isBroken = problems.some(({ code }) => code !== undefined)
  // Of a broken text the whole is mended in another way, and each fault takes as long as the text.
  const looked = isBroken || text.length > longText ? problems.slice(0, mostListed) : problems
  const fixes = looked.map((problem) => problem.fix ?? fixOf(text, problem, knowledge))
  if (text.length > longText) return { fixes, whole: undefined }
  const whole = isBroken ? repairJson(text) : withAll(text, fixes)
  const [first] = fixes
  const isMore = first === undefined || withFix(text, first) !== whole
  const helps = whole !== undefined && parseTolerantJson(whole).problems.length === 0
  return { fixes, whole: isMore && helps ? whole : undefined }
}

function fixOf(text: string, problem: Doubt, knowledge: TextKnowledge | undefined) {
  return problem.code === undefined ? knowledge?.fixFor(text, problem) : fixOfWriting(text, problem)
}

/** The knowledge of a field, with this module; fetched together when a field first has a problem. */
export async function mender(load: LoadKnowledge | undefined) {
  const knowledge = await load?.()
  return (text: string, problems: readonly Doubt[]) => mendingOf(text, problems, knowledge)
}

/** A text with several fixes, the last first so that no offset moves; undefined for fewer than two. */
function withAll(text: string, fixes: readonly (TextFix | undefined)[]): string | undefined {
  const made = fixes.filter((fix) => fix !== undefined)
  if (made.length < 2) return undefined
  let start = Infinity
  let mended = text
  for (const fix of made.toSorted((one, other) => other.offset - one.offset)) {
    if (fix.offset + fix.length > start) continue
    mended = withFix(mended, fix)
    start = fix.offset
  }
  return mended
}

import type { Bound } from './bind.ts'
import { objectOf, type Tool, type ToolUse } from './definitions.ts'
import { fitOf, fitting, wordsInCommon, type Fit } from './fit.ts'
import type { Mention } from './mention.ts'
import { findMentions } from './mentions.ts'
import type { Said } from './values.ts'

/** A call that the model is going to make. */
export interface PlannedCall {
  tool: Tool
  /** What the conversation offers for its arguments; the others are left to the language model. */
  values: ReadonlyMap<string, Bound>
}

/** A call that stands in the conversation. */
export interface PastCall {
  id: string
  name: string
  /** JSON text, as it was sent. */
  arguments: string
}

/** What of a conversation decides about calls. */
export interface Asked {
  /** The user's last message; empty where there is none. */
  text: string
  /** The user's message before it. */
  before: string
  /** The calls that were made since the user's last message. */
  made: readonly PastCall[]
}

/** The most characters of a message that are looked at; what is asked stands early or late. */
const longestText = 2000

/** A message of more parts is read as a whole. */
const mostParts = 24

/** The most calls in one reply. */
const mostCalls = 8

/**
 * The calls that a conversation asks for, in the order of the text; none where no tool fits.
 *
 * The last message is read clause by clause, and each clause may ask for one tool, the best that fits;
 * a message that only goes on ("And in Porto?") is read together with the one before it. Where a
 * clause lists values ("Lisbon and Porto") the tool is called for each. Calls that were made since are
 * not made again. Where a call is required and none fits, the best there is is made. Without parallel
 * calls only the first is made; the others have their turn when its result is there. Where calls are
 * ruled out there are none.
 */
export function planCalls(use: ToolUse, asked: Asked): PlannedCall[] {
  if (use.mode === 'none') return []
  const all = [...fittingCalls(use, asked)].slice(0, mostCalls)
  const left = notMade(all, asked.made)
  const must = use.mode === 'required'
  const calls = left.length === 0 && must ? bestCalls(use, asked) : left
  return use.parallel ? calls : calls.slice(0, 1)
}

function fittingCalls(use: ToolUse, { text, before }: Asked): PlannedCall[] {
  const clauses = clausesOf(shortened(text), use.tools)
  const calls = clauses.flatMap((clause) => callsFor(use.tools, clause))
  if (calls.length > 0 || !goesOn(text)) return calls
  return callsFor(use.tools, said(text), shortened(before))
}

/** The calls for one clause: the best tool's, if it fits. */
function callsFor(tools: readonly Tool[], clause: Said, before = ''): PlannedCall[] {
  const best = bestFit(tools, clause, before)
  return best && best.score >= fitting ? spread(best, clause) : []
}

/**
 * The tool with the highest score, the first among equals. A text before it lends its words, but no
 * values: a follow-up must bring a value of its own.
 */
function bestFit(tools: readonly Tool[], clause: Said, before: string): Fit | undefined {
  const all = tools.map((tool): Fit => {
    const fit = fitOf(tool, clause)
    if (before === '') return fit
    const earlier = fitOf(tool, said(before))
    const follows = fit.binding.used.size > 0 && earlier.score >= fitting
    return follows ? { ...fit, score: earlier.score } : fit
  })
  return all.toSorted((a, b) => b.score - a.score)[0]
}

function bestCalls({ tools }: ToolUse, { text }: Asked): PlannedCall[] {
  const whole = said(shortened(text))
  const best = bestFit(tools, whole, '')
  return best ? spread(best, whole) : []
}

/** One call for each value of a list, where exactly one argument took a value of a list. */
function spread({ tool, binding }: Fit, { text, mentions }: Said): PlannedCall[] {
  const values = binding.values
  const lists = [...binding.used].flatMap(([key, mention]) => {
    const others = listedWith(mention, text, mentions).filter(
      (other) => ![...binding.used.values()].includes(other),
    )
    return others.length > 0 ? [{ key, others }] : []
  })
  const [list] = lists
  if (!list || lists.length > 1) return [{ tool, values }]
  const further = list.others.map((other) => ({
    tool,
    values: new Map([...values, [list.key, valueLike(values.get(list.key), other)]]),
  }))
  return [{ tool, values }, ...further]
}

/** The mentions of the same kind that follow in one list: parted by a comma, "and" or "or" only. */
function listedWith(first: Mention, text: string, mentions: readonly Mention[]): Mention[] {
  const listed: Mention[] = []
  let end = first.end
  for (const next of mentions) {
    const between = text.slice(end, next.start)
    const joined =
      /^["”»']?\s?(?:,|,?\s?(?:and|or|&)(?: (?:also |then )?(?:in|for|at|on|from|to))?)\s?["“«']?$/i
    if (next.start < end || next.kind !== first.kind || !joined.test(between)) continue
    listed.push(next)
    end = next.end
  }
  return first.kind === 'number' || first.kind === 'unit' ? [] : listed
}

function valueLike(value: Bound | undefined, { text, value: normal }: Mention): Bound {
  const normalised = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value)
  return normalised ? (normal ?? text) : text
}

/**
 * A text in its clauses: cut after the end of a sentence and before "and", "then" and commas, but only
 * where what follows fits a tool by itself and what is before has words of one, so that "in Lisbon and Porto" stays together.
 */
function clausesOf(text: string, tools: readonly Tool[]): Said[] {
  const clauses: string[] = []
  const cuts = text.split(/(?<=[.?!;]\s)|(?=,? (?:and|then|also) )|(?<=, )/)
  for (const part of cuts.length > mostParts ? [text] : cuts) {
    const last = clauses.pop()
    const parts = last !== undefined && asks(last, tools) && fits(part, tools)
    if (last === undefined) clauses.push(part)
    else if (parts) clauses.push(last, part)
    else clauses.push(last + part)
  }
  return clauses.map(said)
}

function fits(text: string, tools: readonly Tool[]): boolean {
  if (!asks(text, tools)) return false
  const clause = said(text)
  return tools.some((tool) => fitOf(tool, clause).score >= fitting)
}

function asks(text: string, tools: readonly Tool[]): boolean {
  return tools.some((tool) => wordsInCommon(tool, text) >= 0.5)
}

function said(text: string): Said {
  return { text, mentions: findMentions(text) }
}

/** Whether a message only goes on from the one before it. */
function goesOn(text: string): boolean {
  return (
    /^\s*(?:and|what about|how about|also|or|then|now|the same|ok)\b/i.test(text) ||
    text.length < 30
  )
}

/** What was not called yet: equal calls are left out, and one call for each other call of its tool. */
function notMade(calls: readonly PlannedCall[], made: readonly PastCall[]): PlannedCall[] {
  const past = [...made]
  const unequal = calls.filter((call) => {
    const at = past.findIndex((one) => one.name === call.tool.name && agrees(call, one))
    if (at >= 0) past.splice(at, 1)
    return at < 0
  })
  return unequal.filter(({ tool }) => {
    const at = past.findIndex(({ name }) => name === tool.name)
    if (at >= 0) past.splice(at, 1)
    return at < 0
  })
}

function agrees({ values }: PlannedCall, past: PastCall): boolean {
  const args = argumentsOf(past)
  return [...values].every(([key, value]) => JSON.stringify(args[key]) === JSON.stringify(value))
}

/** The arguments of a call that was made; none where they are no JSON object. */
export function argumentsOf(call: PastCall | undefined): Readonly<Record<string, unknown>> {
  try {
    return objectOf(JSON.parse(call?.arguments ?? '{}'))
  } catch {
    return {}
  }
}

/** The beginning and the end of a long text. */
function shortened(text: string): string {
  if (text.length <= longestText) return text
  return `${text.slice(0, longestText / 2)} ${text.slice(-longestText / 2)}`
}

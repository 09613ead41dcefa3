import type { Document } from '../conversation/document.ts'
import { toolResults } from '../conversation/slots.ts'
import { encodeTurns, spokenByAssistant, type Turn } from '../conversation/turns.ts'
import type { Row } from '../language/sources.ts'
import { heartContext } from './by-heart.ts'
import { argumentsOf } from './plan.ts'
import { readResult, type Finding, type Result } from './result-values.ts'

/** A place in a frame: `{key|temperature}`, `{value|18}` or `{tool|get_weather}`. */
const slot = /\{(key|value|tool)\|[^{}|]*\}/g

/** How much a token of a told result counts; a passage of the corpus counts 1 at most. */
const weight = 30

/** What stands in the titles of the frames for each kind of result; the rest are for values. */
const titles: Readonly<Record<Exclude<Result['kind'], 'values'>, RegExp>> = {
  text: /^A result that is a text/,
  list: /^A result that is a list/,
  empty: /empty|missing/,
  error: /^A tool that failed/,
  done: /^A tool that has done/,
}

/** Said where the corpus has no frame. */
const plainFrames: Readonly<Record<Result['kind'], string>> = {
  values: 'The {key|k} is {value|v}.',
  text: 'The tool says: {value|v}.',
  list: 'The tool has found: {value|v}.',
  empty: 'The tool sent nothing back.',
  error: 'The tool failed: {value|v}.',
  done: 'It is done.',
}

/**
 * The ways of telling a tool's result, one text each, from the frames of the corpus; at least one. A
 * frame for one value begins; values that it does not hold follow as plain sentences.
 */
export function sayResult(documents: readonly Document[], tool: string, content: string): string[] {
  const result = readResult(content)
  const frames = framesFor(documents, result.kind)
  if (result.kind !== 'values') {
    const text = 'text' in result ? result.text : 'ok'
    return frames.map((frame) => fill(frame, tool, [{ key: 'result', value: text }]))
  }
  const { findings } = result
  const fitting = frames.filter((frame) => valuesIn(frame) <= findings.length)
  return (fitting.length > 0 ? fitting : [plainFrames.values]).map((frame) => {
    const rest = findings.slice(valuesIn(frame)).map((one) => fill(plainFrames.values, tool, [one]))
    return [fill(frame, tool, findings), ...rest].join(' ')
  })
}

/**
 * The rows from which the answer to the results at the end of a conversation is drawn; none where it
 * ends otherwise. Each tells all of these results, in one of the ways of `sayResult`, as the answer to
 * the last of them, and knows where it ends. They are told one after the other, each with the
 * arguments of its call where there are several.
 */
export function resultRows(documents: readonly Document[], turns: readonly Turn[]): Row[] {
  const results = turns.slice(turns.findLastIndex(({ speaker }) => speaker !== 'tool') + 1)
  const last = results.at(-1)
  if (!last) return []
  const told = results.map(({ text, answers }) =>
    sayResult(documents, answers?.name ?? 'tool', text),
  )
  const before = encodeTurns([last]).slice(-heartContext)
  const ways = Math.max(...told.map(({ length }) => length))
  return Array.from({ length: ways }, (_, way) => {
    const said = told.map((texts) => texts[way % texts.length] ?? '')
    const text = said
      .map((one, index) => (results.length > 1 ? subject(results[index] ?? last) : '') + one)
      .join('\n\n')
    const ids = [...before, ...encodeTurns([{ speaker: 'assistant', text }])]
    return { ids, learned: spokenByAssistant(ids), weight }
  })
}

/** Of what a result tells, where there are several: the values in the arguments of its call. */
function subject({ answers }: Turn): string {
  const values = Object.values(argumentsOf(answers)).filter((one) => typeof one !== 'object')
  return values.length > 0 ? `${values.join(', ')}: ` : ''
}

function framesFor(documents: readonly Document[], kind: Result['kind']): string[] {
  const all = documents.filter((document) => document.topic === toolResults)
  const others = Object.values(titles)
  const frames = all.filter(({ title }) =>
    kind === 'values' ? !others.some((one) => one.test(title)) : titles[kind].test(title),
  )
  return frames.length > 0 ? frames.map(({ text }) => text) : [plainFrames[kind]]
}

function valuesIn(frame: string): number {
  return [...frame.matchAll(slot)].filter(([, name]) => name === 'value').length
}

/** A frame with its slots filled; keys and values take the findings in turn. */
function fill(frame: string, tool: string, findings: readonly Finding[]): string {
  const taken = { key: 0, value: 0 }
  const text = frame.replaceAll(slot, (_, name: string) => {
    if (name === 'tool') return tool
    const of = name === 'key' ? 'key' : 'value'
    return findings[taken[of]++]?.[of] ?? ''
  })
  return ended(findings.reduce(inPlural, text))
}

/** "The results is" as "the results are". */
function inPlural(text: string, { key }: Finding): string {
  return /[^siu]s$/.test(key) ? text.replace(`${key} is `, `${key} are `) : text
}

/** With one sign at its end. */
function ended(text: string): string {
  return /[.!?…]$/.test(text) ? text.replace(/([.!?…])\.$/, '$1') : `${text}.`
}

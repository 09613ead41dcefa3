import { parseTolerantJson } from '#lib/json/index.ts'

/** What the arguments of a call amount to. */
export type ReadArguments =
  /** A JSON value; `note` where a strict reader would refuse it. */
  | { kind: 'json'; value: unknown; pretty: string; note?: string }
  /** Broken, or not all there yet; `problem` says at which line. */
  | { kind: 'broken'; problem: string }

/**
 * Reads the arguments of a call as its tool would. No text at all stands for no arguments, which some
 * providers send.
 */
export function readArguments(text: string): ReadArguments {
  if (text.trim() === '') return { kind: 'json', value: {}, pretty: '{}' }
  const { value, problems, tolerated } = parseTolerantJson(text)
  const [first] = problems
  if (first) return { kind: 'broken', problem: `Line ${first.line}: ${first.message}` }
  const pretty = JSON.stringify(value, null, 2)
  if (tolerated.length === 0) return { kind: 'json', value, pretty }
  const note = `A strict reader refuses this JSON (${tolerated.join(', ')}).`
  return { kind: 'json', value, pretty, note }
}

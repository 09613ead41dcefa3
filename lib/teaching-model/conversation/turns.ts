import type { PastCall } from '../tools/plan.ts'
import { encode, endOfText } from '../tokens.ts'
import type { Document } from './document.ts'

/** Who speaks in a stretch of text. */
export type Speaker = 'system' | 'user' | 'assistant' | 'tool'

/** One speaker's text, without the label. */
export interface Turn {
  speaker: Speaker
  text: string
  /** The tools that the assistant called in this turn, if it did. */
  calls?: readonly PastCall[]
  /** The call whose result a tool tells in this turn. */
  answers?: PastCall
}

/** Stands between passages; no prompt contains it, so no context reaches across. */
export const boundary = -1

// Negative, so that they can be part of a context but never be drawn.
const markers: Record<Speaker, number> = { system: -2, user: -3, assistant: -4, tool: -5 }

const label = /^(System|User|Assistant): */

/**
 * The turns of a document of the corpus. Dialogue is written as paragraphs that begin with `User:`,
 * `Assistant:` or `System:`; a paragraph without a label continues the turn above it. A document
 * without labels is one text by the assistant.
 */
export function turnsOf(text: string): Turn[] {
  const turns: Turn[] = []
  for (const paragraph of text.trim().split(/\n{2,}/)) {
    const speaker = speakerOf(paragraph)
    const last = turns.at(-1)
    if (last && !speaker) last.text += `\n\n${paragraph}`
    else turns.push({ speaker: speaker ?? 'assistant', text: unlabelled(paragraph) })
  }
  return turns
}

function speakerOf(paragraph: string): Speaker | undefined {
  const name = label.exec(paragraph)?.[1]
  if (name === 'System') return 'system'
  if (name === 'User') return 'user'
  return name === 'Assistant' ? 'assistant' : undefined
}

function unlabelled(paragraph: string): string {
  return paragraph.replace(label, '')
}

/**
 * Turns as one row of token ids: each turn begins with the marker of its speaker (negative, in the
 * place of the label `User:` or `Assistant:`), and each turn of the assistant ends with the end of
 * the text. Calls are read as their JSON text, after what was said.
 */
export function encodeTurns(turns: readonly Turn[]): number[] {
  return turns.flatMap(({ speaker, text, calls = [] }) => [
    markers[speaker],
    ...encode(text),
    ...calls.flatMap((call) => encode(callText(call))),
    ...(speaker === 'assistant' ? [endOfText] : []),
  ])
}

/** The definitions of tools as the model reads them, before everything else; nothing without them. */
export function encodeDefinitions(text: string | undefined): number[] {
  return text === undefined ? [] : [markers.tool, ...encode(text)]
}

/** A call as the model reads it. */
export function callText({ name, arguments: args }: PastCall): string {
  return JSON.stringify({ name, arguments: args })
}

/** A conversation with the beginning of the reply, where there is one. */
export interface Prompt {
  /** The turns that are complete. */
  turns: readonly Turn[]
  /** The token ids with which the assistant's next turn begins; none where nothing was said yet. */
  prefix: readonly number[]
}

/**
 * Parts a conversation from the reply that it begins: a last turn of the assistant is not over but
 * the beginning of the reply, unless it called tools. `prefix` gives its token ids, for texts that encode otherwise.
 */
export function openPrompt(turns: readonly Turn[], prefix?: readonly number[]): Prompt {
  const last = turns.at(-1)
  if (last?.speaker !== 'assistant' || last.calls) return { turns, prefix: [] }
  return { turns: turns.slice(0, -1), prefix: prefix ?? encode(last.text) }
}

/** A conversation as the model reads it, ending where it goes on with the assistant's turn. */
export function encodePrompt({ turns, prefix }: Prompt): number[] {
  return [...encodeTurns(turns), markers.assistant, ...prefix]
}

/** A stretch of the corpus that belongs together: a question with its answer, or a whole text. */
export interface Passage {
  topic: string
  title: string
  turns: Turn[]
}

/**
 * The passages of a document: a dialogue has one for each turn of the user, which begins with the
 * dialogue's system message where there is one; a text is one.
 */
export function passagesOf({ topic, title, text }: Document): Passage[] {
  const turns = turnsOf(text)
  const system = turns.filter(({ speaker }) => speaker === 'system')
  const passages: Passage[] = []
  for (const turn of turns.filter(({ speaker }) => speaker !== 'system')) {
    const last = passages.at(-1)
    if (last && turn.speaker !== 'user') last.turns.push(turn)
    else passages.push({ topic, title, turns: [...system, turn] })
  }
  return passages
}

/** A passage as the model learns it, boundary first. */
export function encodePassage({ turns }: Passage): number[] {
  return [boundary, ...encodeTurns(turns)]
}

/**
 * For each token of an encoded row, whether the model learns to say it: what the assistant says, and
 * not what it is told, as in the fine-tuning of chat models.
 */
export function spokenByAssistant(row: readonly number[]): boolean[] {
  let speaker = boundary
  return row.map((id) => {
    if (id < 0) speaker = id
    return id >= 0 && speaker === markers.assistant
  })
}

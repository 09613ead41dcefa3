import type { JsonProblem } from './document.ts'

/** One thing that can be put into a text. */
export interface TextOption {
  label: string
  /** What kind of thing it is, in a word or two. */
  detail: string
  /** What it is for, one or two sentences; empty where nothing is known. */
  note: string
  /** The text to put in, and the offset in it where the caret goes; 0-based. */
  insert: string
  caret: number
}

/** What can be put in the place of a stretch of text, best first; 0-based offsets, `to` exclusive. */
export interface TextOptions {
  from: number
  to: number
  options: TextOption[]
}

/** What is known about a stretch of text; 0-based offsets, `to` exclusive. */
export interface TextHelp {
  from: number
  to: number
  /** The name of what stands there. */
  name: string
  /** What may stand there, such as "text, required". */
  kind: string
  /** One or two sentences; empty where nothing more is known. */
  note: string
}

/** A change that mends a fault; offset and length in UTF-16 units (0-based) of the text it is for. */
export interface TextFix {
  /** What it does, as words on a button, such as "Write true". */
  title: string
  offset: number
  length: number
  insert: string
}

/** Something that is allowed and likely not meant, in the order of the text. */
export interface Doubt extends JsonProblem {
  fix?: TextFix | undefined
}

/** What is known about the texts of one field. */
export interface TextKnowledge {
  /** What can be typed at an offset; undefined where nothing is known. */
  optionsAt(text: string, offset: number): TextOptions | undefined
  /** What is known about what stands at an offset; undefined where nothing is. */
  helpAt(text: string, offset: number): TextHelp | undefined
  /** The mending of a fault of the content; undefined where none is obvious. */
  fixFor(text: string, problem: JsonProblem): TextFix | undefined
  /** What is likely a slip in a text that can be sent as it is; empty where nothing is. */
  doubtsIn(text: string, signal: AbortSignal): Promise<Doubt[]>
}

/** Fetches the knowledge when it is first needed; undefined for a field that may be anything. */
export type LoadKnowledge = () => Promise<TextKnowledge | undefined>

/** The text with a fix made. */
export function withFix(text: string, { offset, length, insert }: TextFix): string {
  return text.slice(0, offset) + insert + text.slice(offset + length)
}

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

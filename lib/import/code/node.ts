import type { TemplatePart } from './token.ts'

/** A named argument, a key of an object, or everything of another object (`**more`, `...more`). */
export interface Entry {
  /** Nothing for everything of another object. */
  key?: string
  value: Node
}

/** A call: `a.b.create(…)`; `on` is what it is called on where that is no plain name. */
export interface Call {
  kind: 'call'
  path: string
  on?: Node
  args: Node[]
  named: Entry[]
}

/** An expression, as far as a request can be made of it. */
export type Node =
  | { kind: 'value'; value: string | number | boolean | null }
  | { kind: 'template'; parts: TemplatePart[] }
  | { kind: 'list'; items: Node[] }
  | { kind: 'spread'; value: Node }
  | { kind: 'object'; entries: Entry[] }
  | { kind: 'path'; path: string }
  | { kind: 'sum'; terms: Node[] }
  | { kind: 'either'; options: Node[] }
  | { kind: 'unknown' }
  | Call

/** A program, as far as a request can be made of it. */
export interface Program {
  /** Every call, in the order in which they end. */
  calls: Call[]
  /** What was assigned to a name; the first assignment stands. */
  assigned: ReadonlyMap<string, Node>
  /** Whether all of the text was read. */
  whole: boolean
}

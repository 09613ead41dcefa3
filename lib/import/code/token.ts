/** The languages that are read as code. */
export type Language = 'python' | 'typescript'

/** A stretch of a template: text, or the source of an expression in it. */
export type TemplatePart = string | { source: string }

/** One token of a program. */
export interface Token {
  kind: 'name' | 'number' | 'string' | 'mark' | 'end'
  /** A name or a mark as written; empty for others. */
  text: string
  number?: number
  /** What a string says; expressions stand apart where it is a template. */
  parts?: TemplatePart[]
  /** Whether a line ended before it. */
  newline: boolean
}

/**
 * One text the teaching model learns from. A paragraph is one line, a blank line parts paragraphs,
 * and a single newline stands only between lines of verse. A dialogue starts with `User: ` and
 * alternates with `Assistant: `, one blank line between turns.
 */
export interface Document {
  topic: string
  title: string
  text: string
}

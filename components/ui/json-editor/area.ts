import type { CSSProperties } from 'react'
import type { LoadKnowledge } from '#lib/json/help.ts'
import type { JsonProblem } from '#lib/json/index.ts'

/** A few words about a line, drawn after it; no part of the text. */
export interface LineHint {
  /** 1-based. */
  line: number
  text: string
}

/** What both the plain text box and the editor need. */
export interface AreaProps {
  value: string
  problems: readonly JsonProblem[]
  /** What is allowed and likely not meant; marked, less loudly. */
  doubts?: readonly JsonProblem[] | undefined
  placeholder: string
  hints: readonly LineHint[]
  /** Where completion and explanations come from, the same as long as the field is there. */
  knowledge?: LoadKnowledge | undefined
  /** Attributes of the element that holds the text: id, name, description. */
  attributes: Record<string, string>
  onChange(text: string): void
}

/** Most problems that are listed; all of them are marked in the text. */
export const mostListed = 3

/** Height of a line of JSON, in pixels. */
export const lineHeight = 18

/** Space above the first and below the last line, in pixels. */
export const edge = 4

/** Characters of a line and its hint that fit beside each other in the narrowest editor. */
const narrowest = 34

/** Whether a hint finds room at the right end of a line of so many characters. */
export function fitsAtEnd(length: number, hint: string): boolean {
  return length + hint.length + 2 <= narrowest
}

/** The lowest and highest an editing area gets, as variables that text box and editor share. */
export function heights(lowest: string, highest: string): CSSProperties {
  // Custom properties are valid in a style, which the type does not say.
  return { '--json-lowest': lowest, '--json-highest': highest } as CSSProperties
}

/** The height of so many lines, as a CSS length. */
export function linesTall(lines: number): string {
  return `${lines * lineHeight + 2 * edge}px`
}

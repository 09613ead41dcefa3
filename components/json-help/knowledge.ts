import type { TextFix, TextKnowledge } from '#lib/json/help.ts'
import { completionsAt } from '#lib/json-schema/completions.ts'
import type { SchemaDocument } from '#lib/json-schema/document.ts'
import { documentFor, schemaDocument } from '#lib/json-schema/documents.ts'
import { fixOfContent } from '#lib/json-schema/fixes.ts'
import { hoverAt } from '#lib/json-schema/hover.ts'
import type { ParameterName } from '#lib/parameters/index.ts'
import { doubtsIn } from './doubts.ts'

/** What is known about the JSON of a parameter; undefined where it may be anything. */
export function knowledgeOf(name: ParameterName): TextKnowledge | undefined {
  const document = documentFor(name)
  return document && knownBy(document)
}

/** What is known about a text that is a JSON Schema itself. */
export function knowledgeOfSchema(): TextKnowledge {
  return knownBy(schemaDocument)
}

/** Where a text stands within the JSON of a parameter. */
export interface Surroundings {
  before: string
  after: string
  /** The path of the text's value in the whole. */
  path: readonly (string | number)[]
}

/** What is known about a text that is a piece of the JSON of a parameter. */
export function knowledgeOfPiece(
  name: ParameterName,
  { before, after, path: around }: Surroundings,
): TextKnowledge | undefined {
  const whole = knowledgeOf(name)
  if (!whole) return undefined
  const shift = before.length
  // On a line of its own, so that a string which does not end yet ends before it.
  const within = (text: string) => `${before}${text}\n${after}`
  const back = <T extends { from: number; to: number }>(found: T | undefined) =>
    found && { ...found, from: found.from - shift, to: found.to - shift }
  const fixBack = (fix: TextFix | undefined) => fix && { ...fix, offset: fix.offset - shift }
  return {
    optionsAt: (text, offset) => back(whole.optionsAt(within(text), offset + shift)),
    helpAt: (text, offset) => back(whole.helpAt(within(text), offset + shift)),
    fixFor(text, { path = [], ...problem }) {
      const shifted = { ...problem, offset: problem.offset + shift, path: [...around, ...path] }
      return fixBack(whole.fixFor(within(text), shifted))
    },
    async doubtsIn(text, signal) {
      const doubts = await whole.doubtsIn(within(text), signal)
      return doubts.map(({ path = [], fix, ...doubt }) => ({
        ...doubt,
        path: path.slice(around.length),
        offset: doubt.offset - shift,
        column: doubt.line === 1 ? doubt.column - shift : doubt.column,
        fix: fixBack(fix),
      }))
    },
  }
}

function knownBy(document: SchemaDocument): TextKnowledge {
  return {
    optionsAt: (text, offset) => completionsAt(text, offset, document),
    helpAt: (text, offset) => hoverAt(text, offset, document),
    fixFor: (text, problem) => fixOfContent(text, problem, document),
    doubtsIn: (text, signal) => doubtsIn(text, document, signal),
  }
}

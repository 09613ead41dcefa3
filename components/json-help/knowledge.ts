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

/** What is known about a text that is one entry of the list that a parameter is. */
export function knowledgeOfEntry(name: ParameterName): TextKnowledge | undefined {
  const whole = knowledgeOf(name)
  if (!whole) return undefined
  const inList = (text: string) => `[${text}]`
  const outOfList = <T extends { from: number; to: number }>(found: T | undefined) =>
    found && { ...found, from: found.from - 1, to: found.to - 1 }
  const fixOut = (fix: TextFix | undefined) => fix && { ...fix, offset: fix.offset - 1 }
  return {
    optionsAt: (text, offset) => outOfList(whole.optionsAt(inList(text), offset + 1)),
    helpAt: (text, offset) => outOfList(whole.helpAt(inList(text), offset + 1)),
    fixFor(text, { path = [], ...problem }) {
      const shifted = { ...problem, offset: problem.offset + 1, path: [0, ...path] }
      return fixOut(whole.fixFor(inList(text), shifted))
    },
    async doubtsIn(text, signal) {
      const doubts = await whole.doubtsIn(inList(text), signal)
      return doubts.map(({ path = [], fix, ...doubt }) => ({
        ...doubt,
        path: path.slice(1),
        offset: doubt.offset - 1,
        column: doubt.line === 1 ? doubt.column - 1 : doubt.column,
        fix: fixOut(fix),
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

import type { TextKnowledge } from '#lib/json/help.ts'
import { completionsAt } from '#lib/json-schema/completions.ts'
import type { SchemaDocument } from '#lib/json-schema/document.ts'
import { documentFor, schemaDocument } from '#lib/json-schema/documents.ts'
import { fixOfContent } from '#lib/json-schema/fixes.ts'
import { hoverAt } from '#lib/json-schema/hover.ts'
import type { ParameterName } from '#lib/parameters/index.ts'

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
  return {
    optionsAt(text, offset) {
      const found = whole.optionsAt(inList(text), offset + 1)
      return found && { ...found, from: found.from - 1, to: found.to - 1 }
    },
    helpAt(text, offset) {
      const found = whole.helpAt(inList(text), offset + 1)
      return found && { ...found, from: found.from - 1, to: found.to - 1 }
    },
    fixFor(text, problem) {
      const shifted = { ...problem, offset: problem.offset + 1, path: [0, ...(problem.path ?? [])] }
      const fix = whole.fixFor(inList(text), shifted)
      return fix && { ...fix, offset: fix.offset - 1 }
    },
  }
}

function knownBy(document: SchemaDocument): TextKnowledge {
  return {
    optionsAt: (text, offset) => completionsAt(text, offset, document),
    helpAt: (text, offset) => hoverAt(text, offset, document),
    fixFor: (text, problem) => fixOfContent(text, problem, document),
  }
}

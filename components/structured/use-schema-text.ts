import { useState } from 'react'
import { parseTolerantJson } from '#lib/json/index.ts'
import {
  formatDraft,
  freshName,
  schemaText,
  withPart,
  withSchemaText,
} from '#lib/structured/format-draft.ts'
import { isSchema, type JsonSchema } from '#lib/structured/schema-node.ts'
import type { SchemaTemplate } from '#lib/structured/templates.ts'

const emptySchema = { type: 'object', properties: {}, required: [], additionalProperties: false }

/** How a response format is written to. */
export interface FormatWriter {
  /** The text of the whole field. */
  text: string
  /** For what is typed. */
  onChange(text: string): void
  /** For what a button does: a step of Undo by itself. */
  onPress(text: string): void
}

/**
 * The schema within a response format, as a value and as the text that is shown. What is typed and is
 * no object stays here, out of the field, until it can be read or `keep` is called. A field that changes
 * otherwise, as by Undo, is followed.
 */
export function useSchemaText({ text, onChange, onPress }: FormatWriter) {
  const [typed, setTyped] = useState<string>()
  const { schema = emptySchema, strict = false, name = '' } = formatDraft(text) ?? {}
  const isBroken = typed !== undefined && !isSchema(parseTolerantJson(typed).value)
  const isAhead = isBroken || (typed !== undefined && valueIn(typed) === JSON.stringify(schema))
  const write = (next: JsonSchema, to: (text: string) => void) => {
    setTyped(undefined)
    to(withPart(text, 'schema', next))
  }
  return {
    schema,
    strict,
    shown: isAhead ? typed : (schemaText(text) ?? ''),
    isBroken,
    put: (next: JsonSchema) => write(next, onChange),
    press: (next: JsonSchema) => write(next, onPress),
    /** Begins with a template, which also names a format that has no name of its own yet. */
    begin(template: SchemaTemplate) {
      setTyped(undefined)
      const next = withPart(text, 'schema', template.schema)
      const isNamed = name !== '' && name !== freshName
      onPress(isNamed ? next : withPart(next, 'name', template.name))
    },
    type(next: string) {
      setTyped(next)
      if (isSchema(parseTolerantJson(next).value)) onChange(withSchemaText(text, next))
    },
    /** Writes what cannot be read into the field too, so that nothing typed is lost. */
    keep() {
      if (isBroken && typed.trim() !== '') onPress(withSchemaText(text, typed))
    },
  }
}

function valueIn(text: string): string {
  return JSON.stringify(parseTolerantJson(text).value)
}

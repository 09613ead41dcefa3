import { useState } from 'react'
import { parseTolerantJson } from '#lib/json/index.ts'
import { formatDraft, schemaText, withPart, withSchemaText } from '#lib/structured/format-draft.ts'
import { isSchema, type JsonSchema } from '#lib/structured/schema-node.ts'

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
 * no object stays here, out of the field, until it can be read or `keep` is called.
 */
export function useSchemaText({ text, onChange, onPress }: FormatWriter) {
  const [broken, setBroken] = useState<string>()
  const { schema = emptySchema, strict = false } = formatDraft(text) ?? {}
  const write = (next: JsonSchema, to: (text: string) => void) => {
    setBroken(undefined)
    to(withPart(text, 'schema', next))
  }
  return {
    schema,
    strict,
    shown: broken ?? schemaText(text) ?? '',
    isBroken: broken !== undefined,
    put: (next: JsonSchema) => write(next, onChange),
    press: (next: JsonSchema) => write(next, onPress),
    type(typed: string) {
      const { value } = parseTolerantJson(typed)
      setBroken(isSchema(value) ? undefined : typed)
      if (!isSchema(value)) return
      onChange(
        schemaText(text) === undefined
          ? withPart(text, 'schema', value)
          : withSchemaText(text, typed),
      )
    },
    /** Writes what cannot be read into the field too, so that nothing typed is lost. */
    keep() {
      if (broken !== undefined && broken.trim() !== '') onChange(withSchemaText(text, broken))
    },
  }
}

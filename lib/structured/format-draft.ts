import { editJson } from '#lib/json/edit.ts'
import { formatJson, parseTolerantJson } from '#lib/json/index.ts'
import { partText, withPartText } from '#lib/json/part.ts'
import { isSchema, type JsonSchema } from './schema-node.ts'

/** The formats that a reply can be asked to have. */
export type FormatType = 'text' | 'json_object' | 'json_schema'

/** What the text of `response_format` asks for. */
export interface FormatDraft {
  /** Undefined where it is none of the three, or where the field is empty. */
  type: FormatType | undefined
  /** What stands under "json_schema"; parts of another kind than theirs are left out. */
  name: string
  description: string
  strict: boolean
  schema: JsonSchema | undefined
}

/** The text as a format; undefined where it cannot be read as an object. */
export function formatDraft(text: string): FormatDraft | undefined {
  const { value, empty } = parseTolerantJson(text)
  if (!empty && !isSchema(value)) return undefined
  const format = isSchema(value) ? value : {}
  const inner = isSchema(format.json_schema) ? format.json_schema : {}
  return {
    type: types.find((type) => type === format.type),
    name: typeof inner.name === 'string' ? inner.name : '',
    description: typeof inner.description === 'string' ? inner.description : '',
    strict: inner.strict === true,
    schema: isSchema(inner.schema) ? inner.schema : undefined,
  }
}

const types: readonly FormatType[] = ['text', 'json_object', 'json_schema']

/** The text of a fresh format of a type. */
export function freshFormat(type: FormatType): string {
  return JSON.stringify(type === 'json_schema' ? freshSchemaFormat : { type }, null, 2)
}

/** The name of a fresh format. */
export const freshName = 'reply'

const freshSchemaFormat = {
  type: 'json_schema',
  json_schema: {
    name: freshName,
    strict: true,
    schema: {
      type: 'object',
      properties: { answer: { type: 'string' } },
      required: ['answer'],
      additionalProperties: false,
    },
  },
}

/** The text with a part under "json_schema" changed; comments and layout stay. Undefined removes it. */
export function withPart(
  text: string,
  part: 'name' | 'description' | 'strict' | 'schema',
  value: unknown,
): string {
  return editJson(text, ['json_schema', part], value)
}

const schemaPath = ['json_schema', 'schema']

/** The text of the schema alone, at the left edge; what stands on one line is indented by two spaces. */
export function schemaText(text: string): string | undefined {
  const part = partText(text, schemaPath)
  return part === undefined || part.includes('\n') ? part : formatJson(part)
}

/**
 * The text with that of the schema replaced as it stands, also by one that cannot be read; a format that
 * has no schema gets it.
 */
export function withSchemaText(text: string, schema: string): string {
  const hasOne = partText(text, schemaPath) !== undefined
  return withPartText(hasOne ? text : withPart(text, 'schema', {}), schemaPath, schema)
}

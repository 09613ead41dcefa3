import type { AnySettings } from '#lib/parameters/descriptor.ts'
import { isSchema } from './schema-node.ts'

/** What a request asked of the form of its reply. */
export interface AskedFormat {
  kind: 'any' | 'object' | 'schema'
  /** The schema that the reply has to fit; only for `schema`, and only where it has one. */
  schema?: unknown
}

/** The form that settings ask for. */
export function askedFormat({ response_format: format }: AnySettings): AskedFormat {
  if (!isSchema(format)) return { kind: 'any' }
  if (format.type === 'json_object') return { kind: 'object' }
  if (format.type !== 'json_schema') return { kind: 'any' }
  const { json_schema: named } = format
  return { kind: 'schema', schema: isSchema(named) ? named.schema : undefined }
}

/** The form that the JSON text of a body asked for; undefined where that cannot be read. */
export function sentFormat(body: string): AskedFormat | undefined {
  try {
    const read: unknown = JSON.parse(body)
    return isSchema(read) ? askedFormat(read) : undefined
  } catch {
    return undefined
  }
}

/** Whether a text may hold JSON that is worth a tree; a quick look at its beginning. */
export function mayHoldJson(text: string, { kind }: AskedFormat): boolean {
  return kind === 'any' ? /^\s*(?:```[^\n`]*\n\s*)?[[{]/.test(text) : /[[{]/.test(text)
}

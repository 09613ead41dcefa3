import type { JsonSchema, SchemaPath } from './schema-node.ts'
import type { StrictRule } from './strict-rules.ts'

/** Changes the whole schema so that one problem is gone. */
export type StrictFix = (schema: JsonSchema) => JsonSchema

/** Something that OpenAI's strict mode does not take, where it stands, and how it can be mended. */
export interface StrictProblem {
  rule: StrictRule
  /** The schema at fault: keywords, names and 0-based places from the root. */
  path: SchemaPath
  /** One sentence. */
  message: string
  /** What the fix does, in two or three words; absent where there is none. */
  fixTitle?: string
  /** Mends this in the whole schema, and keeps its meaning as far as strict mode can say it. */
  fix?: StrictFix
}

import type { LineHint } from '#components/ui/json-editor/area.ts'
import type { JsonProblem } from '#lib/json/index.ts'
import type { Parameter } from '#lib/parameters/descriptor.ts'
import type { ParameterName } from '#lib/parameters/index.ts'

/** What a part that helps to write a JSON field is given. The text stays the truth. */
export interface AidProps {
  /** The id of the element that holds the text. */
  id: string
  parameter: Parameter<ParameterName>
  /** The JSON text of the field; it may be half typed. */
  text: string
  /** What is wrong in it: first how it is written, then by the schema. */
  problems: readonly JsonProblem[]
  onChange(text: string): void
  /** Draws a few words at the right end of lines (1-based); to be told once for each change. */
  onHints(hints: readonly LineHint[]): void
}

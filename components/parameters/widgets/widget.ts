import type { Draft } from '#lib/parameters/draft.ts'
import type { Parameter } from '#lib/parameters/descriptor.ts'
import type { ParameterName } from '#lib/parameters/index.ts'

/** What every widget is given. The element with `id` is the one that the label names. */
export interface WidgetProps {
  id: string
  parameter: Parameter<ParameterName>
  draft: Draft
  onChange(draft: Draft): void
  onBlur(): void
  invalid: boolean
  /** The id of the message under the control, while there is one. */
  describedBy: string | undefined
}

/** A draft as the text of an input. */
export function textOf(draft: Draft): string {
  return typeof draft === 'string' ? draft : ''
}

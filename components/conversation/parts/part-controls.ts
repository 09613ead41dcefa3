import type { PartModel } from '#lib/request/parts.ts'

/** What the controls of one part are given. */
export interface PartControls<Kind extends PartModel['kind'] = PartModel['kind']> {
  model: Extract<PartModel, { kind: Kind }>
  /** What the part is called: `part 2 of user message 1`. */
  name: string
  /** For `aria-invalid` and `aria-describedby` of the control at fault. */
  fault: { 'aria-invalid'?: true; 'aria-describedby'?: string }
  /** Sets a key inside the part; undefined takes it out. */
  onSet(path: readonly string[], value: unknown): void
}

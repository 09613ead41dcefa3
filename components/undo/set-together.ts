import type { Drafts } from '#lib/request/drafts.ts'
import type { ParameterForm } from '#components/parameters/form-context.tsx'
import { withoutSteps } from './undo-store.ts'

/** Sets several fields at once, as one step that Undo takes back. */
export function setTogether(form: ParameterForm, drafts: Partial<Drafts>): void {
  // Names of a part of the drafts are names of drafts.
  const names = Object.keys(drafts) as (keyof Drafts)[]
  const set = (name: keyof Drafts) =>
    form.setValue(name, drafts[name] ?? null, { shouldDirty: true })
  withoutSteps(() => names.slice(1).forEach(set))
  // The step is taken with the last one set, and holds all that changed since the step before.
  names.slice(0, 1).forEach(set)
}

import type { Opened } from '#lib/preset/link.ts'
import { draftsAfter, type Proposal } from '#lib/preset/proposals.ts'
import type { ParameterForm } from '#components/parameters/form-context.tsx'
import { amendCurrentPreset, getCurrentPreset } from '#components/presets/current-preset.ts'
import { openPreset } from '#components/presets/open-preset.ts'
import { notify } from '#components/shell/notice.tsx'
import { goStep } from '#components/undo/use-undo.ts'

/** Makes these of the proposed changes in the form, as one step. */
export function applyChanges(
  form: ParameterForm,
  { preset, whole }: Pick<Opened, 'preset' | 'whole'>,
  changes: readonly Proposal[],
): void {
  const drafts = draftsAfter(form.getValues(), changes)
  if (whole || preset.name !== undefined) return openPreset(form, preset, drafts)
  // A few values without a name leave it the same experiment.
  const { settings: _, ...said } = preset
  form.reset(drafts, { keepDefaultValues: true })
  amendCurrentPreset({ ...getCurrentPreset(), ...said })
  void form.trigger()
}

/** Says what was opened, with the way back where something changed. */
export function tellOpened(form: ParameterForm, what: string, hasChanged = true): void {
  notify({
    text: `Opened ${what}. Nothing runs until you press Run.`,
    ...(hasChanged ? { action: { title: 'Undo', run: () => goStep(form, 'back') } } : {}),
  })
}

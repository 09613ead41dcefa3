import type { Opened } from '#lib/preset/link.ts'
import type { Preset } from '#lib/preset/preset.ts'
import { draftsAfter, type Proposal } from '#lib/preset/proposals.ts'
import { draftsOf, type Drafts } from '#lib/request/drafts.ts'
import type { ParameterForm } from '#components/parameters/form-context.tsx'
import {
  amendCurrentPreset,
  getCurrentPreset,
  setCurrentPreset,
} from '#components/presets/current-preset.ts'
import { fingerprintOf } from '#components/presets/fingerprint.ts'
import { notify } from '#components/shell/notice.tsx'
import { goStep } from '#components/undo/use-undo.ts'

/** Makes these of the proposed changes in the form, as one step. */
export function applyChanges(
  form: ParameterForm,
  { preset, whole }: Pick<Opened, 'preset' | 'whole'>,
  changes: readonly Proposal[],
): void {
  const drafts = draftsAfter(form.getValues(), changes)
  if (whole || preset.name !== undefined) return put(form, preset, drafts)
  // A few values without a name leave it the same experiment.
  const { settings: _, ...said } = preset
  form.reset(drafts, { keepDefaultValues: true })
  amendCurrentPreset({ ...getCurrentPreset(), ...said })
  void form.trigger()
}

/** Puts a preset into the form, as one step; what it does not name is not set. */
export function applyWhole(form: ParameterForm, preset: Preset): void {
  put(form, preset, draftsOf(preset.settings))
}

function put(form: ParameterForm, preset: Preset, drafts: Drafts): void {
  const { name, description, authorNote, unlocked } = preset
  form.reset(drafts, { keepDefaultValues: true })
  // What it was opened as counts as saved, so that a change of it is seen.
  const asSaved = fingerprintOf(form.getValues())
  setCurrentPreset({ name, description, authorNote, unlocked, asSaved })
  void form.trigger()
}

/** Says what was opened, with the way back where something changed. */
export function tellOpened(form: ParameterForm, what: string, hasChanged = true): void {
  notify({
    text: `Opened ${what}. Nothing runs until you press Run.`,
    ...(hasChanged ? { action: { title: 'Undo', run: () => goStep(form, 'back') } } : {}),
  })
}

import type { Preset } from '#lib/preset/preset.ts'
import { draftsAfter, type Proposal } from '#lib/preset/proposals.ts'
import { draftsOf, type Drafts } from '#lib/request/drafts.ts'
import type { ParameterForm } from '#components/parameters/form-context.tsx'
import { setCurrentPreset } from '#components/presets/current-preset.ts'
import { notify } from '#components/shell/notice.tsx'
import { goStep } from '#components/undo/use-undo.ts'

/** Makes these of a preset's changes in the form, as one step. */
export function applyChanges(
  form: ParameterForm,
  preset: Preset,
  changes: readonly Proposal[],
): void {
  put(form, preset, draftsAfter(form.getValues(), changes))
}

/** Puts a preset into the form, as one step; what it does not name is not set. */
export function applyWhole(form: ParameterForm, preset: Preset): void {
  put(form, preset, draftsOf(preset.settings))
}

function put(form: ParameterForm, preset: Preset, drafts: Drafts): void {
  const { name, description, authorNote, unlocked } = preset
  form.reset(drafts, { keepDefaultValues: true })
  setCurrentPreset({ name, description, authorNote, unlocked })
  void form.trigger()
}

/** Says what was opened, with the way back where something changed. */
export function tellOpened(form: ParameterForm, what: string, hasChanged = true): void {
  notify({
    text: `Opened ${what}. Nothing runs until you press Run.`,
    ...(hasChanged ? { action: { title: 'Undo', run: () => goStep(form, 'back') } } : {}),
  })
}

import type { Opened } from '#lib/preset/link.ts'
import type { Preset } from '#lib/preset/preset.ts'
import { draftsAfter, type Proposal } from '#lib/preset/proposals.ts'
import { draftsOf, type Drafts } from '#lib/request/drafts.ts'
import type { ParameterForm } from '#components/parameters/form-context.tsx'
import {
  getCurrentPreset,
  setCurrentPreset,
  type CurrentPreset,
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
  // A few values leave the experiment what it is called, unless they bring a name of their own.
  const said = whole || preset.name !== undefined ? preset : { ...getCurrentPreset(), ...preset }
  put(form, said, draftsAfter(form.getValues(), changes))
}

/** Puts a preset into the form, as one step; what it does not name is not set. */
export function applyWhole(form: ParameterForm, preset: Preset): void {
  put(form, preset, draftsOf(preset.settings))
}

function put(form: ParameterForm, said: CurrentPreset, drafts: Drafts): void {
  const { name, description, authorNote, unlocked, savedAs } = said
  form.reset(drafts, { keepDefaultValues: true })
  // What it was opened as counts as saved, so that a change of it is seen.
  const { asSaved = fingerprintOf(form.getValues()) } = said
  setCurrentPreset({ name, description, authorNote, unlocked, savedAs, asSaved })
  void form.trigger()
}

/** Says what was opened, with the way back where something changed. */
export function tellOpened(form: ParameterForm, what: string, hasChanged = true): void {
  notify({
    text: `Opened ${what}. Nothing runs until you press Run.`,
    ...(hasChanged ? { action: { title: 'Undo', run: () => goStep(form, 'back') } } : {}),
  })
}

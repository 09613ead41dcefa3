import type { Preset } from '#lib/preset/preset.ts'
import { draftsOf } from '#lib/request/drafts.ts'
import type { ParameterForm } from '#components/parameters/form-context.tsx'
import { setCurrentPreset, type CurrentPreset } from './current-preset.ts'
import { fingerprintOf } from './fingerprint.ts'

/**
 * Puts a preset into the form, as one step that Undo takes back: what it does not name is not set, unless
 * `drafts` say what the form is to hold. What it was opened as counts as saved. Nothing runs.
 */
export function openPreset(
  form: ParameterForm,
  { settings, ...said }: Preset & Pick<CurrentPreset, 'savedAs'>,
  drafts = draftsOf(settings),
): void {
  form.reset(drafts, { keepDefaultValues: true })
  setCurrentPreset({ ...said, asSaved: fingerprintOf(form.getValues()) })
  void form.trigger()
}

import type { Preset } from '#lib/preset/preset.ts'
import type { AnySettings } from '#lib/parameters/descriptor.ts'
import type { Settings } from '#lib/parameters/index.ts'
import { parseDrafts, type Drafts } from '#lib/request/drafts.ts'
import { findForbiddenInMessages, findForbiddenKeys } from '#lib/request/forbidden-keys.ts'
import { ok, type Result } from '#lib/result.ts'
import type { ParameterForm } from '#components/parameters/form-context.tsx'
import { newRunId } from '#components/run/run-id.ts'
import { notify } from '#components/shell/notice.tsx'
import { amendCurrentPreset, getCurrentPreset } from './current-preset.ts'
import { fingerprintOf } from './fingerprint.ts'
import { freeName } from './names.ts'
import { listPresets, putPresets } from './saved-presets.ts'

/** What of a form can be kept, and the names of what cannot. */
export interface Keepable {
  settings: Settings
  leftOut: string[]
}

/** Values that have a problem or carry a credential are not kept. */
export function keepableOf(drafts: Drafts): Keepable {
  const { settings, problems } = parseDrafts(drafts)
  const isSet = new Set(
    Object.entries(drafts).flatMap(([name, draft]) => (draft === null ? [] : [name])),
  )
  const left = new Set(problems.map(({ parameter }) => parameter).filter((one) => isSet.has(one)))
  for (const [name, value] of Object.entries(settings)) {
    if (hasCredential(name, value)) left.add(name)
  }
  const kept: AnySettings = Object.fromEntries(
    Object.entries(settings).filter(([name]) => !left.has(name)),
  )
  // Every value that is left passed the schema of its parameter.
  return { settings: kept as Settings, leftOut: [...left] }
}

/** Saves the form under a name: in place of the preset that it came from, or as a new one. */
export async function savePreset(
  form: ParameterForm,
  { name, description }: { name: string; description: string },
  asNew: boolean,
): Promise<Result<{ name: string; leftOut: string[] }, string>> {
  const { savedAs, authorNote, unlocked } = getCurrentPreset()
  const drafts = form.getValues()
  const { settings, leftOut } = keepableOf(drafts)
  const all = await listPresets()
  if (!all.ok) return all
  const id = asNew || savedAs === undefined ? newRunId() : savedAs
  const others = all.value.presets.filter((one) => one.id !== id)
  const free = freeName(
    name,
    others.map(({ preset }) => preset.name ?? ''),
  )
  const about = {
    name: free,
    ...(description === '' ? {} : { description }),
    ...(authorNote === undefined ? {} : { authorNote }),
    ...(unlocked === undefined ? {} : { unlocked }),
  }
  const preset: Preset = { settings, ...about }
  const saved = await putPresets([{ id, savedAt: Date.now(), preset }])
  if (!saved.ok) return saved
  amendCurrentPreset({ ...about, savedAs: id, asSaved: fingerprintOf(drafts) })
  return ok({ name: free, leftOut })
}

/** Saves the form in place of the preset that it came from, and says so. */
export async function saveAgain(form: ParameterForm): Promise<void> {
  const { name = 'Untitled', description = '' } = getCurrentPreset()
  const saved = await savePreset(form, { name, description }, false)
  notify({ text: saved.ok ? savedWords(saved.value) : saved.error })
}

/** What to say once something was saved. */
export function savedWords({ name, leftOut }: { name: string; leftOut: string[] }): string {
  const rest =
    leftOut.length > 0 ? ` Left out, for a problem or a credential: ${leftOut.join(', ')}.` : ''
  return `Saved “${name}”.${rest}`
}

function hasCredential(name: string, value: unknown): boolean {
  const find = name === 'messages' ? findForbiddenInMessages : findForbiddenKeys
  return find({ [name]: value }).some(({ reason }) => reason === 'credential')
}

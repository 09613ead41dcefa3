import { setKeepsNothing } from '#components/playground/storage.ts'
import { notify } from '#components/shell/notice.tsx'
import { amendCurrentPreset, getCurrentPreset } from './current-preset.ts'
import { deleteAllPresets, putPresets, type SavedPreset } from './saved-presets.ts'

/**
 * Deletes all saved presets. `saved` are those that there were: as long as the notice stands they can
 * be brought back, since they were saved deliberately; keeping is turned on again with it.
 */
export async function forgetPresets(saved: readonly SavedPreset[]): Promise<void> {
  const { savedAs, ...said } = getCurrentPreset()
  const done = await deleteAllPresets()
  if (savedAs !== undefined) amendCurrentPreset(said)
  if (saved.length === 0) return
  if (!done.ok) return notify({ text: done.error })
  const bringBack = async () => {
    await setKeepsNothing(false)
    const back = await putPresets(saved)
    if (!back.ok) return notify({ text: back.error })
    if (savedAs !== undefined) amendCurrentPreset({ ...getCurrentPreset(), savedAs })
  }
  const what = saved.length === 1 ? '1 saved preset was' : `${saved.length} saved presets were`
  notify({
    text: `Nothing is kept on this device any more. ${what} deleted.`,
    action: { title: 'Keep again and bring presets back', run: () => void bringBack() },
  })
}

import { notify } from '#components/shell/notice.tsx'
import type { ParameterForm } from '#components/parameters/form-context.tsx'

/** Most bytes of a file that is read at all. */
const mostBytes = 40_000_000

/** Reads a file and receives the preset that it holds, or says why there is none. */
export async function openFile(form: ParameterForm, file: File): Promise<void> {
  if (file.size > mostBytes) return notify({ text: 'This file is too large to be a preset.' })
  try {
    const [{ receiveFile }, text] = await Promise.all([import('./receive.ts'), file.text()])
    receiveFile(form, text)
  } catch {
    notify({ text: 'The file could not be read.' })
  }
}

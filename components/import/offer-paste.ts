import { readPaste } from '#lib/import/index.ts'
import { openPanel } from '#components/shell/panel-store.ts'
import { handOver } from './pasted.ts'

/** Opens the panel with a text that can be imported; does nothing with any other. */
export function offerPaste(text: string): void {
  if (!readPaste(text).ok) return
  handOver(text)
  openPanel('import')
}

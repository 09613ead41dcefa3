'use client'

import { lazy, Suspense, type ReactNode } from 'react'
import { usePagePaste } from '#components/import/use-page-paste.ts'
import { closePanel, useOpenPanel, type PanelName } from './panel-store.ts'

// Nobody sees a panel before asking for it, so none is part of the first load.
const KeyListDialog = lazy(async () => ({
  default: (await import('./key-list-dialog.tsx')).KeyListDialog,
}))
const PresetsPanel = lazy(async () => ({
  default: (await import('#components/presets/presets-panel.tsx')).PresetsPanel,
}))
const HistoryPanel = lazy(async () => ({
  default: (await import('#components/history/history-panel.tsx')).HistoryPanel,
}))
const ShareDialog = lazy(async () => ({
  default: (await import('#components/share/share-dialog.tsx')).ShareDialog,
}))
const CodeDialog = lazy(async () => ({
  default: (await import('#components/code/code-dialog.tsx')).CodeDialog,
}))
const ImportDialog = lazy(async () => ({
  default: (await import('#components/import/import-dialog.tsx')).ImportDialog,
}))

const TokensDialog = lazy(async () => ({
  default: (await import('#components/tokenizer/tokens-dialog.tsx')).TokensDialog,
}))

/** Each panel, given the way to close itself. */
const panels: Partial<Record<PanelName, (onClose: () => void) => ReactNode>> = {
  keys: (onClose) => <KeyListDialog onClose={onClose} />,
  history: (onClose) => <HistoryPanel onClose={onClose} />,
  presets: (onClose) => <PresetsPanel onClose={onClose} />,
  code: (onClose) => <CodeDialog onClose={onClose} />,
  import: (onClose) => <ImportDialog onClose={onClose} />,
  share: (onClose) => <ShareDialog onClose={onClose} />,
  tokens: (onClose) => <TokensDialog onClose={onClose} />,
}

/** The panel that is open, if any; what is pasted on the page may open one. */
export function Panels() {
  usePagePaste()
  const name = useOpenPanel()
  return <Suspense>{name && panels[name]?.(closePanel)}</Suspense>
}

'use client'

import type { OpenMenu } from '#components/ui/menu-button.tsx'
import { Menu } from '#components/ui/menu.tsx'
import type { Folds } from './use-folds.ts'

/** What can be done with all messages; `keys` are those of their cards. */
export function HeadMenu({
  keys,
  folds,
  ...menu
}: OpenMenu & { keys: readonly string[]; folds: Folds }) {
  const items = [
    { title: 'Collapse all', onSelect: () => folds.set(keys, true) },
    { title: 'Expand all', onSelect: () => folds.set(keys, false) },
  ]
  return <Menu label="More for the conversation" groups={[items]} {...menu} />
}

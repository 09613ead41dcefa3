'use client'

import { Icon } from '#components/ui/icon.tsx'
import { askedAndGot } from '#lib/reply/audit/asked-and-got.ts'
import type { RunRecord } from './run-store.ts'

/** How many parameters came out otherwise than asked; leads to the table of all. */
export function DifferencesLink({ run, onShow }: { run: RunRecord; onShow(): void }) {
  const count = askedAndGot(run.settings, run.reply).filter(({ differs }) => differs).length
  if (count === 0) return null
  return (
    <button
      type="button"
      className="flex items-center gap-1.5 whitespace-nowrap text-warn hover:underline"
      onClick={onShow}
    >
      <Icon name="warning" size={14} />
      {count === 1 ? '1 differs' : `${count} differ`}
    </button>
  )
}

'use client'

import { Icon } from '#components/ui/icon.tsx'
import { askedAndGot } from '#lib/reply/audit/asked-and-got.ts'
import { askedOf, type RunRecord } from './run-record.ts'

/** How many parameters came out otherwise than asked; leads to the table of all. */
export function DifferencesLink({ run, onShow }: { run: RunRecord; onShow(): void }) {
  const count = askedAndGot(askedOf(run), run.reply).filter(({ differs }) => differs).length
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

'use client'

import { useId } from 'react'
import type { ToolModel } from '#lib/tools/tool-text.ts'
import { Icon } from '#components/ui/icon.tsx'
import { TextBox } from '#components/ui/text-box.tsx'

/** The name of a tool, and the description by which the model decides when to call it. */
export function ToolWords({
  tool: { name, description },
  others,
  onEdit,
}: {
  tool: ToolModel
  /** The names that other tools have. */
  others: readonly string[]
  onEdit(change: Partial<ToolModel>): void
}) {
  const id = useId()
  const problem = problemOf(name, others)
  return (
    <div className="mb-3 flex flex-col gap-2">
      <div>
        <label htmlFor={id} className="text-small font-semibold text-ink-2">
          Name
        </label>
        <TextBox
          id={id}
          value={name}
          invalid={problem !== undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          onChange={({ target }) => onEdit({ name: target.value })}
        />
        {problem && (
          <p id={`${id}-problem`} className="mt-1 flex gap-1.5 text-small text-danger">
            <Icon name="error" size={14} />
            {problem}
          </p>
        )}
      </div>
      <div>
        <label htmlFor={`${id}-words`} className="text-small font-semibold text-ink-2">
          Description
        </label>
        <textarea
          id={`${id}-words`}
          rows={2}
          value={description}
          placeholder="What it does, and when to call it"
          onChange={({ target }) => onEdit({ description: target.value })}
          className="block field-sizing-content max-h-40 min-h-12 w-full resize-none rounded-[6px] border border-field bg-surface px-2 py-1"
        />
      </div>
    </div>
  )
}

function problemOf(name: string, others: readonly string[]): string | undefined {
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(name)) return 'A name has 1 to 64 letters, digits, _ or -.'
  return others.includes(name) ? `Another tool is called “${name}”.` : undefined
}

'use client'

import { useId } from 'react'
import type { ToolModel } from '#lib/tools/tool-text.ts'
import { Segmented } from '#components/ui/segmented.tsx'

type Format = ToolModel['format']

const kinds = [
  { value: 'text', title: 'Any text' },
  { value: 'lark', title: 'Lark grammar' },
  { value: 'regex', title: 'Regular expression' },
] as const
type Kind = (typeof kinds)[number]['value']

/** What a custom tool takes: any text, or what a grammar allows. */
export function CustomFields({
  tool: { format },
  onEdit,
}: {
  tool: ToolModel
  onEdit(change: Partial<ToolModel>): void
}) {
  const id = useId()
  const kind: Kind = format.type === 'text' ? 'text' : format.syntax
  const definition = format.type === 'text' ? '' : format.definition
  const write = (next: Format) => onEdit({ format: next })
  return (
    <>
      <h3 className="mb-1 text-small font-semibold text-ink-2">Input</h3>
      <Segmented<Kind>
        label="Input"
        options={kinds}
        value={kind}
        onChange={(next) =>
          write(next === 'text' ? { type: 'text' } : { type: 'grammar', syntax: next, definition })
        }
      />
      {format.type === 'grammar' && (
        <div className="mt-2">
          <label htmlFor={id} className="text-small font-semibold text-ink-2">
            {format.syntax === 'lark' ? 'Grammar' : 'Pattern'}
          </label>
          <textarea
            id={id}
            rows={4}
            value={format.definition}
            placeholder={format.syntax === 'lark' ? 'start: "yes" | "no"' : '^[a-z]+$'}
            spellCheck={false}
            onChange={({ target }) => write({ ...format, definition: target.value })}
            className="block field-sizing-content max-h-60 min-h-20 w-full resize-none rounded-[6px] border border-field bg-surface px-2 py-1 font-mono text-small"
          />
        </div>
      )}
    </>
  )
}

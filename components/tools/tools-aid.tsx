'use client'

import { lazy, Suspense, useState } from 'react'
import {
  readToolList,
  withoutTool,
  withToolCopied,
  withTools,
  type ToolItem,
} from '#lib/tools/tool-list.ts'
import { MockResults } from '#components/tool-calls/mock-results.tsx'
import type { AidProps } from '#components/parameters/widgets/aid.ts'
import { announce } from '#components/ui/announcer.tsx'
import { Button, IconButton } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { endStep } from '#components/undo/undo-store.ts'

const ToolDialog = lazy(async () => ({ default: (await import('./tool-dialog.tsx')).ToolDialog }))
const AddTools = lazy(async () => ({ default: (await import('./add-tools.tsx')).AddTools }))

/** The tools of the field as a list, each to edit, copy or delete, and the way to more of them. */
export function ToolsAid({ text, onChange: write }: AidProps) {
  const [edited, setEdited] = useState<number>()
  const [adding, setAdding] = useState(false)
  const tools = readToolList(text)
  if (!tools) {
    return (
      <p className="pb-1 text-small text-ink-3">
        The list of tools is here once the JSON can be read.
      </p>
    )
  }
  // Undo may have taken it away; another that comes later is not it.
  if (edited !== undefined && edited >= tools.length) setEdited(undefined)
  const onChange = (next: string) => {
    endStep()
    write(next)
    endStep()
  }
  const add = (more: readonly Record<string, unknown>[]) => {
    onChange(withTools(text, more))
    setAdding(false)
    const [only] = more
    if (only && more.length === 1) setEdited(tools.length)
    else announce(`${more.length} tools were added.`)
  }
  const remove = (index: number, { name }: ToolItem) => {
    onChange(withoutTool(text, index))
    announce(`${name} was deleted.`)
  }
  const copy = (index: number) => {
    onChange(withToolCopied(text, index))
    setEdited(tools.length)
  }
  return (
    <div className="pb-1">
      <ul aria-label="Tools" className="-mr-1 max-h-84 overflow-y-auto pr-1">
        {tools.map((tool, index) => (
          <ToolRow
            key={index}
            tool={tool}
            onEdit={() => setEdited(index)}
            onCopy={() => copy(index)}
            onDelete={() => remove(index, tool)}
          />
        ))}
      </ul>
      <Button look="plain" icon="plus" className="-ml-2 h-6" onClick={() => setAdding(true)}>
        Add tools…
      </Button>
      <MockResults />
      <Suspense>
        {edited !== undefined && edited < tools.length && (
          <ToolDialog
            key={edited}
            list={text}
            index={edited}
            onChange={write}
            onClose={() => setEdited(undefined)}
          />
        )}
        {adding && (
          <AddTools
            taken={tools.map(({ name }) => name)}
            onAdd={add}
            onClose={() => setAdding(false)}
          />
        )}
      </Suspense>
    </div>
  )
}

function ToolRow({
  tool,
  onEdit,
  onCopy,
  onDelete,
}: {
  tool: ToolItem
  onEdit(): void
  onCopy(): void
  onDelete(): void
}) {
  const { name, problem } = tool
  return (
    <li>
      <div className="flex min-w-0 items-center gap-1.5">
        <span className="min-w-0 flex-1 truncate font-mono text-small" title={name}>
          {name}
        </span>
        <span className="text-tiny whitespace-nowrap text-ink-3">{wordsOf(tool)}</span>
        <span className="flex flex-none">
          <IconButton icon="pencil" label={`Edit ${name}`} onClick={onEdit} />
          <IconButton icon="duplicate" label={`Duplicate ${name}`} onClick={onCopy} />
          <IconButton icon="trash" label={`Delete ${name}`} onClick={onDelete} />
        </span>
      </div>
      {problem && (
        <p className="flex gap-1.5 pb-1 text-small text-danger">
          <Icon name="error" size={14} />
          {problem}
        </p>
      )}
    </li>
  )
}

function wordsOf({ type, parameters }: ToolItem): string {
  if (type !== 'function') return type === 'custom' ? 'custom' : 'unknown form'
  return parameters === 1 ? '1 argument' : `${parameters} arguments`
}

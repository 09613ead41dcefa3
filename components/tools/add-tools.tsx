'use client'

import { useId, useMemo, useState } from 'react'
import { readTools, type FoundTools } from '#lib/tools/import/index.ts'
import { toolTemplates } from '#lib/tools/templates.ts'
import { freeName } from '#lib/tools/import/legal-name.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { FoundList } from './found-list.tsx'

type Tool = Record<string, unknown>

/** Tools to begin with, and those of a pasted text. Nothing is added before it is asked for. */
export function AddTools({
  taken,
  onAdd,
  onClose,
}: {
  /** The names that the tools of the field have. */
  taken: readonly string[]
  onAdd(tools: readonly Tool[]): void
  onClose(): void
}) {
  return (
    <Dialog open title="Add tools" onClose={onClose} width={720}>
      <h3 className="mb-1 text-small font-semibold text-ink-2">Begin with</h3>
      <ul className="mb-4 grid gap-1.5 md:grid-cols-2">
        {toolTemplates.map(({ title, words, tool }) => (
          <li key={title}>
            <button
              type="button"
              onClick={() => onAdd([withFreeName(tool, taken)])}
              className="w-full rounded-[6px] border border-line px-3 py-1.5 text-left hover:bg-hover"
            >
              <span className="block font-medium">{title}</span>
              <span className="block text-small text-ink-3">{words}</span>
            </button>
          </li>
        ))}
      </ul>
      <Paste taken={taken} onAdd={onAdd} />
    </Dialog>
  )
}

function Paste({
  taken,
  onAdd,
}: {
  taken: readonly string[]
  onAdd(tools: readonly Tool[]): void
}) {
  const id = useId()
  const [text, setText] = useState('')
  const read = useMemo(
    () => (text.trim() === '' ? undefined : readTools(text, taken)),
    [text, taken],
  )
  return (
    <>
      <label htmlFor={id} className="text-small font-semibold text-ink-2">
        Or take over
      </label>
      <p id={`${id}-words`} className="mb-1 text-small text-ink-2">
        An OpenAPI document or operation, MCP tools (also a whole <code>tools/list</code> result),
        tools of OpenAI, Anthropic or Gemini, or a JSON Schema. Credentials are left out.
      </p>
      <textarea
        id={id}
        aria-describedby={`${id}-words`}
        rows={6}
        value={text}
        placeholder="Paste JSON"
        spellCheck={false}
        onChange={({ target }) => setText(target.value)}
        className="max-h-60 min-h-30 w-full resize-y rounded-[6px] border border-field bg-surface px-2 py-1 font-mono text-small"
      />
      {read && !read.ok && (
        <p role="status" className="mt-1 text-danger">
          {read.error}
        </p>
      )}
      {read?.ok && <Found key={text} found={read.value} onAdd={onAdd} />}
    </>
  )
}

function Found({ found, onAdd }: { found: FoundTools; onAdd(tools: readonly Tool[]): void }) {
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set())
  const wanted = found.tools.filter(({ name }) => !without.has(name))
  const toggle = (name: string) => {
    const next = new Set(without)
    if (!next.delete(name)) next.add(name)
    setWithout(next)
  }
  return (
    <>
      <FoundList found={found} without={without} onToggle={toggle} />
      <Button
        look="primary"
        className="mt-2 aria-disabled:opacity-50"
        aria-disabled={wanted.length === 0 || undefined}
        onClick={() => wanted.length > 0 && onAdd(wanted.map(({ tool }) => tool))}
      >
        {wanted.length === 1 ? 'Add 1 tool' : `Add ${wanted.length} tools`}
      </Button>
    </>
  )
}

function withFreeName(tool: Tool, taken: readonly string[]): Tool {
  const type = String(tool.type)
  const detail = Object(tool[type]) as Tool
  return { ...tool, [type]: { ...detail, name: freeName(String(detail.name), new Set(taken)) } }
}

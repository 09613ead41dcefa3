'use client'

import { useId, useState } from 'react'
import { parseTolerantJson, problemsFromIssues } from '#lib/json/index.ts'
import type { Problem } from '#lib/parameters/problems.ts'
import { callLines } from '#lib/tool-calls/call-lines.ts'
import { loadKnowledgeInMessage } from '#components/json-help/load.ts'
import { Icon } from '#components/ui/icon.tsx'
import { JsonEditor } from '#components/ui/json-editor.tsx'

const knowledge = loadKnowledgeInMessage('assistant', 'tool_calls')

/** What the tool calls of a message begin as. */
export const callTemplate = `[
  {
    "id": "call_1",
    "type": "function",
    "function": { "name": "my_tool", "arguments": "{}" }
  }
]`

/** The tool calls of an assistant's message: one line for each, and their JSON when it is opened. */
export function CallsPart({
  label,
  value,
  problems: inMessage,
  onChange,
}: {
  label: string
  value: string
  /** Those of the message; those of the calls are shown here. */
  problems: readonly Problem[]
  onChange(text: string): void
}) {
  const id = useId()
  const { problems: syntax } = parseTolerantJson(value)
  const ofCalls = inMessage
    .filter(({ path }) => path[1] === 'tool_calls')
    .map(({ message, path }) => ({ message, path: path.slice(2) }))
  const problems = syntax.length > 0 ? syntax : problemsFromIssues(value, ofCalls)
  const lines = callLines(value)
  const [open, setOpen] = useState(value === callTemplate)
  // What is wrong has to be seen.
  const isOpen = open || lines === undefined || problems.length > 0
  return (
    <>
      {lines && (
        <button
          type="button"
          aria-expanded={isOpen}
          aria-label={`${label}: ${lines.join(', ')}`}
          onClick={() => setOpen(!open)}
          className="flex w-full items-start gap-1 rounded-[4px] px-1.5 py-0.5 text-left font-mono text-small text-ink-2 hover:bg-hover"
        >
          <span className="grid h-5 flex-none place-items-center text-ink-3">
            <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} size={12} />
          </span>
          <span className="min-w-0 flex-1 leading-5">
            {lines.map((line, index) => (
              <span key={`${index}:${line}`} className="block truncate">
                {line}
              </span>
            ))}
          </span>
        </button>
      )}
      {isOpen && (
        <JsonEditor
          id={id}
          label={label}
          value={value}
          onChange={(text) => {
            // So that it stays while the text is whole in between.
            setOpen(true)
            onChange(text)
          }}
          problems={problems}
          knowledge={knowledge}
          invalid={problems.length > 0}
        />
      )}
    </>
  )
}

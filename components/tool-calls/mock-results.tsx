'use client'

import { useId, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { parseTolerantJson } from '#lib/json/index.ts'
import { offeredTools, type OfferedTool } from '#lib/tool-calls/offered-tools.ts'
import { sampleResult } from '#lib/tool-calls/sample-result.ts'
import { useControl } from '#components/parameters/form-context.tsx'
import { useLock } from '#components/parameters/lock.ts'
import { Button, IconButton } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { NumberBox } from '#components/ui/number-box.tsx'
import { useMocks } from './use-mocks.ts'

/** How many tools answer by themselves, and the way to their results. */
export function MockResults() {
  const [open, setOpen] = useState(false)
  const { mocks } = useMocks()
  const isLocked = useLock('tool_mocks')
  const count = mocks.results.length
  return (
    <div data-field="tool_mocks" className="flex items-center gap-2 pb-1 text-small text-ink-2">
      <span className="min-w-0 flex-1">
        {count === 0
          ? 'Nucleus does not call tools: you give the results, or mock results do.'
          : `${count === 1 ? '1 tool answers' : `${count} tools answer`} by mock results.`}
      </span>
      {!isLocked && (
        <Button look="plain" className="h-6" onClick={() => setOpen(true)}>
          Mock results…
        </Button>
      )}
      <Dialog open={open} title="Mock results" onClose={() => setOpen(false)}>
        <MockList />
      </Dialog>
    </div>
  )
}

function MockList() {
  const id = useId()
  const tools = useToolsInForm()
  const { mocks, mockOf, setMock, setMostTurns } = useMocks()
  const [typed, setTyped] = useState(String(mocks.most_turns))
  const turns = /^\d+$/.test(typed.trim()) ? Number(typed) : Number.NaN
  const isSound = turns >= 1 && turns <= 20
  const gone = mocks.results.filter(({ name }) => !tools.some((tool) => tool.name === name))
  return (
    <>
      <p className="mb-3 text-ink-2">
        When the model calls one of these tools, its mock result is sent back at once, and the run
        goes on. They are part of the preset, and travel in its link.
      </p>
      {tools.length + gone.length === 0 && <p>Define a tool first.</p>}
      {tools.map((tool) => (
        <Mock
          key={tool.name}
          tool={tool}
          content={mockOf(tool.name)}
          onChange={(content) => setMock(tool.name, content)}
        />
      ))}
      {gone.map(({ name, content }) => (
        <Mock
          key={name}
          tool={{ name, type: 'function', description: '', parameters: undefined }}
          note="no tool of this name is defined"
          content={content}
          onChange={(next) => setMock(name, next)}
        />
      ))}
      {mocks.results.length > 0 && (
        <div className="mt-3 border-t border-line pt-3">
          <span className="flex items-center gap-2">
            <label htmlFor={id}>Turns in a row</label>
            <NumberBox
              id={id}
              value={typed}
              invalid={!isSound}
              aria-describedby={`${id}-words`}
              onChange={({ target: { value } }) => {
                setTyped(value)
                const next = Number(value)
                if (Number.isInteger(next) && next >= 1 && next <= 20) setMostTurns(next)
              }}
            />
          </span>
          <p id={`${id}-words`} className={`text-small ${isSound ? 'text-ink-2' : 'text-danger'}`}>
            {isSound
              ? 'After so many turns of calls since the last user message, a person is asked.'
              : 'Type a whole number from 1 to 20.'}
          </p>
        </div>
      )}
    </>
  )
}

function Mock({
  tool,
  note,
  content,
  onChange,
}: {
  tool: OfferedTool
  note?: string
  content: string | undefined
  onChange(content: string | undefined): void
}) {
  const id = useId()
  const sample = () => onChange(sampleResult(tool, exampleOf(tool)))
  return (
    <section aria-label={tool.name} className="mb-3">
      <div className="flex flex-wrap items-center gap-2">
        <label htmlFor={id} className="min-w-0 flex-1 truncate font-mono text-small">
          {tool.name}
          {note && <span className="ml-2 font-sans text-warn">{note}</span>}
        </label>
        {content === undefined ? (
          <Button
            className="h-6"
            aria-label={`Add a mock result for ${tool.name}`}
            onClick={sample}
          >
            Add a mock result
          </Button>
        ) : (
          <IconButton
            icon="trash"
            label={`Remove the mock result of ${tool.name}`}
            onClick={() => onChange(undefined)}
          />
        )}
      </div>
      {content === undefined ? (
        <p id={id} className="text-small text-ink-3">
          You are asked for its result.
        </p>
      ) : (
        <textarea
          id={id}
          aria-label={`Mock result of ${tool.name}`}
          rows={3}
          value={content}
          spellCheck={false}
          onChange={(event) => onChange(event.target.value)}
          className="mt-1 field-sizing-content max-h-60 min-h-10 w-full resize-none rounded-[4px] border border-field bg-surface px-1.5 py-0.5 font-mono text-small"
        />
      )}
    </section>
  )
}

/** Arguments by the names of a tool's parameters: the first word of an enum, else the name itself. */
function exampleOf({ parameters }: OfferedTool): Record<string, unknown> {
  const properties = parameters?.properties
  if (typeof properties !== 'object' || properties === null) return {}
  return Object.fromEntries(
    Object.entries(properties).flatMap(([key, schema]: [string, unknown]) => {
      const { type, enum: members } = Object(schema) as { type?: unknown; enum?: unknown }
      if (Array.isArray(members)) return [[key, members[0]]]
      return type === 'string' ? [[key, key]] : []
    }),
  )
}

/** The tools that the form defines, as far as they can be read. */
function useToolsInForm(): OfferedTool[] {
  const text = useWatch({ control: useControl(), name: 'tools' })
  if (typeof text !== 'string') return []
  return offeredTools({ tools: parseTolerantJson(text).value })
}

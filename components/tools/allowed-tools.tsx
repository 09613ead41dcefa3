'use client'

import { choiceOfSome, type NamedTool } from '#lib/tool-calls/tool-choice.ts'
import { Segmented } from '#components/ui/segmented.tsx'

type Mode = 'auto' | 'required'

/** The tools that the model is left with, each to tick, and whether it must call one of them. */
export function AllowedTools({
  mode,
  tools,
  offered,
  onChange,
}: {
  mode: Mode
  /** Those that are named now. */
  tools: readonly NamedTool[]
  /** Those that the form defines. */
  offered: readonly NamedTool[]
  onChange(text: string): void
}) {
  const isNamed = (tool: NamedTool) => tools.some((one) => isSame(one, tool))
  const gone = tools.filter((tool) => !offered.some((one) => isSame(one, tool)))
  const toggle = (tool: NamedTool) => {
    const next = isNamed(tool) ? tools.filter((one) => !isSame(one, tool)) : [...tools, tool]
    // In the order in which they are defined.
    const inOrder = offered.filter((one) => next.some((named) => isSame(one, named)))
    const strangers = next.filter((one) => !offered.some((named) => isSame(one, named)))
    onChange(choiceOfSome(mode, [...inOrder, ...strangers]))
  }
  return (
    <fieldset className="rounded-[6px] border border-line p-2">
      <legend className="sr-only">Allowed tools</legend>
      <Segmented<Mode>
        label="Among these tools"
        value={mode}
        options={[
          { value: 'auto', title: 'may call' },
          { value: 'required', title: 'must call one' },
        ]}
        onChange={(next) => onChange(choiceOfSome(next, tools))}
      />
      {[...offered, ...gone].map((tool) => (
        <label
          key={`${tool.type} ${tool.name}`}
          className="mt-1 flex min-h-6 items-center gap-2 font-mono text-small max-md:min-h-9"
        >
          <input
            type="checkbox"
            checked={isNamed(tool)}
            onChange={() => toggle(tool)}
            className="size-3.5 flex-none accent-accent"
          />
          <span className="min-w-0 wrap-anywhere">{tool.name}</span>
          {gone.includes(tool) && <span className="font-sans text-warn">not defined</span>}
        </label>
      ))}
    </fieldset>
  )
}

function isSame(a: NamedTool, b: NamedTool): boolean {
  return a.name === b.name && a.type === b.type
}

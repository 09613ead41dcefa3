'use client'

import { lazy, Suspense, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { parseTolerantJson } from '#lib/json/index.ts'
import { optionsOf } from '#lib/parameters/bounds.ts'
import { offeredTools } from '#lib/tool-calls/offered-tools.ts'
import {
  choiceOfSome,
  choiceOfTool,
  readToolChoice,
  type NamedTool,
} from '#lib/tool-calls/tool-choice.ts'
import { useControl } from '#components/parameters/form-context.tsx'
import { Select } from '#components/ui/select.tsx'
import { JsonField } from './json.tsx'
import { textOf, type WidgetProps } from './widget.ts'

const AllowedTools = lazy(async () => ({
  default: (await import('#components/tools/allowed-tools.tsx')).AllowedTools,
}))

const some = 'some'
const asJson = 'json'

/** Whether and which tools are called: a word, one of the tools, some of them, or JSON. */
export function ToolChoice(props: WidgetProps) {
  const { id, parameter, draft, onChange, onBlur, invalid, describedBy } = props
  const [wantsJson, setWantsJson] = useState(false)
  const tools = useToolsOfForm()
  const words = optionsOf(parameter)
  const text = textOf(draft)
  const isWord = words.includes(text)
  const read = isWord ? undefined : readToolChoice(text)
  const kind = wantsJson && !isWord ? 'other' : read?.kind
  const named = read?.kind === 'tool' ? [...tools.filter(others(read.tool)), read.tool] : tools
  const choose = (choice: string) => {
    setWantsJson(choice === asJson)
    if (words.includes(choice)) onChange(choice)
    else if (choice === some) onChange(choiceOfSome('auto', tools))
    else if (choice !== asJson) onChange(textOfOption(choice))
    else if (isWord) onChange(parameter.example ?? '{}')
  }
  return (
    <div className="flex flex-col gap-1">
      <Select
        id={kind === 'other' ? `${id}-kind` : id}
        aria-label={kind === 'other' ? `${parameter.title}: kind` : undefined}
        aria-describedby={describedBy}
        value={isWord ? text : valueOf(kind, read)}
        options={[
          ...words.map((value) => ({ value, title: value })),
          ...(named.length > 0
            ? [{ title: 'Call this tool', options: named.map((tool) => optionOf(tool, tools)) }]
            : []),
          { value: some, title: 'some tools…' },
          { value: asJson, title: 'JSON…' },
        ]}
        onChange={(event) => choose(event.target.value)}
        onBlur={onBlur}
        invalid={invalid && kind !== 'other'}
        className="max-w-full self-end font-mono text-small"
      />
      {read?.kind === 'allowed' && kind === 'allowed' && (
        <Suspense>
          <AllowedTools {...read} offered={tools} onChange={onChange} />
        </Suspense>
      )}
      {kind === 'other' && <JsonField {...props} />}
    </div>
  )
}

function valueOf(kind: string | undefined, read: ReturnType<typeof readToolChoice> | undefined) {
  if (kind === 'allowed') return some
  return kind === 'tool' && read?.kind === 'tool' ? `${read.tool.type}:${read.tool.name}` : asJson
}

function optionOf(tool: NamedTool, tools: readonly NamedTool[]) {
  const isDefined = !tools.every(others(tool))
  return {
    value: `${tool.type}:${tool.name}`,
    title: isDefined ? tool.name : `${tool.name} (not defined)`,
  }
}

function textOfOption(option: string): string {
  const name = option.slice(option.indexOf(':') + 1)
  return choiceOfTool({ type: option.startsWith('custom:') ? 'custom' : 'function', name })
}

function others(tool: NamedTool) {
  return ({ name, type }: NamedTool) => name !== tool.name || type !== tool.type
}

/** The tools that the form defines, as far as they can be read. */
function useToolsOfForm(): NamedTool[] {
  const text = useWatch({ control: useControl(), name: 'tools' })
  if (typeof text !== 'string') return []
  return offeredTools({ tools: parseTolerantJson(text).value }).map(({ name, type }) => ({
    name,
    type,
  }))
}

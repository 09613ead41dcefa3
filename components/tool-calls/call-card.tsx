'use client'

import { useId } from 'react'
import type { ToolCall } from '#lib/reply/reply.ts'
import type { OfferedTool } from '#lib/tool-calls/offered-tools.ts'
import { readArguments } from '#lib/tool-calls/read-arguments.ts'
import { sampleResult } from '#lib/tool-calls/sample-result.ts'
import { announce } from '#components/ui/announcer.tsx'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { setResult, useResult } from './results-store.ts'
import { useCallFaults, type CallFaults } from './use-call-faults.ts'
import { useMocks } from './use-mocks.ts'

/** One call of a reply: its arguments with what is wrong in them, and a box for its result. */
export function CallCard({
  call,
  tool,
  wasOffered,
  resultAt,
}: {
  call: ToolCall
  /** The tool as the request offered it. */
  tool: OfferedTool | undefined
  /** Whether the request is known to offer tools at all. */
  wasOffered: boolean
  /** Where its result is kept; nothing while it cannot be answered. */
  resultAt: string | undefined
}) {
  const isCustom = call.type === 'custom'
  const read = readArguments(isCustom ? '' : call.arguments)
  const checked = useCallFaults(tool, read)
  const stranger = wasOffered && !tool
  const faults = isCustom ? undefined : checked
  return (
    <section
      aria-label={`Tool call ${call.name} ${call.id}`.trim()}
      data-call={call.id}
      className="my-2 overflow-hidden rounded-[6px] border border-line"
    >
      <div className="flex flex-wrap items-center gap-x-2 px-2 pt-1.5 font-mono text-small">
        <span className="text-accent">{call.name}</span>
        <span className="min-w-0 truncate text-tiny text-ink-3">{call.id}</span>
        <span className="ml-auto font-sans">
          {stranger ? <Bad>no such tool was offered</Bad> : faults && <Verdict {...faults} />}
        </span>
      </div>
      <pre className="px-2 py-1 font-mono text-small wrap-anywhere whitespace-pre-wrap">
        {!isCustom && read.kind === 'json' ? read.pretty : call.arguments}
      </pre>
      {faults && faults.faults.length > 0 && (
        <ul className="border-t border-danger-line bg-danger-soft px-2 py-1 text-small text-danger">
          {faults.faults.map((one) => (
            <li key={one} className="wrap-anywhere">
              {one}
            </li>
          ))}
        </ul>
      )}
      {resultAt !== undefined && (
        <ResultBox
          call={call}
          description={tool?.description ?? ''}
          value={read.kind === 'json' ? read.value : {}}
          resultAt={resultAt}
        />
      )}
    </section>
  )
}

function Verdict({ state, faults }: CallFaults) {
  if (state === 'unchecked') return null
  if (state === 'faulty') {
    return <Bad>{faults.length === 1 ? '1 problem' : `${faults.length} problems`}</Bad>
  }
  return (
    <span className="flex items-center gap-1 text-small text-ok">
      <Icon name="check" size={14} /> fits its parameters
    </span>
  )
}

function Bad({ children }: { children: string }) {
  return (
    <span className="flex items-center gap-1 text-small text-danger">
      <Icon name="error" size={14} /> {children}
    </span>
  )
}

function ResultBox({
  call,
  description,
  value,
  resultAt,
}: {
  call: ToolCall
  description: string
  value: unknown
  resultAt: string
}) {
  const id = useId()
  const text = useResult(resultAt)
  const { mockOf, setMock } = useMocks()
  const mock = mockOf(call.name)
  const sample = () => {
    setResult(resultAt, sampleResult({ name: call.name, description }, value))
    announce(`A sample result for ${call.name} was written.`)
  }
  return (
    <div className="border-t border-line bg-canvas px-2 pt-1 pb-1.5">
      <div className="flex flex-wrap items-center gap-1">
        <label htmlFor={id} className="mr-auto text-small text-ink-2">
          Result
        </label>
        <Button look="plain" className="h-6" onClick={sample}>
          Sample
        </Button>
        {mock !== undefined && mock !== text && (
          <Button look="plain" className="h-6" onClick={() => setResult(resultAt, mock)}>
            Use the mock result
          </Button>
        )}
        {text !== '' && mock !== text && (
          <Button look="plain" className="h-6" onClick={() => setMock(call.name, text)}>
            {mock === undefined ? 'Keep as mock result' : 'Replace the mock result'}
          </Button>
        )}
        {text !== '' && mock === text && (
          <span className="px-1 text-tiny text-ink-3">is its mock result</span>
        )}
      </div>
      <textarea
        id={id}
        data-result
        aria-label={`Result of ${call.name} ${call.id}`.trim()}
        rows={2}
        value={text}
        placeholder="JSON or text, as the tool would return it"
        spellCheck={false}
        onChange={(event) => setResult(resultAt, event.target.value)}
        className="field-sizing-content max-h-60 min-h-10 w-full resize-none rounded-[4px] border border-field bg-surface px-1.5 py-0.5 font-mono text-small"
      />
    </div>
  )
}

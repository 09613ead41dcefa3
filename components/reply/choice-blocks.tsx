'use client'

import type { Choice, ToolCall } from '#lib/reply/reply.ts'

/** What a choice has beside its text: reasoning, a refusal, tool calls. */
export function ChoiceBlocks({ choice, refused }: { choice: Choice; refused: boolean }) {
  return (
    <div className="px-6 max-md:px-4">
      {choice.reasoning !== '' && (
        <details className="my-2 rounded-[6px] border border-line p-2">
          <summary className="text-small text-ink-2">Reasoning</summary>
          <p className="mt-1 text-small wrap-anywhere whitespace-pre-wrap text-ink-2">
            {choice.reasoning}
          </p>
        </details>
      )}
      {refused && <p className="pt-1 text-small font-semibold text-warn">The model refused:</p>}
      {choice.toolCalls.map((call) => (
        <ToolCallCard key={call.index} call={call} />
      ))}
    </div>
  )
}

function ToolCallCard({ call }: { call: ToolCall }) {
  return (
    <section
      aria-label={`Tool call ${call.name}`}
      className="my-2 rounded-[6px] border border-line p-2 font-mono text-small"
    >
      <span className="text-accent">{call.name}</span>
      <span className="ml-2 text-tiny text-ink-3">{call.id}</span>
      <pre className="mt-1 wrap-anywhere whitespace-pre-wrap">{pretty(call.arguments)}</pre>
    </section>
  )
}

/** Arguments indented once they are complete JSON; until then as they stand. */
function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

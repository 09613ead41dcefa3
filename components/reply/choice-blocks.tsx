'use client'

import type { ReactNode } from 'react'
import { textBlocks, type TextBlock } from '#lib/reply/blocks.ts'
import type { Choice, ToolCall } from '#lib/reply/reply.ts'
import { citationOf } from '#lib/reply/citation.ts'

/**
 * What a choice has beside its text: reasoning, a refusal, tool calls, citations. `refused` says that
 * the refusal is the text, which stands elsewhere. `children` draws a block's text where it has tokens.
 */
export function ChoiceBlocks({
  choice,
  refused,
  calls = choice.toolCalls.map((call) => <ToolCallText key={call.index} call={call} />),
  children = plain,
}: {
  choice: Choice
  refused: boolean
  /** What is drawn of its tool calls; their arguments alone unless it is given. */
  calls?: ReactNode
  children?: (block: TextBlock) => ReactNode
}) {
  const blocks = textBlocks(choice)
  const reasoning = blocks.find(({ kind }) => kind === 'reasoning')
  const refusal = refused ? undefined : blocks.find(({ kind }) => kind === 'refusal')
  return (
    <div className="px-6 max-md:px-4">
      {reasoning && (
        <details className="my-2 rounded-[6px] border border-line p-2">
          <summary className="text-small text-ink-2">Reasoning</summary>
          {children(reasoning)}
        </details>
      )}
      {refused && <p className="pt-1 text-small font-semibold text-warn">The model refused:</p>}
      {refusal && (
        <section aria-label="Refusal" className="my-2 rounded-[6px] border border-warn-line p-2">
          <p className="text-small font-semibold text-warn">The model refused:</p>
          {children(refusal)}
        </section>
      )}
      {calls}
      {choice.annotations.length > 0 && <Annotations annotations={choice.annotations} />}
    </div>
  )
}

function plain({ text, tokens }: TextBlock): ReactNode {
  return (
    <p className="mt-1 text-small wrap-anywhere whitespace-pre-wrap text-ink-2">
      {text || Array.from({ length: tokens.length }, (_, index) => tokens.text(index)).join('')}
    </p>
  )
}

function ToolCallText({ call }: { call: ToolCall }) {
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

function Annotations({ annotations }: { annotations: readonly unknown[] }) {
  return (
    <section aria-label="Annotations" className="my-2 rounded-[6px] border border-line p-2">
      <h3 className="text-small text-ink-2">Annotations</h3>
      <ol className="mt-1 text-small wrap-anywhere">
        {annotations.map((annotation, place) => (
          <li key={place}>
            <Annotation annotation={annotation} />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** A citation as a link to its source; anything else as it came. */
function Annotation({ annotation }: { annotation: unknown }) {
  const citation = citationOf(annotation)
  if (!citation) return <code className="font-mono text-tiny">{JSON.stringify(annotation)}</code>
  return (
    <a
      href={citation.url}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="text-accent underline"
    >
      {citation.title}
    </a>
  )
}

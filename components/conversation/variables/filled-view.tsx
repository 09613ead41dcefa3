'use client'

import { useMemo } from 'react'
import { useWatch } from 'react-hook-form'
import { messagesOfDraft } from '#lib/request/message-drafts.ts'
import { filledPieces } from '#lib/request/variable-pieces.ts'
import { tooMuchFilled } from '#lib/request/variables.ts'
import { useControl } from '#components/parameters/form-context.tsx'
import { Dialog } from '#components/ui/dialog.tsx'

/** The messages as they will be sent, with the values that stand in them marked; to be read only. */
export function FilledView({
  values,
  onClose,
}: {
  values: Readonly<Record<string, string>>
  onClose(): void
}) {
  const draft = useWatch({ control: useControl(), name: 'messages' })
  const read = useMemo(() => messagesOfDraft(draft), [draft])
  const problem = read.ok ? tooMuchFilled(read.value, values) : read.error[0]?.message
  return (
    <Dialog open title="Messages, filled in" onClose={onClose} width={720}>
      {problem !== undefined || !read.ok ? (
        <p className="text-danger">{problem}</p>
      ) : (
        <ol className="flex flex-col gap-1">
          {read.value.map((message, index) => (
            <Filled key={index} message={message} index={index} values={values} />
          ))}
        </ol>
      )}
      <p className="mt-3 text-small text-ink-2">
        This is what a run sends. Values are marked; a name without a value is underlined and sent
        as written.
      </p>
    </Dialog>
  )
}

function Filled({
  message,
  index,
  values,
}: {
  message: unknown
  index: number
  values: Readonly<Record<string, string>>
}) {
  const { role, content, ...rest } = message as Record<string, unknown>
  const parts: unknown[] = Array.isArray(content) ? content : []
  return (
    <li
      data-filled={index}
      className="grid grid-cols-[96px_minmax(0,1fr)] rounded-[6px] border border-line bg-surface py-1.5 max-md:grid-cols-1"
    >
      <span className="pl-3.5 text-small font-medium text-ink-2">{String(role)}</span>
      <div className="min-w-0 pr-3 max-md:pl-3.5">
        {typeof content === 'string' && <Text text={content} values={values} />}
        {parts.map((part, at) =>
          hasText(part) ? (
            <Text key={at} text={part.text} values={values} />
          ) : (
            <Written key={at} value={part} />
          ),
        )}
        {Object.keys(rest).length > 0 && <Written value={rest} />}
      </div>
    </li>
  )
}

function hasText(part: unknown): part is { text: string } {
  return (
    typeof part === 'object' && part !== null && 'text' in part && typeof part.text === 'string'
  )
}

function Text({ text, values }: { text: string; values: Readonly<Record<string, string>> }) {
  return (
    <p className="break-words whitespace-pre-wrap">
      {filledPieces(text, values).map((piece, at) => {
        if (piece.filled === undefined) return piece.text
        return piece.filled ? (
          <mark
            key={at}
            title={piece.name}
            className="rounded-[3px] bg-accent-soft text-ink ring-1 ring-accent-line"
          >
            {piece.text}
          </mark>
        ) : (
          <span
            key={at}
            title="no value: sent as written"
            className="text-warn underline decoration-dotted underline-offset-2"
          >
            {piece.text}
          </span>
        )
      })}
    </p>
  )
}

/** Most characters of JSON that are shown; an image can have millions. */
const mostShown = 2000

function Written({ value }: { value: unknown }) {
  const text = JSON.stringify(value, null, 2)
  return (
    <pre className="font-mono text-small break-words whitespace-pre-wrap text-ink-2">
      {text.length > mostShown ? `${text.slice(0, mostShown)}…` : text}
    </pre>
  )
}

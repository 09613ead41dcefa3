'use client'

/** Most characters that are drawn of a part; all of them are sent. */
const mostShown = 2000

/** A part that the cards do not know: shown as it is, and sent as it is. */
export function OtherPart({ part, name }: { part: unknown; name: string }) {
  const text = JSON.stringify(part, null, 2)
  const rest = text.length - mostShown
  return (
    <div className="px-1.5 pb-1">
      <pre
        role="group"
        aria-label={`JSON of ${name}`}
        tabIndex={0}
        className="max-h-40 overflow-auto rounded-[4px] bg-sunken px-2 py-1 font-mono text-small wrap-anywhere whitespace-pre-wrap"
      >
        {text.slice(0, mostShown)}
        {rest > 0 && '…'}
      </pre>
      <p className="text-small text-ink-3">
        {rest > 0 && `${rest.toLocaleString('en')} more characters. `}Sent as it is. “Edit parts as
        JSON” changes it.
      </p>
    </div>
  )
}

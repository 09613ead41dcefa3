'use client'

/** The headers of a request or an answer, as they were on the wire. */
export function WireHeaders({ headers }: { headers: Readonly<Record<string, string>> }) {
  const entries = Object.entries(headers)
  if (entries.length === 0) return null
  return (
    <details open className="flex-none">
      <summary className="text-small text-ink-2">Headers ({entries.length})</summary>
      <dl
        tabIndex={0}
        aria-label="Headers"
        className="mt-1 max-h-32 overflow-y-auto font-mono text-tiny wrap-anywhere text-ink-3"
      >
        {entries.map(([name, value]) => (
          <div key={name} className="flex gap-1">
            <dt>{name}:</dt>
            <dd className="min-w-0">{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

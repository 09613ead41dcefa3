'use client'

/** Both texts as they are. */
export function PlainTexts({ a, b }: { a: string; b: string }) {
  return (
    <div className="grid grid-cols-2 max-md:grid-cols-1">
      {[a, b].map((text, at) => (
        <pre
          key={at}
          tabIndex={0}
          aria-label={at === 0 ? 'Reply of A' : 'Reply of B'}
          className="max-h-[70vh] min-w-0 overflow-auto px-4 py-3 font-mono text-[14px]/7 wrap-anywhere whitespace-pre-wrap odd:border-r odd:border-line max-md:odd:border-r-0 max-md:odd:border-b"
        >
          {text}
        </pre>
      ))}
    </div>
  )
}

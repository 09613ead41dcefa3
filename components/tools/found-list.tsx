'use client'

import type { FoundTools } from '#lib/tools/import/index.ts'

/** The tools that were found in a text, each to tick, and what was left out of it and why. */
export function FoundList({
  found: { tools, left, notes },
  without,
  onToggle,
}: {
  found: FoundTools
  /** The names of those that are not ticked. */
  without: ReadonlySet<string>
  onToggle(name: string): void
}) {
  return (
    <>
      <p role="status" className="mt-2 font-medium">
        {tools.length === 1 ? 'Found 1 tool.' : `Found ${tools.length} tools.`}
      </p>
      <ul aria-label="Found tools" className="max-h-60 overflow-y-auto">
        {tools.map(({ name, source }) => (
          <li key={name}>
            <label className="flex min-h-6 min-w-0 items-center gap-2 max-md:min-h-9">
              <input
                type="checkbox"
                checked={!without.has(name)}
                onChange={() => onToggle(name)}
                className="size-3.5 flex-none accent-accent"
              />
              <span className="min-w-0 truncate font-mono text-small">{name}</span>
              <span className="ml-auto min-w-0 truncate text-small text-ink-3">{source}</span>
            </label>
          </li>
        ))}
      </ul>
      {[...left.map(({ name, reason }) => `${name}: ${reason}`), ...notes].map((line) => (
        <p key={line} className="mt-1 text-small wrap-anywhere text-ink-2">
          {line}
        </p>
      ))}
    </>
  )
}

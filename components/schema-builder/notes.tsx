'use client'

import { Icon } from '#components/ui/icon.tsx'
import type { SchemaProblem } from './problems.ts'

/** What is wrong with a schema, a line each. */
export function Faults({ problems }: { problems: readonly SchemaProblem[] }) {
  return problems.map(({ path, message }) => (
    <p
      key={`${path.join('/')} ${message}`}
      className="mt-1 flex gap-1.5 text-small wrap-anywhere text-danger"
    >
      <Icon name="error" size={14} />
      <span className="min-w-0">{message}</span>
    </p>
  ))
}

/** The keywords of a schema that are kept and not drawn. */
export function KeptNote({ keywords }: { keywords: readonly string[] }) {
  if (keywords.length === 0) return null
  return (
    <p className="mt-1 text-tiny wrap-anywhere text-ink-3">
      also in JSON: <span className="font-mono">{keywords.join(', ')}</span>
    </p>
  )
}

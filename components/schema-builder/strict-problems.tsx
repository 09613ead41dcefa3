'use client'

import { useState } from 'react'
import type { JsonSchema, SchemaPath } from '#lib/structured/schema-node.ts'
import { strictlyFixed, strictProblems } from '#lib/structured/strict-schema.ts'
import { announce } from '#components/ui/announcer.tsx'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'

/** Most problems that are listed before all are asked for. */
const mostListed = 3

/**
 * What OpenAI's strict mode does not take of a schema, each with its fix where there is one, and all
 * fixes at once; nothing where it takes all of it.
 */
export function StrictProblems({
  schema,
  onChange,
}: {
  schema: JsonSchema
  onChange(schema: JsonSchema): void
}) {
  const [all, setAll] = useState(false)
  const problems = strictProblems(schema)
  if (problems.length === 0) return null
  const shown = all ? problems : problems.slice(0, mostListed)
  const fixable = problems.filter(({ fix }) => fix !== undefined)
  const change = (next: JsonSchema) => {
    const left = strictProblems(next).length
    onChange(next)
    announce(left === 0 ? 'The schema fits strict mode.' : `${count(left)} left for strict mode.`)
  }
  return (
    <section
      aria-label="Strict mode"
      className="rounded-[6px] border border-warn-line bg-warn-soft px-2 py-1.5 text-small"
    >
      <div className="flex items-center gap-2">
        <span className="text-warn">
          <Icon name="warning" size={14} />
        </span>
        <p className="min-w-0 flex-1 font-semibold text-warn">
          {count(problems.length)} for strict mode
        </p>
        {fixable.length > 1 && (
          <Button onClick={() => change(strictlyFixed(schema))}>Fix all</Button>
        )}
      </div>
      <ul className="mt-1 flex flex-col gap-1">
        {shown.map(({ path, message, fix, fixTitle }, place) => (
          <li key={`${place}:${path.join('.')}:${message}`} className="flex items-start gap-2">
            <p className="min-w-0 flex-1 py-1.5 wrap-anywhere">
              {path.length > 0 && (
                <code className="mr-1 font-mono text-tiny">{shortPath(path)}</code>
              )}
              {message}
            </p>
            {fix && (
              <Button
                className="flex-none"
                aria-label={`${fixTitle} (${path.length > 0 ? shortPath(path) : 'schema'})`}
                onClick={() => change(fix(schema))}
              >
                {fixTitle}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {problems.length > mostListed && (
        <Button look="plain" className="-ml-2" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${problems.length}`}
        </Button>
      )}
    </section>
  )
}

function count(problems: number): string {
  return problems === 1 ? '1 problem' : `${problems} problems`
}

/** A path as people name a property: `days[].at`, `$defs.step`; unions keep their 0-based place. */
function shortPath(path: SchemaPath): string {
  let text = ''
  for (const [place, step] of path.entries()) {
    const before = path[place - 1]
    const isName = before === 'properties' && path[place - 2] !== 'properties'
    if (step === 'items' && !isName) text += '[]'
    else if (step === 'properties' && !isName) continue
    else text += text === '' ? String(step) : `.${step}`
  }
  return text === '' ? path.join('.') : text
}

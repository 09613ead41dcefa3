'use client'

import { useWatch } from 'react-hook-form'
import { parameterOf, type ParameterName } from '#lib/parameters/index.ts'
import { useControl } from '#components/parameters/form-context.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { Share } from './use-share.ts'

/** What is not in the link, and why. */
export function LeftOut({ share: { names, broken, unsent } }: { share: Share }) {
  const base = useWatch({ control: useControl(), name: 'api_base' })
  const isPrivate = base !== null && names.address.length === 0 && !broken.includes('api_base')
  const rows: [title: string, reason: string][] = [
    ['API key', 'never in a link or a file'],
    ['Server address', 'stays in this browser; whoever opens the link enters their own'],
  ]
  if (base === null) {
    rows.push(['API base', 'not set; a private address or one with a password never travels'])
  }
  if (isPrivate) rows.push(['API base', 'a private address or one with a password never travels'])
  if (names.identity.length === 0) rows.push(['User, safety identifier', 'not set'])
  if (broken.length > 0) {
    rows.push([titles(broken), broken.length === 1 ? 'has a problem' : 'have a problem each'])
  }
  if (unsent.length > 0) rows.push([titles(unsent), 'not sent to this provider'])
  return (
    <section aria-label="Left out" className="mt-4">
      <h3 className="font-semibold">Left out</h3>
      <ul className="mt-1">
        {rows.map(([title, reason]) => (
          <li key={title} className="flex items-start gap-2.5 border-t border-line py-1.5">
            <span className="grid h-5 w-4 flex-none place-items-center text-ink-3">
              <Icon name="ban" size={14} />
            </span>
            <p className="min-w-0">
              {title} <span className="ml-1.5 text-ink-2">{reason}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function titles(names: readonly ParameterName[]): string {
  return names.map((name) => parameterOf(name).title).join(', ')
}

'use client'

import { parameterOf, isParameterName } from '#lib/parameters/index.ts'
import { Icon } from '#components/ui/icon.tsx'
import { useParameterForm } from '#components/parameters/form-context.tsx'
import type { Share } from './use-share.ts'

/** What is not in the link, and why. */
export function LeftOut({ share: { names, broken } }: { share: Share }) {
  const drafts = useParameterForm().getValues()
  const isPrivate = drafts.api_base !== null && names.address.length === 0
  const titles = broken.map((name) => (isParameterName(name) ? parameterOf(name).title : name))
  const rows = [
    ['API key', 'never in a link or a file'],
    ['Server address', 'stays in this browser; whoever opens it types their own'],
    ...(isPrivate ? [['API base', 'a private address or one with a secret never travels']] : []),
    ...(titles.length > 0 ? [[titles.join(', '), 'has a problem, so it is not part of it']] : []),
  ] as const
  return (
    <section aria-label="Left out" className="mt-4">
      <h3 className="font-semibold">Left out</h3>
      <ul className="mt-1">
        {rows.map(([title, reason]) => (
          <li key={title} className="flex items-start gap-2.5 border-t border-line py-1.5">
            <span className="mt-[3px] text-ink-3">
              <Icon name="ban" size={14} />
            </span>
            <span>{title}</span>
            <span className="min-w-0 text-ink-2">{reason}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

import { keyReason } from '#lib/import/found.ts'
import type { Imported } from '#lib/import/index.ts'
import { visibleText } from '#lib/preset/visible.ts'

/** Most names that the one line tells; all of them are in the list below it. */
const mostNames = 4

/** What was understood and what is left out, in one line. */
export function summaryOf({ understood, refused }: Imported): string {
  const names = refused.map(({ name, reason }) =>
    reason === keyReason ? `the key in ${visibleText(name)}` : visibleText(name),
  )
  const more = names.length - mostNames
  const shown = more > 0 ? [...names.slice(0, mostNames), `${more} more`] : names
  const left = shown.length > 0 ? ` Left out: ${shown.join(', ')}.` : ''
  return `Understood: ${understood.join(', ')}.${left}`
}

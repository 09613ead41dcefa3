import { decisive, proposalsFor } from '#lib/preset/proposals.ts'
import { readFile } from '#lib/preset/file.ts'
import { readLink, type Opened } from '#lib/preset/link.ts'
import { visibleText } from '#lib/preset/visible.ts'
import { starter } from '#lib/preset/starter.ts'
import { draftsOf, parseDrafts } from '#lib/request/drafts.ts'
import type { Result } from '#lib/result.ts'
import type { ParameterForm } from '#components/parameters/form-context.tsx'
import { recordOf } from '#components/run/recorded-record.ts'
import { getRuns, placeRun } from '#components/run/run-store.ts'
import { changeBetween } from '#components/undo/draft-change.ts'
import { applyChanges, tellOpened } from './apply.ts'
import { propose, type Incoming } from './incoming.ts'

/** Reads the fragment of the address, if it claims to be a preset, and receives what it holds. */
export function receiveFragment(form: ParameterForm, fragment: string): void {
  const read = readLink(fragment)
  // It is read; what stays in the address would be taken for the state of the form.
  if (read) history.replaceState(history.state, '', location.pathname + location.search)
  receive(form, read, 'link')
}

/** Reads the text of a file and receives what it holds. */
export function receiveFile(form: ParameterForm, text: string): void {
  receive(form, readFile(text), 'file')
}

/**
 * Takes in what was opened: a recorded run is shown, all else is proposed. A page with nothing to lose
 * gets what decides nothing at once, and says so. Nothing ever runs.
 */
function receive(
  form: ParameterForm,
  read: Result<Opened, string> | undefined,
  from: 'link' | 'file',
): void {
  if (!read?.ok) return propose(read)
  const opened: Incoming = { ...read.value, from }
  const nothingToLose = hasNothingToLose(form)
  if (opened.run) placeRun(recordOf(opened.run, from))
  const { changes } = proposalsFor(parseDrafts(form.getValues()).settings, opened)
  const isHarmless = changes.length === 0 && opened.refused.length === 0
  if (!nothingToLose && !isHarmless) return propose({ ok: true, value: opened })
  const harmless = changes.filter(({ name }) => !decisive.has(name))
  applyChanges(form, opened.preset, harmless)
  if (harmless.length < changes.length || opened.refused.length > 0)
    return propose({ ok: true, value: opened })
  tellOpened(form, nameOf(opened), harmless.length > 0)
}

/** Its name, or what it is. */
export function nameOf({ preset: { name }, from }: Incoming): string {
  return name ? `“${visibleText(name)}”` : `the preset of the ${from === 'paste' ? 'text' : from}`
}

/** Whether the page is as a first visit finds it. */
function hasNothingToLose(form: ParameterForm): boolean {
  return getRuns().length === 0 && !changeBetween(draftsOf(starter), form.getValues())
}

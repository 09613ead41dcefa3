'use client'

import { useEffect, useState } from 'react'
import { readLink, type Opened } from '#lib/preset/link.ts'
import { draftsOf, parseDrafts } from '#lib/request/drafts.ts'
import { parameterOf, setParameters } from '#lib/parameters/index.ts'
import type { AnySettings } from '#lib/parameters/descriptor.ts'
import { useParameterForm } from '#components/parameters/form-context.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import type { Result } from '#lib/result.ts'

/** What a link would set and what it is refused, before anything is applied. It never runs. */
export function LinkSheet() {
  const form = useParameterForm()
  const [link, setLink] = useState<Result<Opened, string>>()
  useLinkInAddress(setLink)
  const close = () => {
    setLink(undefined)
    history.replaceState(null, '', location.pathname + location.search)
  }
  const apply = (settings: AnySettings) => {
    form.reset(draftsOf(settings), { keepDefaultValues: true })
    void form.trigger()
    close()
  }
  if (!link) return null
  if (!link.ok) {
    return (
      <Dialog open title="This link cannot be opened" onClose={close}>
        <p>{link.error}</p>
        <p className="mt-1 text-ink-2">Nothing was changed.</p>
      </Dialog>
    )
  }
  const now = parseDrafts(form.getValues()).settings
  const {
    preset: { settings },
    refused,
  } = link.value
  const proposed = setParameters(settings)
  return (
    <Dialog open title="Open this preset?" onClose={close}>
      <p className="mb-2 text-ink-2">
        {proposed.length > 0
          ? 'The link sets the following. Nothing is applied until you say so, and nothing runs.'
          : 'The link sets nothing that can be used here.'}
      </p>
      {proposed.length > 0 && (
        <table className="w-full border-collapse text-small">
          <thead className="text-left text-tiny text-ink-3">
            <tr>
              <th className="py-1 font-normal">Parameter</th>
              <th className="py-1 font-normal">Now</th>
              <th className="py-1 font-normal">From the link</th>
            </tr>
          </thead>
          <tbody>
            {proposed.map(([{ name }, value]) => (
              <tr key={name} className="border-t border-line align-top">
                <th scope="row" className="py-1 pr-3 text-left font-normal">
                  {parameterOf(name).title}{' '}
                  <code className="font-mono text-tiny text-ink-3">{name}</code>
                </th>
                <td className="max-w-40 truncate py-1 pr-3 font-mono text-ink-3">
                  {shown(now[name])}
                </td>
                <td className="max-w-60 py-1 font-mono break-words whitespace-pre-wrap">
                  {shown(value)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Refused refused={refused} />
      <div className="mt-4 flex gap-2">
        {proposed.length > 0 && (
          <Button look="primary" onClick={() => apply(settings)}>
            Use this preset
          </Button>
        )}
        {proposed.length > 0 && (
          <Button onClick={() => apply({ ...now, ...settings })}>Add to mine</Button>
        )}
        <Button look="plain" onClick={close}>
          Keep mine
        </Button>
      </div>
    </Dialog>
  )
}

function Refused({ refused }: { refused: Opened['refused'] }) {
  if (refused.length === 0) return null
  return (
    <section className="mt-4 rounded-[6px] bg-warn-soft p-3 text-warn">
      <h3 className="font-semibold">Refused</h3>
      <ul>
        {refused.map(({ name, reason }, index) => (
          <li key={`${index}:${name}`}>
            <code className="font-mono text-small">{name}</code>: {reason}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Most characters of a value that the sheet shows. */
const mostShown = 600

/** A value on one line or a few; characters that could disguise it are written out. */
function shown(value: unknown): string {
  if (value === undefined) return 'not sent'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const plain = text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  )
  return plain.length > mostShown
    ? `${plain.slice(0, mostShown)}… (${text.length} characters)`
    : plain
}

/** Reads the fragment on load and whenever it changes. */
function useLinkInAddress(onLink: (link: Result<Opened, string> | undefined) => void): void {
  useEffect(() => {
    const read = async () => onLink(await readLink(location.hash.slice(1)))
    void read()
    const listener = () => void read()
    window.addEventListener('hashchange', listener)
    return () => window.removeEventListener('hashchange', listener)
  }, [onLink])
}

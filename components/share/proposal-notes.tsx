'use client'

import { parameterNames } from '#lib/parameters/index.ts'
import type { Refusal } from '#lib/preset/preset.ts'
import { visibleText } from '#lib/preset/visible.ts'
import type { Incoming } from './incoming.ts'

/** What its author says, what else it brings, and what it is refused. */
export function ProposalNotes({ incoming, changes }: { incoming: Incoming; changes: number }) {
  const { preset, refused, run } = incoming
  const { name, description, authorNote, unlocked } = preset
  return (
    <>
      <p className="mb-3 text-ink-2">
        {name && <b className="font-medium text-ink">“{visibleText(name)}”. </b>}
        {changes > 0
          ? 'Nothing has changed yet, and nothing runs until you press Run.'
          : 'Everything in it is as it is here already, or cannot be used.'}
      </p>
      {description && <Words title="Description">{description}</Words>}
      {authorNote && <Words title="Author’s note">{authorNote}</Words>}
      {unlocked && (
        <p className="mb-3 text-small text-ink-2">
          Its author locks {parameterNames.length - unlocked.length} of {parameterNames.length}{' '}
          controls. You can unlock them at any time.
        </p>
      )}
      {run && (
        <p className="mb-3 text-small text-ink-2">
          The recorded run that it brings is shown already, marked as recorded.
        </p>
      )}
      <Refused refused={refused} />
    </>
  )
}

function Words({ title, children }: { title: string; children: string }) {
  return (
    <div className="mb-3">
      <h3 className="text-tiny text-ink-3">{title}</h3>
      <p className="break-words whitespace-pre-wrap">{visibleText(children)}</p>
    </div>
  )
}

function Refused({ refused }: { refused: readonly Refusal[] }) {
  if (refused.length === 0) return null
  return (
    <section className="mb-3 rounded-[6px] border border-warn-line bg-warn-soft px-3 py-2">
      <h3 className="font-semibold">Left out</h3>
      <ul className="max-h-40 overflow-y-auto">
        {refused.map(({ name, reason }, index) => (
          <li key={`${index}:${name}`} className="break-words">
            <code className="font-mono text-small">{visibleText(name)}</code>: {reason}
          </li>
        ))}
      </ul>
    </section>
  )
}

'use client'

import { useId, useState } from 'react'
import { parameterOf } from '#lib/parameters/index.ts'
import type { Proposal } from '#lib/preset/proposals.ts'
import { shownValue } from './value-text.ts'

/** One row for each change: what it is now, what it would be, and whether to take it. */
export function ProposalTable({
  changes,
  source,
  isTaken,
  onToggle,
}: {
  changes: readonly Proposal[]
  source: string
  isTaken(change: Proposal): boolean
  onToggle(change: Proposal): void
}) {
  return (
    <table className="w-full table-fixed border-collapse max-md:block">
      <thead className="text-left text-tiny text-ink-3 max-md:sr-only">
        <tr className="border-b border-line">
          <th scope="col" className="w-7 py-1 font-normal">
            <span className="sr-only">Take it</span>
          </th>
          <th scope="col" className="w-52 py-1 font-normal">
            Field
          </th>
          <th scope="col" className="w-40 py-1 font-normal">
            Now
          </th>
          <th scope="col" className="py-1 font-normal">
            From the {source}
          </th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {changes.map((change) => (
          <Row
            key={change.name}
            change={change}
            isTaken={isTaken(change)}
            onToggle={() => onToggle(change)}
          />
        ))}
      </tbody>
    </table>
  )
}

function Row({
  change: { name, now, next },
  isTaken,
  onToggle,
}: {
  change: Proposal
  isTaken: boolean
  onToggle(): void
}) {
  const id = useId()
  const before = shownValue(name, now)
  return (
    <tr
      data-proposal={name}
      className="border-b border-line align-top max-md:grid max-md:grid-cols-[28px_minmax(0,1fr)] max-md:py-1"
    >
      <td className="py-1.5">
        <input
          id={id}
          type="checkbox"
          checked={isTaken}
          onChange={onToggle}
          className="mt-0.5 size-3.5 accent-accent"
        />
      </td>
      <th scope="row" className="py-1.5 pr-3 text-left font-normal">
        <label htmlFor={id}>
          {parameterOf(name).title}{' '}
          <code className="font-mono text-tiny break-all text-ink-3">{name}</code>
        </label>
      </th>
      <td
        className="truncate py-1.5 pr-3 font-mono text-small text-ink-3 max-md:col-start-2 max-md:py-0 max-md:before:content-['now_']"
        title={before.short}
      >
        {before.short}
      </td>
      <td className="py-1.5 font-mono text-small break-words max-md:col-start-2 max-md:before:text-ink-3 max-md:before:content-['then_']">
        <Value name={name} value={next} />
      </td>
    </tr>
  )
}

/** Most characters of a whole value that are shown before more is asked for. */
const mostAtFirst = 400

/** The proposed value. What will be said to a model is seen before it is taken. */
function Value({ name, value }: { name: string; value: unknown }) {
  const { short, whole } = shownValue(name, value)
  const [open, setOpen] = useState(false)
  if (whole === undefined)
    return short === 'not sent' ? <span className="text-ink-3">{short}</span> : short
  const isLong = whole.length > mostAtFirst
  return (
    <>
      <span className="font-sans text-small">
        {short}, {whole.length.toLocaleString('en')} characters
      </span>
      <pre
        className="mt-1 max-h-60 overflow-auto rounded-[4px] bg-sunken p-1.5 whitespace-pre-wrap"
        tabIndex={0}
      >
        {open || !isLong ? whole : `${whole.slice(0, mostAtFirst)}…`}
      </pre>
      {isLong && !open && (
        <button
          type="button"
          className="font-sans text-small text-accent underline"
          onClick={() => setOpen(true)}
        >
          Show all
        </button>
      )}
    </>
  )
}

'use client'

import { useId, type ReactNode } from 'react'
import type { Share, ShareRow } from './use-share.ts'
import { LockChoice } from './lock-choice.tsx'

/** The parts of the link, each with what it costs in characters. */
export function ShareRows({ share }: { share: Share }) {
  const { names, hasRun, runDiffers, ticked } = share
  return (
    <section aria-label="In the link" className="mt-4">
      <h3 className="flex justify-between font-semibold">
        In the link <span className="text-small font-normal text-ink-2">characters</span>
      </h3>
      <ul className="mt-1">
        <Row share={share} row="parameters" title="Parameters">
          {`${names.parameters.length} set, provider and model included`}
        </Row>
        {names.messages.length > 0 && (
          <Row share={share} row="messages" title="Messages">
            {messageCount(share)}
          </Row>
        )}
        {hasRun && (
          <Row share={share} row="run" title="Recorded run">
            {runDiffers
              ? 'the reply in view, made with other settings'
              : 'the reply in view with its log probabilities'}
          </Row>
        )}
        {names.address.length > 0 && (
          <Row share={share} row="address" title="API base" tag="tells your server">
            {String(share.preset.settings.api_base ?? '')}
          </Row>
        )}
        {names.metadata.length > 0 && (
          <Row share={share} row="metadata" title="Metadata" tag="may identify you" />
        )}
        {names.identity.length > 0 && (
          <Row
            share={share}
            row="identity"
            title="User, safety identifier"
            tag="may identify you"
          />
        )}
        <Row share={share} row="lock" title="Lock all but">
          {ticked.has('lock') ? (
            <LockChoice share={share} />
          ) : (
            'choose the controls a student may move'
          )}
        </Row>
      </ul>
    </section>
  )
}

function Row({
  share: { ticked, toggle, lengths },
  row,
  title,
  tag,
  children,
}: {
  share: Share
  row: ShareRow
  title: string
  tag?: string
  children?: ReactNode
}) {
  const id = useId()
  return (
    <li className="flex items-start gap-2.5 border-t border-line py-1.5">
      <input
        id={id}
        type="checkbox"
        checked={ticked.has(row)}
        onChange={() => toggle(row)}
        className="mt-[3px] size-3.5 accent-accent"
      />
      <label htmlFor={id} className="flex-none">
        {title}
      </label>
      {tag && <span className="rounded-[4px] bg-warn-soft px-1.5 text-small text-warn">{tag}</span>}
      <div className="min-w-0 flex-1 truncate text-ink-2">{children}</div>
      <span className="font-mono text-small text-ink-2">{lengths[row].toLocaleString('en')}</span>
    </li>
  )
}

function messageCount({ preset: { settings } }: Share): string {
  const count = settings.messages?.length ?? 0
  if (count === 0) return 'the whole conversation'
  return count === 1 ? 'one' : String(count)
}

'use client'

import { useId, type ReactNode } from 'react'
import { LockChoice } from './lock-choice.tsx'
import type { ShareRow } from './measure.ts'
import { messagesText, parametersText, runText, keysText } from './row-texts.ts'
import type { Share } from './use-share.ts'

/** The parts of the link, each with what it costs in characters. */
export function ShareRows({ share }: { share: Share }) {
  const { names, settings, recorded, runDiffers, ticked } = share
  const rows = [
    { row: 'parameters', title: 'Parameters', text: parametersText(names.parameters) },
    { row: 'messages', title: 'Messages', text: messagesText(settings.messages) },
    { row: 'run', title: 'Recorded run', text: recorded && runText(recorded, runDiffers) },
    { row: 'address', title: 'API base', tag: 'tells your server', text: settings.api_base },
    { row: 'metadata', title: 'Metadata', tag: identifies, text: keysText(settings.metadata) },
    { row: 'identity', title: 'User, safety identifier', tag: identifies, text: undefined },
  ] as const
  const isThere: Record<ShareRow, boolean> = {
    parameters: names.parameters.length > 0,
    messages: names.messages.length > 0,
    run: recorded !== undefined,
    address: names.address.length > 0,
    metadata: names.metadata.length > 0,
    identity: names.identity.length > 0,
    lock: true,
  }
  return (
    <section aria-label="In the link" className="mt-4">
      <h3 className="flex items-baseline justify-between font-semibold">
        In the link <span className="text-small font-normal text-ink-2">characters</span>
      </h3>
      <ul className="mt-1">
        {rows
          .filter(({ row }) => isThere[row])
          .map(({ row, title, text, ...rest }) => (
            <Row key={row} share={share} row={row} title={title} {...rest}>
              {text}
            </Row>
          ))}
        <Row share={share} row="lock" title="Lock all but">
          {ticked.has('lock') ? undefined : 'choose the controls a student may move'}
        </Row>
      </ul>
      {ticked.has('lock') && <LockChoice share={share} />}
    </section>
  )
}

const identifies = 'may identify you'

function Row({
  share: { ticked, toggle, costs },
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
  const isTicked = ticked.has(row)
  const cost = costs[row]
  return (
    <li className="relative flex items-center gap-2.5 border-t border-line py-1.5 hover:bg-hover">
      <input
        id={id}
        type="checkbox"
        checked={isTicked}
        onChange={() => toggle(row)}
        className="relative z-1 size-4 flex-none accent-accent"
      />
      <label htmlFor={id} className="flex-none after:absolute after:inset-0">
        {title}
      </label>
      {tag && (
        <span className="flex-none rounded-[4px] bg-warn-soft px-1.5 text-small text-warn">
          {tag}
        </span>
      )}
      <span className="min-w-0 flex-1 truncate text-ink-2" title={titleOf(children)}>
        {children}
      </span>
      <span className={`font-mono text-small ${isTicked ? 'text-ink' : 'text-ink-3'}`}>
        {cost === undefined ? 'too long' : cost.toLocaleString('en')}
      </span>
    </li>
  )
}

function titleOf(text: ReactNode): string | undefined {
  return typeof text === 'string' ? text : undefined
}

'use client'

import { useId, type CSSProperties } from 'react'
import type { Lesson } from '#lib/lessons/lesson.ts'
import { parameterOf, setParameters } from '#lib/parameters/index.ts'
import { Icon } from '#components/ui/icon.tsx'
import { NumberBox } from '#components/ui/number-box.tsx'
import { visibleToken } from '#lib/reply/visible-token.ts'

/** Parameters that say what is asked rather than how it is drawn. */
const unsaid = new Set([
  'provider',
  'model',
  'messages',
  'logprobs',
  'top_logprobs',
  'stream',
  // It made the record; what is drawn now has none.
  'seed',
])

/** The one control that moves, and those that are locked, with their values. */
export function ControlPanel({
  lesson: { control, preset },
  value,
  isFree,
  isAsked,
  onValue,
}: {
  lesson: Lesson
  value: number
  isFree: boolean
  /** Whether a question stands between the control and its use. */
  isAsked: boolean
  onValue(value: number): void
}) {
  const id = useId()
  const { title } = parameterOf(control.name)
  const share = ((value - control.min) / (control.max - control.min)) * 100
  // The custom property is read by the range-track utility.
  const filled = { '--filled': `${share}%` } as CSSProperties
  const locked = setParameters(preset.settings).filter(
    ([{ name }]) => !unsaid.has(name) && name !== control.name,
  )
  const change = (text: string) => {
    const next = Number(text)
    if (text !== '' && Number.isFinite(next))
      onValue(Math.min(control.max, Math.max(control.min, next)))
  }
  return (
    <section aria-label="Controls" className="rounded-[8px] border border-line bg-surface">
      <div className="rounded-t-[8px] border-l-3 border-accent px-4 py-2.5">
        <div className="flex items-baseline gap-2">
          <label htmlFor={id} className="font-medium">
            {title}
            {control.token && <span className="font-mono"> on {visibleToken(control.token)}</span>}
          </label>
          <code className="font-mono text-tiny text-ink-3">{control.name}</code>
          {!isFree && (
            <span className="ml-auto rounded-[4px] bg-accent-soft px-1.5 text-small text-accent">
              {isAsked ? 'moves once you commit' : 'moves in a later step'}
            </span>
          )}
        </div>
        <div className="mt-1 flex items-center gap-3">
          <input
            type="range"
            aria-label={`${title} slider`}
            className="range-track min-w-0 flex-1"
            min={control.min}
            max={control.max}
            step={control.step}
            value={value}
            disabled={!isFree}
            style={filled}
            onChange={({ target }) => change(target.value)}
          />
          <NumberBox
            id={id}
            value={String(value)}
            invalid={false}
            disabled={!isFree}
            onChange={({ target }) => change(target.value)}
          />
        </div>
      </div>
      <ul className="border-t border-line px-4 py-1.5">
        {locked.map(([{ name, title: lockedTitle }, lockedValue]) => (
          <li key={name} className="flex min-h-7 items-center gap-2">
            {lockedTitle} <code className="font-mono text-tiny text-ink-3">{name}</code>
            <span className="ml-auto font-mono text-small text-ink-2">{String(lockedValue)}</span>
            <span className="text-ink-3">
              <Icon name="lock" size={14} label="locked" />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

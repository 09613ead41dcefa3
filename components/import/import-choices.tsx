'use client'

import { useId, useState } from 'react'
import { NumberBox } from '#components/ui/number-box.tsx'
import { Segmented } from '#components/ui/segmented.tsx'

/** Which of several requests in a text is read, counted from 1 on the page. */
export function EntryChoice({
  entry,
  entries,
  onChange,
}: {
  /** 0-based. */
  entry: number
  entries: number
  onChange(entry: number): void
}) {
  const id = useId()
  const [text, setText] = useState(String(entry + 1))
  const number = Number(text)
  const isWrong = !/^\d+$/.test(text.trim()) || number < 1 || number > entries
  const type = (next: string) => {
    setText(next)
    const wanted = Number(next)
    if (/^\d+$/.test(next.trim()) && wanted >= 1 && wanted <= entries) onChange(wanted - 1)
  }
  const step = (by: number) => {
    const next = Math.min(entries, Math.max(1, entry + 1 + by))
    setText(String(next))
    onChange(next - 1)
  }
  return (
    <p className="flex flex-wrap items-center gap-2">
      <label htmlFor={id}>Read number</label>
      <NumberBox
        id={id}
        value={text}
        invalid={isWrong}
        aria-describedby={`${id}-of`}
        onChange={(event) => type(event.target.value)}
        onKeyDown={({ key }) => {
          if (key === 'ArrowUp') step(1)
          if (key === 'ArrowDown') step(-1)
        }}
      />
      <span id={`${id}-of`} className={isWrong ? 'text-danger' : 'text-ink-2'}>
        {isWrong
          ? `Type a number from 1 to ${entries.toLocaleString('en')}.`
          : `of ${entries.toLocaleString('en')}`}
      </span>
    </p>
  )
}

/** What becomes of the conversation that is there. */
export type Place = 'replace' | 'add'

/** Whether an imported conversation takes the place of the one that is there, or follows it. */
export function PlaceChoice({
  place,
  count,
  onChange,
}: {
  place: Place
  /** Messages that are there now. */
  count: number
  onChange(place: Place): void
}) {
  return (
    <p className="flex flex-wrap items-center gap-2">
      <Segmented
        label="What becomes of the conversation that is there"
        value={place}
        onChange={onChange}
        options={[
          { value: 'replace', title: 'Replace the conversation' },
          { value: 'add', title: 'Add to it' },
        ]}
      />
      <span className="text-small text-ink-2">
        {count === 1 ? 'One message is there now.' : `${count} messages are there now.`}
      </span>
    </p>
  )
}

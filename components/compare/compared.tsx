'use client'

import { useMemo, useState } from 'react'
import { compare } from '#lib/compare/comparison.ts'
import { mainBlock } from '#lib/reply/blocks.ts'
import type { Choice } from '#lib/reply/reply.ts'
import { choiceName } from '#components/reply/choice-name.ts'
import type { RunRecord } from '#components/run/run-store.ts'
import { AlignedText } from './aligned-text.tsx'
import { Distances } from './distances.tsx'
import { ForkChart } from './fork-chart.tsx'
import { PlainTexts } from './plain-texts.tsx'
import { SettingsTable } from './settings-table.tsx'
import { SideHead } from './side-head.tsx'

/** Two runs: their settings, then one choice of each side by side. */
export function Compared({
  a,
  b,
  mode,
}: {
  a: RunRecord
  b: RunRecord
  mode: 'aligned' | 'plain'
}) {
  const [places, setPlaces] = useState({ a: 0, b: 0 })
  const [first, second] = [a.reply.choices[places.a], b.reply.choices[places.b]]
  const stores = useMemo(
    () => first && second && ([mainBlock(first).tokens, mainBlock(second).tokens] as const),
    [first, second],
  )
  const comparison = useMemo(
    () =>
      stores && stores[0].length > 0 && stores[1].length > 0
        ? compare(stores[0], stores[1])
        : undefined,
    [stores],
  )
  const isAligned = mode === 'aligned' && stores !== undefined && comparison !== undefined
  return (
    <div className="flex flex-col gap-4">
      <div className="grid grid-cols-[minmax(0,1fr)_320px] rounded-[8px] border border-line bg-surface max-lg:grid-cols-1">
        <SettingsTable a={a.settings} b={b.settings} />
        <Distances comparison={comparison} />
      </div>
      <div className="overflow-hidden rounded-[8px] border border-line bg-surface">
        <div className="grid grid-cols-2 max-md:grid-cols-1">
          <SideHead name="A" run={a} choice={first}>
            <ChoiceSelect
              name="A"
              run={a}
              place={places.a}
              onPlace={(place) => setPlaces({ ...places, a: place })}
            />
          </SideHead>
          <SideHead name="B" run={b} choice={second}>
            <ChoiceSelect
              name="B"
              run={b}
              place={places.b}
              onPlace={(place) => setPlaces({ ...places, b: place })}
            />
          </SideHead>
        </div>
        {isAligned && (
          <ForkChart a={stores[0]} b={stores[1]} comparison={comparison} ids={[a.id, b.id]} />
        )}
        {isAligned ? (
          <AlignedText a={stores[0]} b={stores[1]} segments={comparison.segments} />
        ) : (
          <PlainTexts a={textOf(first)} b={textOf(second)} />
        )}
        {mode === 'aligned' && !comparison && (
          <p className="border-t border-line p-4 text-ink-2">
            At least one of the two has no log probabilities, so there are no tokens to align: the
            texts are shown as they are.
          </p>
        )}
      </div>
    </div>
  )
}

function ChoiceSelect({
  name,
  run,
  place,
  onPlace,
}: {
  name: string
  run: RunRecord
  place: number
  onPlace(place: number): void
}) {
  const { choices } = run.reply
  if (choices.length < 2) return null
  return (
    <select
      aria-label={`Choice of ${name}`}
      value={place}
      onChange={({ target }) => onPlace(Number(target.value))}
      className="h-7 rounded-[6px] border border-field bg-surface px-1"
    >
      {choices.map((choice, at) => (
        <option key={choice.index} value={at}>
          Choice {choiceName(at)}
        </option>
      ))}
    </select>
  )
}

/** What a choice says, whatever it is. */
function textOf(choice: Choice | undefined): string {
  if (!choice) return 'There was no reply.'
  const calls = choice.toolCalls.map(({ name, arguments: text }) => `${name}(${text})`).join('\n')
  return choice.content || choice.refusal || calls || 'The reply is empty.'
}

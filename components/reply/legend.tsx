'use client'

import { usePageKeys } from '#components/ui/page-keys.ts'
import { Segmented } from '#components/ui/segmented.tsx'
import { Select } from '#components/ui/select.tsx'
import { LegendSteps } from './legend-steps.tsx'
import { metricOptions, optionOf, viewOf } from './metric-options.ts'
import { setView, useView, type Level } from './view.ts'

/** What the legend tells beside the view itself. */
export interface LegendProps {
  /** How many tokens have each step, 0 to 6, and how many are unknown (7). */
  counts: ArrayLike<number>
  /** Whether all tokens are counted. */
  complete: boolean
  /** The replies that a difference can be taken from. */
  comparable: readonly { id: string; title: string }[]
  /** Whether the what-if changes anything. */
  isWhatIf: boolean
  /** Whether the log probabilities are before temperature or after it. */
  basis: 'raw' | 'scaled' | 'unknown'
}

const bases = {
  raw: 'Model probability, before temperature',
  scaled: 'Sampling probability, after temperature',
  unknown: 'Before or after temperature: not known',
}

const levels: readonly { value: Level; title: string }[] = [
  { value: 'token', title: 'Token' },
  { value: 'sentence', title: 'Sentence' },
  { value: 'line', title: 'Line' },
  { value: 'paragraph', title: 'Paragraph' },
]

/** What the tints stand for: the metric switch, the steps with their counts, and what else is drawn. */
export function Legend({ counts, complete, comparable, isWhatIf, basis }: LegendProps) {
  const view = useView()
  const options = metricOptions(comparable.length > 0, isWhatIf)
  const wanted = optionOf(view)
  const option = options.some(({ value }) => value === wanted) ? wanted : view.unit
  usePageKeys({
    m: () => {
      const at = options.findIndex(({ value }) => value === option)
      const next = options[(at + 1) % options.length]
      if (next) setView(viewOf(next.value))
    },
  })
  return (
    <div className="flex flex-col gap-1.5 px-6 pt-1.5 pb-1 max-md:px-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <div className="max-w-full overflow-x-auto">
          <Segmented
            label="Tint by"
            options={options}
            value={option}
            onChange={(value) => setView(viewOf(value))}
          />
        </div>
        {option === 'difference' && <OtherSelect comparable={comparable} />}
        <div className="ml-auto flex items-center gap-2 max-md:ml-0">
          {view.metric === 'likelihood' && (
            <Select
              aria-label="Tint per"
              options={levels}
              value={view.level}
              onChange={({ target }) => {
                const level = levels.find(({ value }) => value === target.value)?.value
                if (level) setView({ level })
              }}
            />
          )}
          <Toggle
            title="Signs for blanks and unseen characters"
            pressed={view.signs}
            onPress={() => setView({ signs: !view.signs })}
          >
            ¶
          </Toggle>
          <Toggle
            title="Edges of tokens"
            pressed={view.boundaries}
            onPress={() => setView({ boundaries: !view.boundaries })}
          >
            |a|
          </Toggle>
        </div>
      </div>
      <LegendSteps option={option} counts={counts} complete={complete} />
      <p className="text-tiny text-ink-3">{bases[basis]}</p>
    </div>
  )
}

function OtherSelect({ comparable }: Pick<LegendProps, 'comparable'>) {
  const { comparedWith } = useView()
  return (
    <span className="flex items-center gap-1.5 text-small text-ink-2">
      from
      <Select
        aria-label="Difference from"
        options={comparable.map(({ id, title }) => ({ value: id, title }))}
        value={comparable.some(({ id }) => id === comparedWith) ? comparedWith : comparable[0]?.id}
        onChange={({ target }) => setView({ comparedWith: target.value })}
      />
    </span>
  )
}

function Toggle({
  title,
  pressed,
  onPress,
  children,
}: {
  title: string
  pressed: boolean
  onPress(): void
  children: string
}) {
  return (
    <button
      type="button"
      title={title}
      aria-label={title}
      aria-pressed={pressed}
      onClick={onPress}
      className="h-6 min-w-6 rounded-[4px] border border-line-2 px-1.5 font-mono text-tiny text-ink-2 hover:bg-hover aria-pressed:border-accent-line aria-pressed:bg-accent-soft aria-pressed:text-ink max-md:h-7"
    >
      {children}
    </button>
  )
}

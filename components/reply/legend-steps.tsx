'use client'

import { SAME_STEP, UNKNOWN_STEP } from '#lib/logprobs/scale.ts'
import { tintNames } from './island/palette.ts'
import { scaleNote, stepLabels, type MetricOption } from './metric-options.ts'
import { setView, useView } from './view.ts'

/** The seven steps with the number of tokens that have each; a press dims the likelier ones. */
export function LegendSteps({
  option,
  counts,
  complete,
}: {
  option: MetricOption
  counts: ArrayLike<number>
  complete: boolean
}) {
  const { floor } = useView()
  const isDifference = option === 'difference'
  const names = isDifference ? tintNames.difference : tintNames.heat
  const unknown = counts[UNKNOWN_STEP] ?? 0
  return (
    <ul
      aria-label="Legend"
      aria-busy={!complete}
      className="flex flex-wrap items-stretch gap-y-1 text-tiny"
    >
      {stepLabels(option).map((label, step) => (
        <li key={label} className="flex" data-step={step}>
          <Swatch
            label={label}
            tint={names[step] ?? ''}
            marks={option !== 'probability' && option !== 'surprisal' ? '' : marksOf(step)}
            count={counts[step] ?? 0}
            // A difference goes both ways from its middle, so there is no end to dim.
            floor={isDifference ? undefined : { isAt: floor === step && step > 0, step }}
            isFaint={isDifference ? step === SAME_STEP : step === 0}
          />
        </li>
      ))}
      {unknown > 0 && (
        <li className="ml-1 flex" data-step="unknown">
          <span className="heat-unknown flex flex-col items-center px-1.5 font-mono">
            <span>unknown</span>
            <span className="text-ink-2">{unknown}</span>
          </span>
        </li>
      )}
      <li className="self-start pl-2 text-ink-3">{scaleNote(option)}</li>
    </ul>
  )
}

/** Underlines mean a probability below .1 or .01, here as in the text. */
function marksOf(step: number): string {
  if (step === 5) return 'underline decoration-dotted underline-offset-2'
  return step === 6 ? 'underline decoration-wavy underline-offset-2' : ''
}

function Swatch({
  label,
  tint,
  marks,
  count,
  floor,
  isFaint,
}: {
  label: string
  /** The name of the tint's colour; empty where the step has none. */
  tint: string
  marks: string
  count: number
  floor: { isAt: boolean; step: number } | undefined
  isFaint: boolean
}) {
  const look = 'flex min-w-13 flex-col items-center px-1.5 font-mono max-md:min-w-11 max-md:px-1'
  const style = tint === '' ? undefined : { background: `var(--${tint})`, color: 'var(--heat-ink)' }
  const words = (
    <>
      <span className={marks}>{label}</span>
      <span className={isFaint ? 'text-ink-2' : ''}>{count}</span>
    </>
  )
  if (!floor || floor.step === 0)
    return (
      <span className={look} style={style}>
        {words}
      </span>
    )
  return (
    <button
      type="button"
      aria-pressed={floor.isAt}
      aria-label={`${label}, ${count} tokens; dim those of the steps before`}
      title="Dim the tokens of the steps before this one"
      className={`${look} aria-pressed:outline-2 aria-pressed:-outline-offset-2 aria-pressed:outline-accent`}
      style={style}
      onClick={() => setView({ floor: floor.isAt ? 0 : floor.step })}
    >
      {words}
    </button>
  )
}

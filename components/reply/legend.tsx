'use client'

import { HEAT_STEPS } from '#lib/logprobs/index.ts'
import { Segmented } from '#components/ui/segmented.tsx'
import { setView, useView, type Unit } from './view.ts'

const units: readonly { value: Unit; title: string }[] = [
  { value: 'probability', title: 'Probability' },
  { value: 'surprisal', title: 'Surprisal' },
]

/** The unit switch and the seven steps, with the marks that repeat them without colour. */
export function Legend() {
  const { unit } = useView()
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-6 py-1.5 max-md:px-4">
      <Segmented
        label="Unit"
        options={units}
        value={unit}
        onChange={(value) => setView({ unit: value })}
      />
      <ul className="ml-auto flex flex-wrap items-center text-tiny max-md:ml-0" aria-label="Legend">
        {HEAT_STEPS.map((step) => (
          <li
            key={step.step}
            className={`px-1.5 py-0.5 font-mono ${step.step === 0 ? '' : `heat-${step.step}`}`}
          >
            {unit === 'probability' ? step.probability : step.bits}
          </li>
        ))}
        <li className="heat-unknown ml-1 px-1.5 py-0.5 font-mono">unknown</li>
        <li className="pl-2 text-ink-3">{unit === 'surprisal' ? 'bits' : ''}</li>
      </ul>
    </div>
  )
}

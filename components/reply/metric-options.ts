import { DIFFERENCE_STEPS, HEAT_STEPS, RANK_STEPS } from '#lib/logprobs/scale.ts'
import type { Metric, Unit, View } from './view.ts'

/** One way to tint: a metric, and for likelihoods the unit in which they are written. */
export type MetricOption = Unit | Exclude<Metric, 'likelihood'>

const titles: Record<MetricOption, string> = {
  probability: 'Probability',
  surprisal: 'Surprisal',
  entropy: 'Entropy',
  rank: 'Rank',
  difference: 'Difference',
  'what-if': 'What if',
}

/** The ways to tint a reply that there are, in the order of the switch. */
export function metricOptions(hasOthers: boolean, isWhatIf: boolean) {
  const all: MetricOption[] = ['probability', 'surprisal', 'entropy', 'rank']
  if (hasOthers) all.push('difference')
  if (isWhatIf) all.push('what-if')
  return all.map((value) => ({ value, title: titles[value] }))
}

/** The way in which a view tints. */
export function optionOf({ metric, unit }: Pick<View, 'metric' | 'unit'>): MetricOption {
  return metric === 'likelihood' ? unit : metric
}

/** What a way to tint changes in the view. A floor of one scale means nothing on another. */
export function viewOf(option: MetricOption): Partial<View> {
  const isUnit = option === 'probability' || option === 'surprisal'
  if (isUnit) return { metric: 'likelihood', unit: option }
  return { metric: option, floor: 0 }
}

/** What the steps of a scale stand for, step 0 first. */
export function stepLabels(option: MetricOption): readonly string[] {
  if (option === 'rank') return RANK_STEPS
  if (option === 'difference') return DIFFERENCE_STEPS.map(({ bits }) => bits)
  const isProbability = option === 'probability' || option === 'what-if'
  return HEAT_STEPS.map(({ probability, bits }) => (isProbability ? probability : bits))
}

/** What the numbers of a scale are, one line; nothing where the labels say it. */
export function scaleNote(option: MetricOption): string {
  if (option === 'surprisal') return 'bits'
  if (option === 'entropy') return 'bits, at least; the rest is unseen'
  if (option === 'rank') return 'at best; the rest is unseen'
  if (option === 'difference') return 'bits more surprising than there'
  return option === 'what-if' ? 'with the sliders, at least' : ''
}

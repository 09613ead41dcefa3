import { endings } from './endings.ts'
import { forms } from './forms.ts'
import { probabilities } from './probabilities.ts'
import { sampling } from './sampling.ts'
import type { StarterGroup } from './starter-preset.ts'
import { steering } from './steering.ts'

export type { StarterGroup, StarterPreset } from './starter-preset.ts'

/** The starter set: presets that run on the teaching model and show something each, by subject. */
export const starterGroups: readonly StarterGroup[] = [
  probabilities,
  sampling,
  steering,
  forms,
  endings,
]

import { charactersGroup } from './characters.ts'
import { metricsGroup } from './metrics.ts'
import { readingGroup } from './reading.ts'
import { repliesGroup } from './replies.ts'
import { scaleGroup } from './scale.ts'

/** All states that stand still, in the order of the page. */
export const galleryGroups = [
  scaleGroup,
  metricsGroup,
  charactersGroup,
  repliesGroup,
  readingGroup,
] as const

import { animals } from './animals.ts'
import { cities } from './cities.ts'
import { cooking } from './cooking.ts'
import type { Document } from './document.ts'
import { family } from './family.ts'
import { gardens } from './gardens.ts'
import { honesty } from './honesty.ts'
import { music } from './music.ts'
import { play } from './play.ts'
import { probability } from './probability.ts'
import { prompts } from './prompts.ts'
import { sampling } from './sampling.ts'
import { schools } from './schools.ts'
import { science } from './science.ts'
import { sea } from './sea.ts'
import { shops } from './shops.ts'
import { sky } from './sky.ts'
import { stories } from './stories.ts'
import { tokens } from './tokens.ts'
import { trains } from './trains.ts'
import { weather } from './weather.ts'
import { words } from './words.ts'

/** Everything the teaching model has read, topic by topic. */
export const corpus: readonly Document[] = [
  ...weather,
  ...sea,
  ...cooking,
  ...gardens,
  ...cities,
  ...trains,
  ...animals,
  ...music,
  ...shops,
  ...family,
  ...schools,
  ...sky,
  ...science,
  ...play,
  ...stories,
  ...words,
  ...tokens,
  ...probability,
  ...sampling,
  ...prompts,
  ...honesty,
]

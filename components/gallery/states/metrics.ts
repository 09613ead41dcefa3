import { surprisalBits } from '#lib/logprobs/index.ts'
import { samplerOrders } from '#lib/logprobs/what-if/sampler.ts'
import { mainBlock } from '#lib/reply/blocks.ts'
import { Compared } from '#lib/reply/compared.ts'
import type { TokenStore } from '#lib/reply/token-store.ts'
import { whatIfReader } from '#lib/reply/what-if-reader.ts'
import type { GalleryGroup } from './state.ts'
import { among, likely, replyFrom, spoken } from './wire.ts'

const tokens = [
  among('Spend', 0.62, { Spend: 0.62, Go: 0.2, Take: 0.1, Stay: 0.05 }),
  among(' the', 0.99, { ' the': 0.99, ' a': 0.006, ' your': 0.002, ' one': 0.001 }),
  among(' day', 0.3, { ' morning': 0.45, ' day': 0.3, ' night': 0.2, ' week': 0.04 }),
  among(' in', 0.08, { ' at': 0.5, ' by': 0.3, ' in': 0.08, ' near': 0.05 }),
  among(' Porto', 0.02, { ' Lisbon': 0.6, ' Faro': 0.2, ' Sintra': 0.1, ' Porto': 0.02 }),
  among(' dodging', 0.004, { ' where': 0.5, ' with': 0.3, ' and': 0.1, ' while': 0.05 }),
  among(' rain', 0.85, { ' rain': 0.85, ' showers': 0.1, ' wind': 0.03, ' gulls': 0.01 }),
  { ...likely(' ☂', 0.5), logprob: null },
]
const text = 'Spend the day in Porto dodging rain ☂'
const chunks = spoken(tokens)

const otherRun = replyFrom(
  spoken([
    likely('Spend', 0.1),
    likely(' the', 0.98),
    likely(' day', 0.75),
    likely(' in', 0.09),
    likely(' Porto', 0.05),
    among(' without', 0.5, { ' without': 0.5, ' dodging': 0.03 }),
  ]),
)

function difference(shown: TokenStore) {
  const [other] = otherRun.choices
  const compared = new Compared(shown, other ? mainBlock(other).tokens : shown)
  return {
    metric: 'difference',
    otherSurprisal: (token: number) => {
      const logprob = compared.logprob(token)
      return Number.isNaN(logprob) ? logprob : surprisalBits(logprob)
    },
  } as const
}

function atTemperatureTwo(shown: TokenStore) {
  const settings = {
    temperature: 2,
    top_p: 1,
    top_k: 0,
    min_p: 0,
    order: samplerOrders['temperature-first'],
    presence_penalty: 0,
    frequency_penalty: 0,
    biases: new Map<string, number>(),
  }
  const basis = { temperature: 1, vocabulary: 1000, presence_penalty: 0, frequency_penalty: 0 }
  return { metric: 'what-if', probability: whatIfReader(shown, settings, basis) } as const
}

/** Every metric on the same tokens. A step of any legend here dims in all of them. */
export const metricsGroup: GalleryGroup = {
  id: 'metrics',
  title: 'Metrics',
  states: [
    {
      id: 'probability',
      title: 'Probability',
      look: 'The darkest tint is that of “dodging”; a press on a step dims the likelier ones in all metrics below.',
      chunks,
      text,
      legend: 'probability',
    },
    {
      id: 'surprisal',
      title: 'Surprisal',
      look: 'The same tints as above with the edges in bits.',
      chunks,
      text,
      legend: 'surprisal',
    },
    {
      id: 'entropy',
      title: 'Entropy with its bounds',
      look: 'Tinted by the lower bound: “the” stands at the surest place; underlines still tell the probability.',
      chunks,
      text,
      source: () => ({ metric: 'entropy' }),
      legend: 'entropy',
      figures: 'tokens',
    },
    {
      id: 'rank',
      title: 'Rank, listed and unlisted',
      look: '“Spend”, “the” and “rain” are first; “dodging” is outside its list, and so fifth at best.',
      chunks,
      text,
      source: () => ({ metric: 'rank' }),
      legend: 'rank',
      figures: 'tokens',
    },
    {
      id: 'difference',
      title: 'Difference from another run',
      look: 'Blue where it is less surprising here, orange where it is more; hatched once the runs have parted.',
      chunks,
      text,
      source: difference,
      legend: 'difference',
    },
    {
      id: 'what-if',
      title: 'What if: temperature 2',
      look: 'Likely tokens are tinted deeper than recorded; hatched where the interval is too wide to tell.',
      chunks,
      text,
      source: atTemperatureTwo,
      legend: 'what-if',
    },
  ],
}

import type { PassageFigures } from '#lib/logprobs/figures.ts'

/** One figure of a passage: its name, its value, and what it means in a sentence. */
export interface FigureWords {
  name: string
  value: string
  meaning: string
}

/** The figures of a passage in words, those that cannot be told left out. */
export function figureWords(figures: PassageFigures): FigureWords[] {
  const { perplexity, meanSurprisal, bitsPerByte } = figures
  const words: FigureWords[] = []
  if (perplexity !== undefined)
    words.push({ name: 'perplexity', ...perplexityWords(perplexity, figures) })
  if (meanSurprisal !== undefined)
    words.push({
      name: 'mean surprisal',
      value: `${meanSurprisal.toFixed(2)} bit`,
      meaning: 'Bits per token: the mean of −log2 p over the known tokens.',
    })
  if (bitsPerByte !== undefined)
    words.push({
      name: 'bits per byte',
      value: bitsPerByte.toFixed(3),
      meaning:
        'Surprisal of the known tokens divided by their bytes, which compares between models with different tokens.',
    })
  if (meanSurprisal !== undefined) words.push(jointWords(figures))
  return [...words, ...top1Words(figures), ...unknownWords(figures)]
}

function perplexityWords(perplexity: number, { leastPerplexity }: PassageFigures) {
  const meaning =
    'How many equally likely tokens would be as hard to guess: 2 to the mean surprisal of the known tokens.'
  const least =
    leastPerplexity === undefined
      ? ''
      : ` Over all tokens, the unknown ones included, it is at least ${short(leastPerplexity)}.`
  return { value: short(perplexity), meaning: meaning + least }
}

function jointWords({ joint }: PassageFigures): FigureWords {
  return {
    name: 'joint log probability',
    value: `${minus(joint.nats.toFixed(1))} nat`,
    meaning: `The logprobs of the known tokens added up: a probability of 10^${minus(joint.log10.toFixed(1))}, which is ${joint.bits.toFixed(1)} bits of surprisal.`,
  }
}

function top1Words({ top1, count }: PassageFigures): FigureWords[] {
  if (top1.told === 0) return []
  const rest = top1.told < count ? ' For the other tokens that cannot be told.' : ''
  return [
    {
      name: 'top choice',
      value: `${Math.round((100 * top1.count) / top1.told)} %`,
      meaning: `${top1.count} of ${top1.told} tokens were the likeliest at their position.${rest}`,
    },
  ]
}

function unknownWords({ unknown }: PassageFigures): FigureWords[] {
  if (unknown === 0) return []
  const meaning =
    'Tokens whose log probability the provider did not tell. All means and sums leave them out.'
  return [{ name: 'unknown', value: String(unknown), meaning }]
}

/** Three digits or so; a power of two where no one reads the digits. */
function short(perplexity: number): string {
  if (perplexity < 1000) return perplexity.toFixed(2)
  if (perplexity < 1e6) return perplexity.toFixed(0)
  return Number.isFinite(perplexity) ? `2^${Math.log2(perplexity).toFixed(1)}` : 'above 2^1023'
}

function minus(text: string): string {
  return text.replace('-', '−')
}

import type { OfferedTool } from './offered-tools.ts'

type Given = Readonly<Record<string, unknown>>

/** Results by what the name and the description of a tool speak of; the first that fits counts. */
const samples: readonly { words: RegExp; make(given: Given, dice: Dice): unknown }[] = [
  {
    words: /weather|forecast|temperature|climate/i,
    make: (given, dice) => ({
      ...placeIn(given),
      temperature: 8 + dice(18),
      unit: typeof given.unit === 'string' ? given.unit : 'celsius',
      condition: ['clear', 'cloudy', 'light rain', 'windy'][dice(4)],
    }),
  },
  {
    words: /calculat|\bmath|arithmetic|evaluate|equation/i,
    make: (given, dice) => ({ ...given, result: 10 + dice(90) }),
  },
  {
    words: /translat/i,
    make: (given) => ({ ...given, translation: 'Good morning' }),
  },
  {
    words: /price|stock|quote|exchange|currency|\brate\b/i,
    make: (given, dice) => ({ ...given, price: 20 + dice(180) + 0.5, currency: 'EUR' }),
  },
  {
    words: /\btime\b|clock|timezone|date/i,
    make: (given, dice) => ({ ...given, time: `${10 + dice(10)}:${10 + dice(50)}` }),
  },
  {
    words: /send|e-?mail|create|book|order|delete|remove|update|save|schedule|remind|insert|write/i,
    make: (given, dice) => ({ ok: true, id: `id-${1000 + dice(9000)}` }),
  },
  {
    words: /search|find|look ?up|quer|browse|list|retriev|fetch|read/i,
    make: (given) => {
      const about = textIn(given) ?? 'the topic'
      return {
        results: [
          { title: `About ${about}`, url: 'https://example.com/1' },
          { title: `More on ${about}`, url: 'https://example.com/2' },
        ],
      }
    },
  },
]

/** Gives a whole number from 0 to below `sides`; the same call always rolls the same. */
type Dice = (sides: number) => number

/**
 * A result that a tool could give for these arguments, as indented JSON: a guess by the words of its
 * name and description. Equal calls get equal samples.
 */
export function sampleResult(
  { name, description }: Pick<OfferedTool, 'name' | 'description'>,
  given: unknown,
): string {
  const known: Given =
    typeof given === 'object' && given !== null && !Array.isArray(given) ? { ...given } : {}
  const said = name.replaceAll(/[_-]+|(?<=[a-z])(?=[A-Z])/g, ' ')
  const found = byWords(said) ?? byWords(description)
  const dice = diceFor(`${name} ${JSON.stringify(known)}`)
  const value = found ? found.make(known, dice) : { ...known, result: 'ok' }
  return JSON.stringify(value, null, 2)
}

function byWords(text: string) {
  return samples.find(({ words }) => words.test(text))
}

/** FNV-1a over the text, stirred for each roll. */
function diceFor(text: string): Dice {
  let state = 0x811c9dc5
  const stir = (unit: number) => {
    state = Math.imul(state ^ unit, 0x01000193) >>> 0
  }
  for (let at = 0; at < text.length; at += 1) stir(text.charCodeAt(at))
  return (sides) => {
    stir(sides)
    return state % sides
  }
}

function placeIn(given: Given): Given {
  const found = Object.entries(given).find(([key]) => /city|location|place|town|country/i.test(key))
  return found ? Object.fromEntries([found]) : {}
}

function textIn(given: Given): string | undefined {
  return Object.values(given).find((one) => typeof one === 'string' && one !== '') as
    | string
    | undefined
}

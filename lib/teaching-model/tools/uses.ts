import type { Mention } from './mention.ts'
import { bestLikeness, contentWords, splitName, stem } from './words.ts'

/** What an argument is for, and how well each kind of mention serves it. */
export interface Use {
  /** By kind of mention; kinds that are not listed do not serve. */
  takes: Partial<Record<Mention['kind'], number>>
  /** Whether words of the request itself serve: what it asks about, what it wants written, a sum. */
  free?: 'topic' | 'message' | 'sum'
}

/** The uses that the words of a key, or else of its description, tell; the first that fits counts. */
const uses: readonly { words: string; use: Use }[] = [
  { words: 'email mail', use: { takes: { email: 3 } } },
  { words: 'recipient addressee receiver cc', use: { takes: { email: 3, name: 2 } } },
  { words: 'url link website webpage uri', use: { takes: { url: 3 } } },
  { words: 'datetime timestamp', use: { takes: { date: 2.5, time: 1 } } },
  { words: 'date day birthday deadline checkin checkout', use: { takes: { date: 3 } } },
  {
    words: 'expression formula equation calculation sum',
    use: { takes: { quote: 2 }, free: 'sum' },
  },
  {
    words:
      'location city place town country destination origin region area address airport station departure arrival room capital',
    use: { takes: { name: 2, place: 1.5, quote: 1.5 } },
  },
  { words: 'unit measure', use: { takes: { unit: 2, place: 1.8 } } },
  { words: 'currency', use: { takes: { unit: 2, name: 1.5, place: 1.5 } } },
  { words: 'language locale', use: { takes: { name: 2, place: 1.2 } } },
  { words: 'timezone zone', use: { takes: { name: 2, place: 1.2 } } },
  { words: 'time hour alarm when', use: { takes: { time: 3, date: 1 } } },
  {
    words: 'query question search keyword term topic subject q prompt',
    use: { takes: { quote: 2.5 }, free: 'topic' },
  },
  {
    words: 'message text body content sentence note input task todo reminder label phrase',
    use: { takes: { quote: 3 }, free: 'message' },
  },
  {
    words:
      'name person author artist contact user player guest customer team company symbol ticker brand title song film movie book restaurant hotel',
    use: { takes: { quote: 2.5, name: 2 } },
  },
]

const anyUse: Use = { takes: { quote: 2, name: 1, email: 0.5, url: 0.5 } }

const stemmed = uses.map(({ words, use }) => ({ words: words.split(/\s+/).map(stem), use }))

/** What an argument is for, by the words of its key, then by those of its description. */
export function useOf(key: string, description: string): Use {
  const keyed = [...contentWords(key), ...splitName(key).toLowerCase().split(/[\s-]/).map(stem)]
  return find(keyed) ?? find(contentWords(description)) ?? anyUse
}

function find(said: readonly string[]): Use | undefined {
  return stemmed.find(({ words }) => words.some((word) => said.includes(word)))?.use
}

const origins = 'from origin source departure start'.split(' ')
const goals = 'to target destination arrival end into'.split(' ')

/**
 * How the word before a mention goes with a key: 2 for the key's own word or direction ("from Oslo"
 * for `origin`, "room 12" for `room`), 0.3 for the opposite direction, else 1.
 */
export function nearness(key: string, before: string): number {
  const parts = splitName(key).toLowerCase().split(/[\s-]/)
  const [isOrigin, isGoal] = [origins, goals].map((list) =>
    list.some((word) => parts.includes(word)),
  )
  if (isOrigin && before === 'from') return 2
  if (isGoal && (before === 'to' || before === 'into')) return 2
  if ((isOrigin && (before === 'to' || before === 'into')) || (isGoal && before === 'from'))
    return 0.3
  return before !== '' && bestLikeness(stem(before), contentWords(key)) >= 0.9 ? 2 : 1
}

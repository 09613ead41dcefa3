import type { Mention } from './mention.ts'
import { bestLikeness, contentWords, splitName, stem } from './words.ts'

/** What an argument is for, and how well each kind of mention serves it. */
export interface Purpose {
  /** By kind of mention; kinds that are not listed do not serve. */
  takes: Partial<Record<Mention['kind'], number>>
  /** Whether words of the request itself serve: what it asks about, what it wants written, a sum. */
  free?: 'topic' | 'message' | 'sum'
}

/** The purposes that the words of a key, or else of its description, tell; the first that fits counts. */
const purposes: readonly { words: string; purpose: Purpose }[] = [
  { words: 'email mail', purpose: { takes: { email: 3 } } },
  { words: 'recipient addressee receiver cc', purpose: { takes: { email: 3, name: 2 } } },
  { words: 'url link website webpage uri', purpose: { takes: { url: 3 } } },
  { words: 'datetime timestamp', purpose: { takes: { date: 2.5, time: 1 } } },
  { words: 'date day birthday deadline checkin checkout', purpose: { takes: { date: 3 } } },
  {
    words: 'expression formula equation calculation sum',
    purpose: { takes: { quote: 2 }, free: 'sum' },
  },
  {
    words:
      'location city place town country destination origin region area address airport station departure arrival room capital',
    purpose: { takes: { name: 2, place: 1.5, quote: 1.5, code: 1 } },
  },
  { words: 'unit measure', purpose: { takes: { unit: 2, place: 1.8 } } },
  { words: 'currency', purpose: { takes: { unit: 2, name: 1.5, place: 1.5 } } },
  { words: 'language locale', purpose: { takes: { name: 2, place: 1.2 } } },
  { words: 'timezone zone', purpose: { takes: { name: 2, place: 1.2 } } },
  { words: 'time hour alarm when', purpose: { takes: { time: 3, date: 1 } } },
  {
    words: 'id identifier reference sku isbn serial tracking invoice number',
    purpose: { takes: { code: 3, number: 2, quote: 2.5 } },
  },
  {
    words: 'query question search keyword term topic subject q prompt',
    purpose: { takes: { quote: 2.5 }, free: 'topic' },
  },
  {
    words: 'message text body content sentence note input task todo reminder label phrase',
    purpose: { takes: { quote: 3 }, free: 'message' },
  },
  {
    words:
      'name person author artist contact user player guest customer team company symbol ticker brand title song film movie book restaurant hotel',
    purpose: { takes: { quote: 2.5, name: 2 } },
  },
]

const anyPurpose: Purpose = { takes: { quote: 2, code: 1.5, name: 1, email: 0.5, url: 0.5 } }

const stemmed = purposes.map(({ words, purpose }) => ({
  words: words.split(/\s+/).map(stem),
  purpose,
}))

/** Whether a key or its description says what an argument is for. */
export function hasPurpose(key: string, description: string): boolean {
  return purposeOf(key, description) !== anyPurpose
}

/** What an argument is for, by the words of its key, then by those of its description. */
export function purposeOf(key: string, description: string): Purpose {
  const keyed = [...contentWords(key), ...splitName(key).toLowerCase().split(/[\s-]/).map(stem)]
  return find(keyed) ?? find(contentWords(description)) ?? anyPurpose
}

function find(said: readonly string[]): Purpose | undefined {
  return stemmed.find(({ words }) => words.some((word) => said.includes(word)))?.purpose
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

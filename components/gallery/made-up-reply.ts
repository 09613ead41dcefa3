import type { Alternative } from '#lib/reply/token-store.ts'
import { TokenStore } from '#lib/reply/token-store.ts'

/** A reply that no model wrote: the text, and its tokens. */
export interface MadeUpReply {
  content: string
  tokens: TokenStore
}

const words =
  'the of and to in is that it was for on are with as his they be at one have this from or had by hot but some what there we can out other were all your when up use word how said an each she which do their time if will way about many then them would write like so these her long make thing see him two has look more day could go come did my sound no most number who over know water than call first people may down side been now find any new work part take get place made live where after back little only round man year came show every good me give our under name very through just form much great think say help low line before turn cause same mean differ move right boy old too does tell sentence set three want air well also play small end put home read hand port large spell add even land here must big high such follow act why ask men change went light kind off need house picture try us again animal point mother world near build self earth father head stand own page should country found answer school grow study still learn plant cover food sun four thought let keep eye never last door between city tree cross since hard start might story saw far sea draw left late run while press close night real life few stop open seem together next white children begin got walk example ease paper often always music those both mark book letter until mile river car feet care second group carry took rain eat room friend began idea fish mountain north once base hear horse cut sure watch color face wood main'
    .split(' ')
    .map((word) => ` ${word}`)
const others = [
  ' 天気',
  'の',
  ' Дождь',
  ' идёт',
  ' café',
  ' 😀',
  ' naïve',
  '()',
  ' {',
  ' =>',
  ' 2026',
]
const endings = ['.', ',', ';', '.\n', '.\n\n', ':\n']

/** Numbers from 0 up to 1 that are the same each time (Park and Miller 1988). */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/** The same reply each time, of any length: prose with other scripts, emoji and code among it. */
export function madeUpReply(count: number, top: number, seed = 7): MadeUpReply {
  const tokens = new TokenStore()
  const texts: string[] = []
  const writer = madeUpTokens(top, seed)
  for (let index = 0; index < count; index += 1) texts.push(writer(tokens))
  return { content: texts.join(''), tokens }
}

/** Appends one more token at each call and gives its text. */
export function madeUpTokens(top: number, seed = 7): (tokens: TokenStore) => string {
  const next = numbersFrom(seed)
  const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)] ?? ''
  const known = new Map<string, number[]>()
  const bytesOf = (text: string) => {
    const bytes = known.get(text) ?? [...new TextEncoder().encode(text)]
    known.set(text, bytes)
    return bytes
  }
  const entry = (token: string, logprob: number): Alternative => ({
    token,
    logprob,
    bytes: bytesOf(token),
  })
  return (tokens) => {
    const kind = next()
    const rare = kind < 0.13 ? pick(endings) : pick(others)
    const text = kind < 0.18 ? rare : pick(words)
    // About three in four are below .9, as in a reply that is full of surprises.
    const logprob = next() < 0.28 ? -0.05 * next() : -0.11 - 6 * next() ** 2
    const best = Math.max(logprob, Math.log1p(-Math.exp(logprob)) - 0.01)
    const alternatives = Array.from({ length: top }, (_, place) =>
      place === 0 && logprob > -0.7
        ? entry(text, logprob)
        : entry(pick(words), best - 0.4 - place * 0.5),
    )
    tokens.append({ ...entry(text, logprob), alternatives })
    return text
  }
}

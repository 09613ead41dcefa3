/** Words that say nothing about what a text is about. */
const idle = new Set(
  `a about all also am an and any are as at be because been but by can could did do does for from had
   has have he her here him his how i if in into is it its just let like may me might must my of off
   on one or our out please she should so some than that the their them then there these they this
   those to too under up us very was we were what when where which while who will with would you your
   s t re ll ve d m`.split(/\s+/),
)

/** Other names of one and the same thing. */
const names = groupsOf(`
celsius centigrade c metric
fahrenheit f imperial
kilometre kilometer km
mile mi
metre meter
kilogram kilo kg
pound lb
euro eur
dollar usd
pound gbp sterling
yen jpy
email mail
movie film
english en
french fr
german de
spanish es
italian it
portuguese pt
japanese ja`)

/**
 * Words that go together: one of them hints at a tool that is named by another. A word may stand in
 * several groups. The list is short on purpose: it holds what tools are usually for.
 */
const groups = groupsOf(`
weather forecast temperature rain rainy sunny sun snow snowy wind windy cold warm hot humidity umbrella degree climate storm cloudy
email inbox
message text sms note chat
search find lookup look google browse
web internet online
calculate calculator compute arithmetic math maths sum add plus minus subtract multiply divide expression equation percent
convert conversion exchange
currency money dollar euro pound yen eur usd gbp rate
price cost expensive cheap quote worth
stock share ticker
time clock hour timezone
date day calendar today tomorrow
event meeting appointment schedule calendar reminder
remind reminder alarm alert
timer countdown alarm wake
book reserve reservation booking
flight fly plane airline airport
train rail railway
hotel room stay accommodation
restaurant table dinner eat lunch food
translate translation language
news headline
music song play track
light lamp bulb
on enable activate
off disable deactivate
route direction navigate way drive distance
city town place location where
person people guest passenger traveller
recipe cook dish bake
film cinema
order buy purchase
delete remove cancel erase
open start launch
create make write new
user customer account client
weight kilogram kg pound lb
length distance mile km kilometre kilometer metre meter
dice die roll`)

const signs: Readonly<Record<string, string>> = {
  '€': 'euro',
  $: 'dollar',
  '£': 'pound',
  '¥': 'yen',
}

/**
 * The content words of a text, stemmed, in their order and each once. Names such as `getWeather` and
 * `get_weather` fall into their parts, and signs of arithmetic between numbers count as a word.
 */
export function contentWords(text: string): string[] {
  const parts = splitName(text)
    .replace(/(?<=\d\)?\s?)(?:[+*/×÷-]|times|plus|minus|divided by)(?=\s?\(?\d)/gu, ' arithmetic ')
    .replace(/[€$£¥]/g, (sign) => ` ${signs[sign]} `)
  const plain = parts.toLowerCase().match(/[\p{L}\p{M}]+|\d+/gu) ?? []
  return [...new Set(plain.filter((word) => !idle.has(word)).map(stem))]
}

/** `getWeather_byCity` as `get Weather by City`. */
export function splitName(text: string): string {
  return text.replaceAll('_', ' ').replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
}

/**
 * How alike two stems are: 1 for the same, 0.9 for another name of the same thing (film, movie) and
 * where one begins the other and has at least five letters (forecast, forecaster), 0.7 for words that
 * go together (rain, weather), else 0.
 */
export function likeness(a: string, b: string): number {
  if (a === b) return 1
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length >= 5 && long.startsWith(short)) return 0.9
  if (areTogether(names, a, b)) return 0.9
  return areTogether(groups, a, b) ? 0.7 : 0
}

/** The best likeness of a stem to any of some others; 0 among none. */
export function bestLikeness(word: string, others: readonly string[]): number {
  return others.reduce((best, other) => Math.max(best, likeness(word, other)), 0)
}

/**
 * A word without its commonest endings, so that booking, booked and books meet book. What is left need
 * not be a word (`price` and `prices` meet in `pric`).
 */
export function stem(word: string): string {
  if (word.length < 4) return word
  const bare = word
    .replace(/ies$/, 'y')
    .replace(/(?<=[a-z]{2}(?:s|x|z|ch|sh))es$/, '')
    .replace(/(?<![su])s$/, '')
  const root = bare
    .replace(/(?<=[a-z]{3})(?:ing|ed)$/, '')
    .replace(/(?<=[a-z]{4})(?:ions?|or|er)$/, '')
  const single = root === bare ? root : root.replace(/([bdgmnprt])\1$/, '$1')
  return single.length > 3 ? single.replace(/e$/, '') : single
}

/** For each word the lines in which it stands. */
type Groups = ReadonlyMap<string, readonly number[]>

function groupsOf(lines: string): Groups {
  const found = new Map<string, number[]>()
  for (const [index, line] of lines.trim().split('\n').entries()) {
    for (const word of line.split(' ').map(stem)) {
      found.set(word, [...(found.get(word) ?? []), index])
    }
  }
  return found
}

function areTogether(of: Groups, a: string, b: string): boolean {
  const lines = of.get(b)
  return lines !== undefined && (of.get(a)?.some((index) => lines.includes(index)) ?? false)
}

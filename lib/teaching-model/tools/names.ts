import { findAll, type Mention } from './mention.ts'

/** Words with a capital letter that are no names. */
const noNames = new Set(
  `i i'm i'd i'll i've please hello hi hey dear thanks ok okay yes no sorry and but or so also then now
   what which who whom whose when where why how is are was were am be do does did can could will would
   should may might must shall have has had let tell show give get find search look up book send write
   make set call play add turn remind translate convert calculate compute check create open start stop
   invite meet ask phone text email message visit weather forecast order buy reserve schedule cancel delete compare use say the a an this that these those my your our
   his her its their it he she we they you there here if in on at for from to of with near by about
   after before between during not all some any each every both many much more most
   json xml yaml csv return extract answer list classify write summarise summarize explain describe
   monday tuesday wednesday thursday friday saturday sunday january february march april june july
   august september october november december`.split(/\s+/),
)

/** Lower-case words after a preposition that are no places. */
const noPlaces = new Set(
  `the a an my your our his her their this that these those it me us him them you here there now today
   tonight tomorrow yesterday next last all any some each every both what which celsius fahrenheit
   centigrade kelvin degrees metric imperial case fact general english time order total words detail
   short long least most first once home work bed sleep dinner lunch breakfast morning evening
   afternoon night noon midnight example sale rent free help information be do go get see make have
   know find eat buy`.split(/\s+/),
)

const capital = String.raw`\p{Lu}[\p{L}\p{M}'’-]*`
const link = String.raw`(?:(?:de|da|do|del|la|le|van|von|der|den|of|the|upon|am|and the) )`
const pattern = new RegExp(
  String.raw`(?<![\p{L}\d@.])${capital}(?: (?:${link}{0,2})${capital})*`,
  'gu',
)

/**
 * Names: runs of words with a capital letter (New York, Rio de Janeiro, Ada). At the beginning of a
 * sentence a capital says less, so a name of one word weighs less there. A word in small letters after "in", "near"
 * and the like is taken for a place that was typed in a hurry.
 */
export function findNames(text: string): Mention[] {
  const names = findAll(text, { kind: 'name', pattern, weight: 1, read: readName(text) })
  const places = findAll(text, {
    kind: 'place',
    pattern:
      /(?<=\b(?:in|near|at|from|to|into|for) (?:the )?)(?:(?:new|san|santa|los|las|saint|hong|cape|buenos|tel|abu) )?\p{Ll}[\p{Ll}'-]{2,}/gu,
    weight: 0.4,
    read: ([whole]) => (noPlaces.has(whole) ? undefined : {}),
  })
  return [...names, ...places]
}

function readName(text: string) {
  return (match: RegExpExecArray): Partial<Mention> | undefined => {
    const whole = match[0]
    const skipped = leading(whole)
    const name = whole
      .slice(skipped)
      .replace(/['’]s$/, '')
      .replace(/['’-]+$/, '')
    if (name.length < 2 || noNames.has(name.toLowerCase())) return undefined
    const start = match.index + skipped
    const first = /(?:^|[.?!:]\s+|\n\s*)$/.test(text.slice(Math.max(0, start - 12), start))
    return {
      text: name,
      start,
      end: start + name.length,
      weight: first && !name.includes(' ') ? 0.5 : 1,
    }
  }
}

/** How many characters at the beginning are words that are no part of the name. */
function leading(name: string): number {
  const word = /^[\p{L}\p{M}'’-]+ /u.exec(name)?.[0]
  if (word === undefined || !noNames.has(word.trim().toLowerCase())) return 0
  return word.length + leading(name.slice(word.length))
}

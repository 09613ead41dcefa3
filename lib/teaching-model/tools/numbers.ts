import { findAll, type Mention } from './mention.ts'

const unit =
  /(?<=\d\s?)(?:°\s?[CFK]\b|(?:km|mi|kg|lb|mm|cm|ml|eur|usd|gbp|jpy|[mgl])\b|\p{L}*(?:met(?:er|re)|mile|inche?|f(?:oo|ee)t|yard|gram|pound|ounce|lit(?:er|re)|gallon|euro|dollar|yen|celsius|fahrenheit|kelvin|degree)s?\b|[€$£¥%])|[€$£¥](?=\s?\d)/giu

const spoken = new Map(
  Object.entries({
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    twenty: 20,
    thirty: 30,
    hundred: 100,
  }),
)

/**
 * Numbers in digits (3, 2.5, -40, 1,200) and the small ones in words. "One" is left out, for it mostly
 * counts nothing; so are digits inside of words. Units of measure beside a number are found as well.
 */
export function findNumbers(text: string): Mention[] {
  const digits = findAll(text, {
    kind: 'number',
    pattern: /(?<![\p{L}\d.,_])-?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,12})?(?![\d_]|[.,]\d)/gu,
    weight: 1,
    read: ([whole]) => ({ value: Number(whole.replaceAll(',', '')) }),
  })
  const words = findAll(text, {
    kind: 'number',
    pattern: new RegExp(`\\b(?:${[...spoken.keys()].join('|')})\\b`, 'gi'),
    weight: 0.9,
    read: ([whole]) => ({ value: spoken.get(whole.toLowerCase()) ?? 0 }),
  })
  return [...digits, ...words, ...findAll(text, { kind: 'unit', pattern: unit, weight: 1 })]
}

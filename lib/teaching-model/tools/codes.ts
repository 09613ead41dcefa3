import { findAll, type Mention } from './mention.ts'

/**
 * Codes such as order_12345, INV-2024-07 and B12: they begin with a letter and hold a digit. One in
 * small letters needs an underscore or three digits, so that "top-10" stays a number.
 */
export function findCodes(text: string): Mention[] {
  return findAll(text, {
    kind: 'code',
    pattern: /(?<![\p{L}\d@._-])\p{L}[\p{L}\d]{0,40}(?:[_-][\p{L}\d]{1,40}){0,8}(?![\p{L}\d@])/gu,
    weight: 1,
    read: ([whole]) => (isCode(whole) ? {} : undefined),
  })
}

function isCode(word: string): boolean {
  const digits = word.match(/\d/g)?.length ?? 0
  return digits > 0 && (digits >= 3 || word.includes('_') || !/\p{Ll}/u.test(word))
}

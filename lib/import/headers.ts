import type { Refusal } from '#lib/preset/preset.ts'
import { isCredentialName, wordsOf } from '#lib/request/forbidden-names.ts'
import { keyReason } from './found.ts'

/** Headers that every such request has. */
const usual = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'connection',
  'content-length',
  'content-type',
  'host',
  'origin',
  'referer',
  'user-agent',
])

/** Names the headers that are not taken over: credentials as such, others as headers. */
export function sortHeaders(names: readonly string[], refused: Refusal[]): void {
  for (const name of names.slice(0, 100)) {
    const plain = name.trim().toLowerCase()
    if (plain === '' || usual.has(plain) || plain.startsWith('sec-') || plain.startsWith(':'))
      continue
    const isKey = isCredentialName(wordsOf(name), '') || /(^|-)key$|token$/.test(plain)
    const reason = isKey ? keyReason : 'Headers are not taken over.'
    refused.push({ name: name.trim().slice(0, 80), reason })
  }
}

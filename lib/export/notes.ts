import { liteLlmCall } from './litellm-route.ts'
import { isTeaching, partsOf } from './parts.ts'
import type { ExportRequest } from './request.ts'

/** What the code of one form does otherwise than Nucleus, a sentence each. */
export function notesOn(form: string, request: ExportRequest): string[] {
  const usesLiteLlm = form.startsWith('litellm')
  const call = liteLlmCall(request)
  const { query, variable } = partsOf(request)
  const isOpenAi = form.startsWith('openai')
  const notes: [applies: boolean, sentence: string][] = [
    [isTeaching(request) && form !== 'json', 'It reaches the teaching model while Nucleus runs.'],
    [
      request.fallbacks.length > 0 && !usesLiteLlm,
      `Fallbacks are not in it: ${request.fallbacks.map(({ body }) => String(body.model)).join(', ')}.`,
    ],
    [
      isOpenAi &&
        variable !== undefined &&
        request.provider.auth === 'api-key' &&
        !isAzure(request),
      'The library sends the key as Authorization: Bearer, which this address takes too.',
    ],
    [
      usesLiteLlm && call.apiBase === undefined,
      'LiteLLM speaks to this provider in the provider’s own format.',
    ],
    [
      usesLiteLlm && Object.keys(query).length > 0,
      'LiteLLM has no place for the query of the address.',
    ],
    [
      form === 'litellm-config',
      'Messages and stream are said by each call; the other parameters are the model’s defaults.',
    ],
    [form === 'json', 'The body only; the address and the headers are in the other forms.'],
    [
      form.endsWith('python') && hasHalfPair(request),
      'A text holds half of a surrogate pair, which Python’s clients cannot send.',
    ],
  ]
  return notes.filter(([applies]) => applies).map(([, sentence]) => sentence)
}

function isAzure(request: ExportRequest): boolean {
  return partsOf(request).deployment !== undefined
}

/** JSON writes half of a pair by its number, and nothing else that way. */
function hasHalfPair({ body }: ExportRequest): boolean {
  return /(?<!\\)(?:\\\\)*\\ud[89a-f]/.test(JSON.stringify(body))
}

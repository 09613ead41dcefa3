import { row } from './row.ts'

/** Any server that speaks OpenAI's format; nothing is known of it beforehand. */
export const openaiCompatible = row({
  id: 'openai_compatible',
  title: 'OpenAI-compatible',
  summary: 'Any other server that speaks OpenAI’s format, at an address of yours.',
  kind: 'custom',
  endpoint: 'http://127.0.0.1:8000/v1',
  ownEndpoint: true,
  ownPrefixes: 'any',
  keyRequired: false,
  keyVariable: 'OPENAI_LIKE_API_KEY',
  versionQuery: 'api-version',
})

import * as z from 'zod'
import { each, openSampling, read, row } from './row.ts'

const reference = read('https://platform.openai.com/docs/api-reference/chat/create', '2026-08-20')

const metadata = z
  .record(
    z.string().max(64, 'OpenAI allows keys of at most 64 characters.'),
    z
      .string('OpenAI takes text values only. Write the value in quotes.')
      .max(512, 'OpenAI allows values of at most 512 characters.'),
  )
  .refine((pairs) => Object.keys(pairs).length <= 16, 'OpenAI allows at most 16 pairs.')

export const openai = row({
  id: 'openai',
  title: 'OpenAI',
  summary: 'OpenAI’s own API, with your key or the server’s.',
  kind: 'hosted',
  prefixes: ['openai'],
  endpoint: 'https://api.openai.com/v1',
  keyVariable: 'OPENAI_API_KEY',
  refused: each(openSampling, { reason: 'Not supported by OpenAI', source: reference }),
  limited: {
    metadata: { reason: 'At most 16 pairs of texts', schema: metadata, source: reference },
  },
  logprobsRequest: 'boolean',
  logprobsShape: 'content',
  prefill: {
    style: 'answers',
    source: read('https://github.com/guidance-ai/guidance/pull/775', '2026-11-25'),
  },
  source: reference,
})

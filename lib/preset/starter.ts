import type { Settings } from '#lib/parameters/index.ts'

/** What a fresh page shows: a question whose first Run draws a heatmap with no key and no network. */
export const starter: Settings = {
  provider: 'teaching',
  model: 'nucleus-teaching-1',
  messages: [{ role: 'user', content: 'Tell me about rain.' }],
  logprobs: true,
  top_logprobs: 5,
  stream: true,
}

import { surprisalBits } from '#lib/logprobs/index.ts'
import type { AnySettings } from '#lib/parameters/descriptor.ts'
import { providerIn } from '#lib/request/check.ts'
import type { Reply } from '#lib/reply/reply.ts'

/** What a list shows of a run, and what it is found by. */
export interface RunSummary {
  id: string
  /** When it began, in milliseconds since 1970. */
  at: number
  provider: string
  /** The model that answered, or else the one that was asked. */
  model: string
  temperature?: number
  seed?: number
  /** The name of the preset that it was made with. */
  presetName?: string
  /** The beginning of the last message, and of the reply. */
  prompt: string
  opening: string
  choices: number
  /** Tokens with log probabilities of all choices, and their mean surprisal in bits. */
  tokens: number
  meanBits?: number
  finishReason?: string
  failed: boolean
  isBranch: boolean
  pinned: boolean
  /** About how much it takes here, in bytes. */
  bytes: number
  /** Lower-case text that a search looks through. */
  found: string
}

/** Characters of the texts in a list, and of those that are searched. */
const mostShown = 160
const mostSearched = 4000

/** The summary of a run that is over. */
export function summaryOf(
  { settings, reply, parent }: { settings: AnySettings; reply: Reply; parent?: unknown },
  {
    id,
    at,
    bytes,
    presetName,
  }: Pick<RunSummary, 'id' | 'at' | 'bytes'> & { presetName?: string | undefined },
): RunSummary {
  const prompt = lastMessage(settings.messages)
  const opening = openingOf(reply)
  const model = reply.model ?? String(settings.model ?? '')
  const { tokens, bits } = figuresOf(reply)
  const finishReason = reply.choices[0]?.finishReason
  const provider = providerIn(settings)
  return {
    id,
    at,
    provider,
    model,
    ...(typeof settings.temperature === 'number' ? { temperature: settings.temperature } : {}),
    ...(typeof settings.seed === 'number' ? { seed: settings.seed } : {}),
    ...(presetName ? { presetName } : {}),
    prompt: prompt.slice(0, mostShown),
    opening: opening.slice(0, mostShown),
    choices: reply.choices.length,
    tokens,
    ...(tokens > 0 && Number.isFinite(bits) ? { meanBits: bits / tokens } : {}),
    ...(finishReason ? { finishReason } : {}),
    failed: reply.failure !== undefined,
    isBranch: parent !== undefined,
    pinned: false,
    bytes,
    found: [
      presetName ?? '',
      provider,
      model,
      prompt.slice(0, mostSearched),
      opening.slice(0, mostSearched),
    ]
      .join('\n')
      .toLowerCase(),
  }
}

/** What a list can be narrowed to. */
export interface RunFilter {
  text: string
  model: string
  only: 'all' | 'pinned' | 'failed' | 'logprobs'
}

/** Whether a run is in a narrowed list: each word of the text has to be found. */
export function isWithin(run: RunSummary, { text, model, only }: RunFilter): boolean {
  if (model !== '' && run.model !== model) return false
  if (only === 'pinned' && !run.pinned) return false
  if (only === 'failed' && !run.failed) return false
  if (only === 'logprobs' && run.tokens === 0) return false
  const words = text.toLowerCase().split(/\s+/)
  return words.every((word) => run.found.includes(word))
}

function lastMessage(messages: unknown): string {
  const last: unknown = Array.isArray(messages) ? messages.at(-1) : undefined
  if (typeof last !== 'object' || last === null || !('content' in last)) return ''
  return typeof last.content === 'string' ? last.content : (JSON.stringify(last.content) ?? '')
}

function openingOf({ choices, failure }: Reply): string {
  const [first] = choices
  if (!first) return failure?.message ?? ''
  const calls = first.toolCalls.map(({ name, arguments: text }) => `${name}(${text})`).join(' ')
  return first.content || first.refusal || calls || first.reasoning || failure?.message || ''
}

function figuresOf({ choices }: Reply): { tokens: number; bits: number } {
  let [tokens, bits] = [0, 0]
  for (const { tokens: store } of choices) {
    for (let at = 0; at < store.length; at += 1) bits += surprisalBits(store.logprob(at))
    tokens += store.length
  }
  return { tokens, bits }
}

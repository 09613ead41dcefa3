import type { AnySettings } from '#lib/parameters/descriptor.ts'
import { setParameters } from '#lib/parameters/index.ts'
import { tokensThatCame, type Choice, type Reply } from '../reply.ts'
import { answeringModel } from './answering-model.ts'
import { auditReply } from './index.ts'

/** One parameter that was set, what was asked by it, and what can be seen of it in the reply. */
export interface AskedAndGot {
  /** The wire name. */
  parameter: string
  /** The value as short text. */
  asked: string
  got: string
  differs: boolean
}

/** What of a request needs no row: it is on the page already, or is not about the reply. */
const left = new Set(['provider', 'messages'])

/** A row for every parameter that was set, in the registry's order; none before the run is over. */
export function askedAndGot(asked: AnySettings, reply: Reply): AskedAndGot[] {
  if (reply.status === 'waiting' || reply.status === 'streaming' || reply.choices.length === 0)
    return []
  // To be cut off at a limit is what the limit asked for.
  const notes = auditReply(asked, reply).filter(({ kind }) => kind !== 'length')
  const differing = new Set(notes.map(({ parameter }) => parameter))
  const omitted = new Set(reply.attempts.at(-1)?.omitted)
  return setParameters(asked)
    .filter(([{ name }]) => !left.has(name))
    .map(([{ name }, value]) => ({
      parameter: name,
      asked: short(value),
      got: omitted.has(name) ? 'not sent' : (seen[name]?.(reply, value) ?? 'sent, effect unknown'),
      differs: differing.has(name),
    }))
}

type See = (reply: Reply, value: unknown) => string | undefined

const completionTokens: See = ({ usage }) =>
  usage?.completion === undefined ? undefined : count(usage.completion, 'token')

/** What a reply shows of a parameter; the others leave no trace in it. */
const seen: Readonly<Record<string, See>> = {
  model: answeringModel,
  n: ({ choices }) => count(choices.length, 'choice'),
  logprobs: ({ choices }) => {
    const tokens = choices.reduce((sum, choice) => sum + tokensThatCame(choice), 0)
    return tokens > 0 ? count(tokens, 'token') : 'none'
  },
  top_logprobs: ({ choices }) => `${Math.max(...choices.map(mostAlternatives))} per token`,
  max_tokens: completionTokens,
  max_completion_tokens: completionTokens,
  stop: ({ choices }) =>
    [...new Set(choices.map(({ finishReason }) => finishReason ?? '…'))].join(', '),
  stream: ({ raw }) => (raw.streamed ? 'streamed' : 'one piece'),
  stream_options: ({ usage }) => (usage ? 'usage came' : 'no usage'),
  service_tier: ({ serviceTier }) => serviceTier,
  seed: ({ systemFingerprint }) => systemFingerprint && `fingerprint ${systemFingerprint}`,
  reasoning_effort: ({ usage }) =>
    usage?.reasoning === undefined ? undefined : `${count(usage.reasoning, 'token')} of reasoning`,
  tools: ({ choices }) =>
    count(
      choices.reduce((sum, one) => sum + one.toolCalls.length, 0),
      'call',
    ),
  tool_choice: ({ choices }) =>
    choices.flatMap(({ toolCalls }) => toolCalls.map(({ name }) => name)).join(', ') || 'no call',
  parallel_tool_calls: ({ choices }) =>
    `at most ${Math.max(...choices.map(({ toolCalls }) => toolCalls.length))} at once`,
  timeout: ({ endedAt }) =>
    endedAt === undefined ? undefined : `${(endedAt / 1000).toFixed(1)} s in all`,
  api_base: ({ attempts }, value) =>
    attempts.some(({ request }) => request.url.startsWith(String(value))) ? 'called' : undefined,
  num_retries: (reply) => retries(reply),
  fallbacks: ({ attempts }) => {
    const models = new Set(attempts.map(({ provider, model }) => `${provider}/${model}`))
    return models.size > 1 ? `${attempts.at(-1)?.model} answered` : undefined
  },
}

/** A proxy's own retries are told by its header. */
function retries({ attempts }: Reply): string {
  const header = attempts.at(-1)?.headers?.['x-litellm-attempted-retries']
  const own = attempts.filter(({ why }) => why === 'backoff' || why === 'retry-after').length
  const used = own + (Number(header) || 0)
  return used === 0 ? 'none needed' : `${used} used`
}

function mostAlternatives({ tokens, refusalTokens }: Choice): number {
  return Math.max(tokens.mostAlternatives, refusalTokens.mostAlternatives)
}

function count(amount: number, what: string): string {
  return `${amount} ${what}${amount === 1 ? '' : 's'}`
}

function short(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}

import type { Failure } from '#lib/result.ts'
import type { Attempt } from './run-events.ts'
import { TokenStore } from './token-store.ts'

/** A tool call as far as it has arrived. */
export interface ToolCall {
  index: number
  id: string
  type: string
  name: string
  /** JSON text, as the model wrote it. */
  arguments: string
}

/** One of the replies to the same conversation. */
export interface Choice {
  index: number
  role: string
  content: string
  refusal: string
  /** The model's reasoning, where the provider shows it. */
  reasoning: string
  toolCalls: ToolCall[]
  finishReason: string | undefined
  /** Tokens of the content with their log probabilities; empty where none came. */
  tokens: TokenStore
  refusalTokens: TokenStore
}

/** One try with what came of it. */
export interface AttemptRecord extends Attempt {
  status?: number
  headers?: Record<string, string>
  /** Milliseconds since the run began. */
  answeredAt?: number
  failure?: Failure
  /** Milliseconds waited before the next try. */
  waitMs?: number
}

/** Token counts as the provider reported them. */
export interface Usage {
  prompt?: number
  completion?: number
  total?: number
  reasoning?: number
}

/** Everything that came back from one run. Changed in place; `version` grows with every change. */
export interface Reply {
  version: number
  status: 'waiting' | 'streaming' | 'done' | 'failed' | 'stopped'
  attempts: AttemptRecord[]
  /** By index, without gaps in order of index. */
  choices: Choice[]
  id?: string | undefined
  /** Unix seconds. */
  created?: number | undefined
  /** The model that says it answered. */
  model?: string | undefined
  systemFingerprint?: string | undefined
  serviceTier?: string | undefined
  usage?: Usage
  failure?: Failure
  /** Milliseconds since the run began. */
  firstTokenAt?: number
  endedAt?: number
  /** The raw JSON texts in order of arrival, until `truncated`. */
  raw: { texts: string[]; streamed: boolean; truncated: boolean }
}

/** A reply to which nothing has come yet. */
export function createReply(): Reply {
  return {
    version: 0,
    status: 'waiting',
    attempts: [],
    choices: [],
    raw: { texts: [], streamed: false, truncated: false },
  }
}

/** The choice with this index, made where it is new. */
export function choiceAt(reply: Reply, index: number): Choice {
  const found = reply.choices.find((choice) => choice.index === index)
  if (found) return found
  const made: Choice = {
    index,
    role: 'assistant',
    content: '',
    refusal: '',
    reasoning: '',
    toolCalls: [],
    finishReason: undefined,
    tokens: new TokenStore(),
    refusalTokens: new TokenStore(),
  }
  reply.choices.push(made)
  reply.choices.sort((a, b) => a.index - b.index)
  return made
}

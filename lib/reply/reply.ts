import type { Failure } from '#lib/result.ts'
import type { Attempt, WaitReason } from './attempt.ts'
import { Column } from './column.ts'
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

/** How much of a choice was there before anything came. */
export interface Kept {
  /** Tokens at the beginning of `tokens`. */
  tokens: number
  /** UTF-16 units at the beginning of `content`. */
  characters: number
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
  /** What the provider adds to the text, such as citations, in its own form. */
  annotations: unknown[]
  finishReason: string | undefined
  /** Tokens of the content with their log probabilities; empty where none came. */
  tokens: TokenStore
  refusalTokens: TokenStore
  /** Tokens that came with reasoning alone, and so are not of the content. */
  reasoningTokens: TokenStore
  /** The part at its beginning that was kept from an earlier reply and did not come with this one. */
  kept?: Kept
  /** When its first text, reasoning or tool call came; milliseconds since the run began. */
  firstTokenAt?: number
  /** When each chunk with any of its text came, milliseconds since the run began; empty for a whole reply. */
  arrivals: Column<'time'>
}

/** One try with what came of it. */
export interface AttemptRecord extends Attempt {
  status?: number
  headers?: Record<string, string>
  /** Times are milliseconds since the run began: the status and headers, the first data, the end. */
  answeredAt?: number
  firstByteAt?: number
  endedAt?: number
  failure?: Failure
  /** Milliseconds waited before the next try, and what set them. */
  waitMs?: number
  why?: WaitReason
}

/** Token counts as the provider reported them. */
export interface Usage {
  prompt?: number
  completion?: number
  total?: number
  /** Part of `completion` that was spent on reasoning. */
  reasoning?: number
  /** Part of `prompt` that came from the provider's cache. */
  cached?: number
  /** The whole report, keys that Nucleus does not know included. */
  raw: Readonly<Record<string, unknown>>
}

/** Everything that came back from one run. Changed in place; `version` grows with every change. */
export interface Reply {
  version: number
  /** Streaming until the run is over, even where something went wrong on the way. */
  status: 'waiting' | 'streaming' | 'done' | 'failed' | 'stopped'
  attempts: AttemptRecord[]
  /** In order of index. */
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
  /** All times are milliseconds since the run began: the first data, whatever was in it. */
  firstByteAt?: number
  /** The first text, reasoning or tool call. */
  firstTokenAt?: number
  endedAt?: number
  /** The latest time that any event told. */
  lastAt: number
  /**
   * The raw JSON texts in order of arrival, and how long all of them are: those of a stream's chunks,
   * or the pieces of one whole reply. Not cut off: the server bounds what it reads, and the events
   * of the run hold the same texts.
   */
  raw: { texts: string[]; characters: number; streamed: boolean }
}

/** A reply to which nothing has come yet. */
export function createReply(): Reply {
  return {
    version: 0,
    status: 'waiting',
    attempts: [],
    choices: [],
    lastAt: 0,
    raw: { texts: [], characters: 0, streamed: false },
  }
}

/** The choice with this index, made where it is new. */
export function choiceAt(reply: Reply, index: number): Choice {
  const found = reply.choices.find((choice) => choice.index === index)
  if (found) return found
  const made = emptyChoice(index)
  reply.choices.push(made)
  reply.choices.sort((a, b) => a.index - b.index)
  return made
}

/** How many tokens with log probabilities came with a choice; those that were kept did not. */
export function tokensThatCame({ tokens, refusalTokens, kept }: Choice): number {
  return tokens.length + refusalTokens.length - (kept?.tokens ?? 0)
}

/** A choice to which nothing has come yet. */
export function emptyChoice(index: number): Choice {
  return {
    index,
    role: 'assistant',
    content: '',
    refusal: '',
    reasoning: '',
    toolCalls: [],
    annotations: [],
    finishReason: undefined,
    tokens: new TokenStore(),
    refusalTokens: new TokenStore(),
    reasoningTokens: new TokenStore(),
    arrivals: new Column('time'),
  }
}

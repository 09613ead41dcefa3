import type { Failure } from '#lib/result.ts'
import { Column } from '#lib/reply/column.ts'
import type { AttemptRecord, Choice, Reply } from '#lib/reply/reply.ts'
import { TokenStore, type PackedTokens } from '#lib/reply/token-store.ts'

type StoreName = 'tokens' | 'refusalTokens' | 'reasoningTokens'

/** A choice as plain values, its tokens in columns. */
type StoredChoice = Omit<Choice, StoreName | 'arrivals'> &
  Record<StoreName, PackedTokens> & { arrivals: Float32Array<ArrayBuffer> }

/** A reply as plain values that a browser can keep: everything but the raw texts. */
export interface StoredReply extends Omit<Reply, 'choices' | 'raw' | 'attempts' | 'failure'> {
  choices: StoredChoice[]
  attempts: AttemptRecord[]
  failure?: Failure
  /** Whether it came as a stream, and how long its raw texts were, in UTF-16 units. */
  raw: { streamed: boolean; characters: number }
}

/** What to keep of a reply that is over. Nothing is shared with it that could still change. */
export function storedReply(reply: Reply): StoredReply {
  const { choices, raw, attempts, failure, ...rest } = reply
  return {
    ...rest,
    ...(failure ? { failure } : {}),
    attempts: attempts.map((attempt) => ({ ...attempt })),
    raw: { streamed: raw.streamed, characters: raw.characters },
    choices: choices.map((choice) => ({
      ...choice,
      arrivals: choice.arrivals.packed(),
      tokens: choice.tokens.packed(),
      refusalTokens: choice.refusalTokens.packed(),
      reasoningTokens: choice.reasoningTokens.packed(),
    })),
  }
}

/** The inverse of `storedReply`; its raw texts are gone. */
export function replyOfStored({ choices, raw, ...rest }: StoredReply): Reply {
  return {
    ...rest,
    raw: { texts: [], characters: 0, streamed: raw.streamed },
    choices: choices.map((choice) => ({
      ...choice,
      arrivals: new Column('time', choice.arrivals),
      tokens: new TokenStore(choice.tokens),
      refusalTokens: new TokenStore(choice.refusalTokens),
      reasoningTokens: new TokenStore(choice.reasoningTokens),
    })),
  }
}

/** About how many bytes a browser needs to keep a value: two a character, and its columns. */
export function bytesOf(value: unknown): number {
  if (typeof value === 'string') return 2 * value.length + 8
  if (typeof value !== 'object' || value === null) return 8
  if (ArrayBuffer.isView(value)) return value.byteLength
  return Object.entries(value).reduce(
    (sum, [key, inner]) => sum + 2 * key.length + bytesOf(inner),
    16,
  )
}

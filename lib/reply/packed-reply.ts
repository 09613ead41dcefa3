import type { Failure } from '#lib/result.ts'
import { Column } from './column.ts'
import { readText } from './read-body.ts'
import { createReply, type Choice, type Reply } from './reply.ts'
import { TokenStore, type PackedTokens } from './token-store.ts'

type StoreName = 'tokens' | 'refusalTokens' | 'reasoningTokens'

/** A choice as plain values; in a whole reply nothing has a time of arrival. */
type PackedChoice = Omit<Choice, StoreName | 'arrivals'> &
  Record<StoreName, PackedTokens> & { arrivals: undefined }

/** What the text of a whole reply says, as plain values that can be handed to another thread. */
export interface PackedReply {
  head: Pick<
    Reply,
    'id' | 'created' | 'model' | 'systemFingerprint' | 'serviceTier' | 'usage' | 'firstTokenAt'
  >
  choices: PackedChoice[]
  /** The failure that the text is or tells of. */
  failure: Failure | undefined
}

/**
 * Reads the text of a whole `chat.completion` that came at `at` (milliseconds since the run began):
 * for a thread of its own, since a text of 100 MB takes seconds.
 */
export function packReply(text: string, at: number): PackedReply {
  const reply = createReply()
  const failure = readText(reply, text, at)
  const { id, created, model, systemFingerprint, serviceTier, usage, firstTokenAt } = reply
  return {
    head: {
      id,
      created,
      model,
      systemFingerprint,
      serviceTier,
      ...(usage ? { usage } : {}),
      ...(firstTokenAt === undefined ? {} : { firstTokenAt }),
    },
    choices: reply.choices.map(packedChoice),
    failure,
  }
}

function packedChoice(choice: Choice): PackedChoice {
  return {
    ...choice,
    arrivals: undefined,
    tokens: choice.tokens.packed(),
    refusalTokens: choice.refusalTokens.packed(),
    reasoningTokens: choice.reasoningTokens.packed(),
  }
}

/** Takes what was read elsewhere into a reply that has no choices yet; nothing is copied but lists. */
export function takePacked(reply: Reply, { head, choices, failure }: PackedReply): void {
  Object.assign(reply, head)
  reply.choices = choices.map((choice) => ({
    ...choice,
    toolCalls: choice.toolCalls.map((call) => ({ ...call })),
    annotations: [...choice.annotations],
    arrivals: new Column('time'),
    tokens: new TokenStore(choice.tokens),
    refusalTokens: new TokenStore(choice.refusalTokens),
    reasoningTokens: new TokenStore(choice.reasoningTokens),
  }))
  if (failure) reply.failure ??= failure
}

/** The blocks of memory of a packed reply, which can be handed over without a copy. */
export function buffersOf({ choices }: PackedReply): ArrayBuffer[] {
  return choices.flatMap(({ tokens, refusalTokens, reasoningTokens }) =>
    [tokens, refusalTokens, reasoningTokens].flatMap(({ table, ...columns }) =>
      [...Object.values(columns), table.bytes, table.ends, table.given].flatMap((column) =>
        typeof column === 'number' ? [] : column.buffer,
      ),
    ),
  )
}

import { tokensThatCame, type Reply } from './reply.ts'

/** When things happened, in milliseconds since the run began. */
export interface Timings {
  startedAt: 0
  /** The first data, whatever was in it. */
  firstByteAt: number | undefined
  /** The first text, reasoning or tool call. */
  firstTokenAt: number | undefined
  endedAt: number | undefined
  /** Of all choices together, from the first token to the last; only of a stream that is over. */
  tokensPerSecond: number | undefined
}

/** Shorter than this, a stream arrived in one piece and has no speed; milliseconds. */
const shortest = 2

/** The timings of a reply, as far as it has come. */
export function timingsOf(reply: Reply): Timings {
  const { firstByteAt, firstTokenAt, endedAt } = reply
  return { startedAt: 0, firstByteAt, firstTokenAt, endedAt, tokensPerSecond: speedOf(reply) }
}

/** The first token is where the time starts, so it is not counted. */
function speedOf(reply: Reply): number | undefined {
  const { firstTokenAt, endedAt, raw } = reply
  if (!raw.streamed || firstTokenAt === undefined || endedAt === undefined) return undefined
  const ms = endedAt - firstTokenAt
  const count = shownTokens(reply) - 1
  return ms >= shortest && count > 0 ? (1000 * count) / ms : undefined
}

/** Tokens that came within the time: those of reasoning that was not shown came before it. */
function shownTokens({ usage, choices }: Reply): number {
  const listed = choices.reduce((sum, choice) => sum + tokensThatCame(choice), 0)
  if (usage?.completion === undefined) return listed
  const shown = choices.some(({ reasoning }) => reasoning !== '')
  return usage.completion - (shown ? 0 : (usage.reasoning ?? 0))
}

import type { AnySettings } from '#lib/parameters/descriptor.ts'
import { setParameters } from '#lib/parameters/index.ts'
import {
  completionOf,
  type Completion,
  type WireChoice,
  type WireToken,
} from '#lib/reply/completion.ts'
import { readText } from '#lib/reply/read-body.ts'
import { createReply } from '#lib/reply/reply.ts'
import type { RecordedRun } from '../recorded-run.ts'
import { writeColumns } from './columns.ts'
import { TextCollector, type TokenTexts } from './token-texts.ts'

/** What a link says of a run beside its columns; keys without a meaning are absent. */
export interface RunHead extends Omit<Completion, 'object' | 'choices'> {
  /** How its settings differ from the preset's; null is not set. */
  settings?: Record<string, unknown>
  at?: number
  took?: number
  choices: ChoiceHead[]
  tokens: TokenTexts
}

/** A choice without its tokens. */
export interface ChoiceHead extends Omit<WireChoice, 'logprobs' | 'index' | 'message'> {
  index?: number
  /** Without its content where that is the text of the tokens. */
  message?: Record<string, unknown>
  /** Whether it has lists of tokens: one each for content, refusal and reasoning. */
  listed?: boolean
}

/** A recorded run as a head for JSON, and columns of tokens and quantised log probabilities. */
export function packRun(
  run: RecordedRun,
  preset: AnySettings,
): { head: RunHead; columns: Uint8Array } {
  const { object: _, choices, ...rest } = readCompletion(run.completion)
  const collector = new TextCollector()
  const lists = choices.flatMap(({ logprobs }) =>
    logprobs
      ? [logprobs.content, logprobs.refusal, logprobs.reasoning_content].map((tokens = []) =>
          tokens.map((token) => collector.columnToken(token)),
        )
      : [],
  )
  const settings = difference(preset, run.settings)
  return {
    columns: writeColumns(lists),
    head: {
      ...(Object.keys(settings).length > 0 ? { settings } : {}),
      ...(run.recordedAt === undefined ? {} : { at: Math.round(run.recordedAt) }),
      ...(run.took === undefined ? {} : { took: Math.round(run.took) }),
      ...rest,
      choices: choices.map(choiceHead),
      tokens: collector.table,
    },
  }
}

/** A completion from anywhere in the one form that is packed; what cannot be read of it is left out. */
function readCompletion(text: string): Completion {
  const reply = createReply()
  readText(reply, text, 0)
  return completionOf(reply)
}

function choiceHead({ index, message, logprobs, finish_reason }: WireChoice): ChoiceHead {
  const { role, content, ...others } = message
  const told = {
    ...(role === 'assistant' ? {} : { role }),
    ...(content === textOf(logprobs?.content) ? {} : { content }),
    ...others,
  }
  return {
    ...(index === 0 ? {} : { index }),
    ...(Object.keys(told).length > 0 ? { message: told } : {}),
    ...(logprobs ? { listed: true } : {}),
    finish_reason,
  }
}

/** The text that tokens spell; nothing where there are none. */
export function textOf(tokens: readonly WireToken[] | undefined): string | undefined {
  return tokens && tokens.length > 0 ? tokens.map(({ token }) => token).join('') : undefined
}

/** What turns one set of settings into another; null for what is not set in the other. */
function difference(from: AnySettings, to: AnySettings): Record<string, unknown> {
  const changed = setParameters(to).filter(
    ([{ name }, value]) => JSON.stringify(value) !== JSON.stringify(from[name]),
  )
  const gone = setParameters(from).filter(([{ name }]) => to[name] === undefined)
  return Object.fromEntries([
    ...changed.map(([{ name }, value]) => [name, value]),
    ...gone.map(([{ name }]) => [name, null]),
  ])
}

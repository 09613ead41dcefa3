import type { AnySettings } from '#lib/parameters/descriptor.ts'
import type { WireToken } from '#lib/reply/completion.ts'
import { isObject } from '../document.ts'
import { tooMuch } from '../limits.ts'
import { readSettings } from '../read-settings.ts'
import type { RecordedRun } from '../recorded-run.ts'
import { readColumns, type ColumnToken } from './columns.ts'
import { textOf } from './pack-run.ts'
import { readTexts, wireTokenOf } from './token-texts.ts'

/**
 * The inverse of `packRun`. What a run says of itself is only ever shown, as any provider's answer is;
 * nothing where head and columns do not belong together.
 */
export function unpackRun(
  head: unknown,
  columns: Uint8Array,
  preset: AnySettings,
): RecordedRun | undefined {
  if (!isObject(head) || tooMuch(head)) return undefined
  const { settings, at, took, choices, tokens, ...rest } = head
  const texts = readTexts(tokens)
  const lists = texts && readColumns(columns, texts.texts.length)
  if (!texts || !lists || !Array.isArray(choices)) return undefined
  const wire = lists.map((list) => list.map((token: ColumnToken) => wireTokenOf(texts, token)))
  const heads = choices.filter(isObject)
  if (heads.filter(({ listed }) => listed === true).length * 3 !== wire.length) return undefined
  const next = wire.values()
  const completion = {
    object: 'chat.completion',
    ...rest,
    choices: heads.map((choice, place) => wholeChoice(choice, place, next)),
  }
  return {
    settings: settingsOf(preset, isObject(settings) ? settings : {}),
    completion: JSON.stringify(completion),
    ...(typeof at === 'number' ? { recordedAt: at } : {}),
    ...(typeof took === 'number' && took >= 0 ? { took } : {}),
  }
}

function wholeChoice(
  { index = 0, message, listed, finish_reason }: Record<string, unknown>,
  place: number,
  next: Iterator<WireToken[]>,
) {
  const take = () => next.next().value as WireToken[] | undefined
  const [content, refusal, reasoning] = listed === true ? [take(), take(), take()] : []
  return {
    index: typeof index === 'number' ? index : place,
    message: {
      role: 'assistant',
      content: textOf(content) ?? null,
      ...(isObject(message) ? message : {}),
    },
    logprobs: content
      ? { content, ...some('refusal', refusal), ...some('reasoning_content', reasoning) }
      : null,
    finish_reason: finish_reason ?? null,
  }
}

function some(key: string, tokens: WireToken[] = []): Record<string, WireToken[]> {
  return tokens.length > 0 ? { [key]: tokens } : {}
}

/** The settings of the run: the preset's, with what was different. */
function settingsOf(preset: AnySettings, different: Record<string, unknown>): AnySettings {
  const given = Object.entries(different)
  const gone = new Set(given.filter(([, value]) => value === null).map(([name]) => name))
  const rest = Object.fromEntries(given.filter(([name]) => !gone.has(name)))
  const kept = Object.entries(preset).filter(([name]) => !gone.has(name))
  return readSettings({ ...Object.fromEntries(kept), ...rest }).settings
}

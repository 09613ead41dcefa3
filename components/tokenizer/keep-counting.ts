'use client'

import type { Drafts } from '#lib/request/drafts.ts'
import { parseDrafts } from '#lib/request/drafts.ts'
import { providerIn } from '#lib/request/check.ts'
import { isMessagesDraft } from '#lib/request/message-drafts.ts'
import type { Encoding } from '#lib/tokenizers/encoding.ts'
import type { ModelPlace } from '#lib/tokenizers/id-source.ts'
import { promptParts, type PromptParts } from '#lib/tokenizers/prompt-parts.ts'
import type { ParameterForm } from '#components/parameters/form-context.tsx'
import { subscribeRun } from '#components/run/run-store.ts'
import { tokenizer } from './client.ts'
import { setCounts, type Counts } from './count-store.ts'
import { encodingFor, modelName } from './next-model.ts'

/** Milliseconds without a change before anything is counted. */
const pause = 250

/** Counts at once, then after every pause in the changes of the form, until the returned function is called. */
export function keepCounting(form: ParameterForm): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let stop = new AbortController()
  let last: readonly unknown[] = []
  const count = async () => {
    const drafts = form.getValues()
    const place = placeIn(drafts)
    const encoding = encodingFor(place)
    const what = [...namesThatCount.map((name) => drafts[name]), encoding]
    if (last.length > 0 && what.every((one, at) => one === last[at])) return
    last = what
    stop.abort()
    stop = new AbortController()
    const { signal } = stop
    const counts = await countsOf(drafts, place, encoding, signal)
    if (signal.aborted) return
    // What could not be loaded is tried again with the next change.
    if (encoding && !counts.encoding) last = []
    setCounts(counts)
  }
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(() => void count(), pause)
  }
  void count()
  const leaveForm = form.subscribe({ formState: { values: true }, callback: later })
  // A reply can tell which model an alias stands for.
  const leaveRuns = subscribeRun(later)
  return () => {
    clearTimeout(timer)
    stop.abort()
    leaveForm()
    leaveRuns()
  }
}

const namesThatCount = [
  'messages',
  'tools',
  'variables',
  'provider',
  'model',
  'response_format',
  'extra_body',
] as const

const none: Counts['cards'] = new Map()

async function countsOf(
  drafts: Drafts,
  place: ModelPlace,
  encoding: Encoding | undefined,
  signal: AbortSignal,
): Promise<Counts> {
  if (encoding === undefined) {
    const doubt = `Which tokenizer ${modelName(place)} uses is not known. Four characters are taken for a token.`
    return { cards: none, doubt }
  }
  const { settings } = parseDrafts(drafts)
  if (settings.messages === undefined) {
    return {
      cards: none,
      doubt: 'The messages cannot be read yet. Four characters are taken for a token.',
    }
  }
  const parts = promptParts(place.provider, settings)
  const texts = [...parts.messages, ...(parts.tools ? [parts.tools] : [])]
  const counted = await tokenizer.countsOf(
    encoding,
    texts.flatMap((one) => [...one.texts, ...one.labels]),
    signal,
  )
  if (!counted.ok) return { cards: none, doubt: counted.error.message }
  return { ...summed(parts, counted.value, keysIn(drafts)), encoding }
}

/** Puts the counts of all texts, in the order that they were asked in, back to what they are of. */
function summed(
  { messages, tools, opening, doubt }: PromptParts,
  counts: readonly number[],
  keys: readonly string[],
): Counts {
  let at = 0
  const take = (list: readonly string[]) => list.reduce((sum) => sum + (counts[at++] ?? 0), 0)
  const counted = messages.map(({ texts, labels, marks }) => ({
    texts: take(texts),
    marks: take(labels) + marks,
  }))
  const texts = counted.reduce((sum, one) => sum + one.texts, 0)
  const marks = counted.reduce((sum, one) => sum + one.marks, opening)
  const ofTools = tools ? take(tools.texts) + tools.marks : 0
  return {
    cards: new Map(keys.map((key, index) => [key, counted[index]?.texts ?? 0])),
    texts,
    marks,
    tools: ofTools,
    total: texts + marks + ofTools,
    ...(doubt === undefined ? {} : { doubt }),
  }
}

function keysIn({ messages }: Drafts): string[] {
  const isCards = isMessagesDraft(messages) && messages.mode === 'cards'
  return isCards ? messages.cards.map(({ key }) => key) : []
}

function placeIn(drafts: Drafts): ModelPlace {
  const { model, api_base: base } = drafts
  return {
    provider: providerIn(drafts),
    model: typeof model === 'string' ? model : '',
    address: typeof base === 'string' && base !== '' ? base : undefined,
  }
}

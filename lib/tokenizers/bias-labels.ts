import { ok, type Result } from '#lib/result.ts'
import { biasesIn, withBiases } from './bias-draft.ts'
import { withIdsRenamed } from './bias-ids.ts'

/** What token ids stand for, as it was written down with them. */
export interface BiasLabels {
  /** The encoding that the ids are of; absent where a person wrote the words. */
  encoding?: string
  /** Texts by token id. */
  labels: Readonly<Record<string, string>>
}

/** A bias to be written, with the text of its token. */
export interface LabelledBias {
  amount: number
  label: string
}

/** The field with its labels, as both are written. */
export interface BiasDrafts {
  logit_bias: string
  logit_bias_labels: Record<string, unknown> | null
}

/** Longest label that is kept, in UTF-16 units. */
const longest = 256

/** The labels that a form or preset holds; none where it holds something else. */
export function labelsIn(draft: unknown): BiasLabels {
  if (!isObject(draft) || !isObject(draft.labels)) return { labels: {} }
  const entries = Object.entries(draft.labels).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  const { encoding } = draft
  return {
    ...(typeof encoding === 'string' ? { encoding } : {}),
    labels: Object.fromEntries(entries),
  }
}

/**
 * The field and its labels with biases added, by token id. `encoding` is what the ids are of, where it
 * is known. A label goes when its id does. Ids beside others of another encoding get no label, since
 * all labels are of one; the problem of a text that cannot be written to is given.
 */
export function withLabelledBiases(
  text: string | null,
  draft: unknown,
  biases: ReadonlyMap<number, LabelledBias>,
  encoding: string | undefined,
): Result<BiasDrafts, string> {
  const written = withBiases(text, new Map([...biases].map(([id, { amount }]) => [id, amount])))
  if (!written.ok) return written
  const before = labelsIn(draft)
  const present = biasesIn(text)
  const kept = Object.entries(before.labels).filter(
    ([id]) => present.has(id) && !biases.has(Number(id)),
  )
  const isFirst = kept.length === 0
  const isForeign =
    !isFirst &&
    encoding !== undefined &&
    before.encoding !== undefined &&
    before.encoding !== encoding
  const added = isForeign ? [] : [...biases].map(([id, { label }]) => [String(id), label] as const)
  const named = isForeign || before.encoding === encoding ? before.encoding : undefined
  return ok(
    draftsOf(written.value, isFirst ? encoding : named, Object.fromEntries([...kept, ...added])),
  )
}

/** The field and its labels without one id. */
export function withoutBias(
  text: string | null,
  draft: unknown,
  id: string,
): Result<BiasDrafts, string> {
  return withIdsReplaced(text, draft, new Map([[id, undefined]]), labelsIn(draft).encoding)
}

/**
 * The field and its labels with ids replaced by those of `encoding`, each in its place with its bias;
 * an id that stands for nothing there goes.
 */
export function withIdsReplaced(
  text: string | null,
  draft: unknown,
  ids: ReadonlyMap<string, string | undefined>,
  encoding: string | undefined,
): Result<BiasDrafts, string> {
  const written = withIdsRenamed(text, ids)
  if (!written.ok) return written
  const labels = Object.entries(labelsIn(draft).labels).flatMap(([id, label]) => {
    const next = ids.has(id) ? ids.get(id) : id
    return next === undefined ? [] : [[next, label]]
  })
  return ok(draftsOf(written.value, encoding, Object.fromEntries(labels)))
}

/** Only labels of ids that are in the text are kept; none at all is not set. */
function draftsOf(
  text: string,
  encoding: string | undefined,
  labels: Record<string, string>,
): BiasDrafts {
  const present = biasesIn(text)
  const kept = Object.entries(labels)
    .filter(([id]) => present.has(id))
    .map(([id, label]) => [id, label.slice(0, longest)])
  if (kept.length === 0) return { logit_bias: text, logit_bias_labels: null }
  return {
    logit_bias: text,
    logit_bias_labels: {
      ...(encoding === undefined ? {} : { encoding }),
      labels: Object.fromEntries(kept),
    },
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

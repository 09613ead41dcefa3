import { fail, ok, type Failure, type Result } from '#lib/result.ts'
import { readGroup } from './group-info.ts'
import { readListed } from './listed-model.ts'
import type { ModelInfo } from './model-info.ts'

/** Most models of one list that are taken in. */
export const mostModels = 20_000

/**
 * The models in the text of a `/models` answer: `{data: […]}`, `{models: […]}` or a bare array. A list
 * that is null is an empty one, as Ollama writes it. Entries that cannot be read are left out.
 */
export function readModelList(text: string): Result<ModelInfo[]> {
  const entries = entriesOf(parse(text))
  return entries ? ok(withoutPath(models(entries, readListed))) : fail(notAList)
}

/** The model groups in the text of a LiteLLM proxy's `/model_group/info`. */
export function readGroupList(text: string): Result<ModelInfo[]> {
  const entries = entriesOf(parse(text))
  return entries ? ok(models(entries, readGroup)) : fail(notAList)
}

/**
 * Two lists of one target as one: what `details` says of a model counts. Sorted by id, and what is for
 * something else than chat comes last.
 */
export function mergeLists(
  details: readonly ModelInfo[],
  plain: readonly ModelInfo[],
): ModelInfo[] {
  const byId = new Map([...plain, ...details].map((model) => [model.id, model]))
  const later = ({ purpose }: ModelInfo) => Number(purpose !== undefined)
  return [...byId.values()].toSorted((a, b) => later(a) - later(b) || (a.id < b.id ? -1 : 1))
}

const notAList: Failure = {
  kind: 'upstream',
  message: 'The address answered, but not with a list of models.',
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function entriesOf(body: unknown): unknown[] | undefined {
  if (Array.isArray(body)) return body
  if (typeof body !== 'object' || body === null) return undefined
  const { data, models: named } = { data: undefined, models: undefined, ...body }
  if (Array.isArray(data)) return data
  if (Array.isArray(named)) return named
  return data === null || named === null ? [] : undefined
}

function models(
  entries: readonly unknown[],
  read: (value: unknown) => ModelInfo | undefined,
): ModelInfo[] {
  const found = entries.slice(0, mostModels).map(read)
  return mergeLists(
    [],
    found.filter((model) => model !== undefined),
  )
}

/** Gemini lists its models as `models/…` throughout, and takes them without. */
function withoutPath(list: ModelInfo[]): ModelInfo[] {
  const path = 'models/'
  if (!list.every(({ id }) => id.startsWith(path) && id.length > path.length)) return list
  return list.map((model) => ({ ...model, id: model.id.slice(path.length) }))
}

import { parseTolerantJson } from '#lib/json/index.ts'
import { isObject } from '#lib/preset/document.ts'
import { readRunDocument, runDocument } from '#lib/preset/file.ts'
import type { RecordedRun } from '#lib/preset/recorded-run.ts'
import { fail, ok, type Result } from '#lib/result.ts'

/** A run of a history file. */
export interface FiledRun {
  run: RecordedRun
  /** Tells it from other runs, so that it is not taken in twice; files of the first days have none. */
  id?: string
  presetName?: string
  pinned?: boolean
  /** What went wrong, in the words that were shown. */
  failure?: string
}

/** A run’s id, as the browser makes them. */
const runId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Runs as the text of a file, as exact as they were recorded. */
export function historyText(runs: readonly FiledRun[]): string {
  const documents = runs.map(({ run, id, presetName, pinned, failure }) => ({
    ...(id ? { id } : {}),
    ...(presetName ? { name: presetName } : {}),
    ...(pinned ? { pinned } : {}),
    ...(failure ? { failure } : {}),
    ...runDocument(run),
  }))
  return `${JSON.stringify({ nucleus: 'history', version: 1, runs: documents })}\n`
}

/** Reads the text of a history file: the runs that are sound, and how many are not. */
export function readHistory(
  text: string,
): Result<{ runs: FiledRun[]; unreadable: number }, string> {
  const { value, problems } = parseTolerantJson(text)
  if (problems[0]) return fail(`This file is not valid JSON. ${problems[0].message}`)
  if (!isObject(value) || value.nucleus !== 'history' || !Array.isArray(value.runs)) {
    return fail('This file holds no history of Nucleus.')
  }
  if (value.version !== 1) return fail('This file was saved by a newer version of Nucleus.')
  const runs = value.runs.flatMap((one: unknown): FiledRun[] => {
    const run = readRunDocument(one)
    if (!run) return []
    const { id, name, pinned, failure } = isObject(one) ? one : {}
    return [
      {
        run,
        ...(typeof id === 'string' && runId.test(id) ? { id } : {}),
        ...(typeof name === 'string' ? { presetName: name.slice(0, 100) } : {}),
        ...(pinned === true ? { pinned } : {}),
        ...(typeof failure === 'string' ? { failure: failure.slice(0, 2000) } : {}),
      },
    ]
  })
  return ok({ runs, unreadable: value.runs.length - runs.length })
}

import { historyText, readHistory, type FiledRun } from '#lib/history/history-file.ts'
import type { RunSummary } from '#lib/history/summary.ts'
import { recordedRunOf } from '#lib/preset/recorded-run.ts'
import { recordOf } from '#components/run/recorded-record.ts'
import { saveFile } from '#components/ui/save-file.ts'
import { keepRuns, listRuns, readKept, type KeptRun } from './history-db.ts'
import { keptRun, recordOfKept } from './kept-run.ts'

/** Saves these runs as one file; says how many. */
export async function exportRuns(runs: readonly RunSummary[]): Promise<string> {
  const filed: FiledRun[] = []
  for (const { id, at, presetName, pinned } of runs) {
    const kept = await readKept(id)
    if (!kept) continue
    const run = recordedRunOf(recordOfKept(kept), at)
    const failure = kept.body.reply.failure?.message
    filed.push({
      run,
      id,
      ...(presetName ? { presetName } : {}),
      ...(pinned ? { pinned } : {}),
      ...(failure ? { failure } : {}),
    })
  }
  saveFile('history.nucleus.json', historyText(filed), 'application/json')
  return `Exported ${counted(filed.length)}: requests, replies and log probabilities, without attempts and headers.`
}

/** Most bytes of a history file. */
const mostBytes = 200_000_000

/** Takes the runs of a file into the history; says how many, or why none. */
export async function importRuns(file: File): Promise<string> {
  if (file.size > mostBytes) return 'This file is too large to be a history.'
  const read = readHistory(await file.text())
  if (!read.ok) return read.error
  const { runs, unreadable } = read.value
  const here = await listRuns()
  const known = new Set(here.ok ? here.value.map(({ id }) => id) : [])
  const news = runs.filter(({ id }) => id === undefined || !known.has(id))
  const kept = await keepRuns(news.map(keptOf))
  if (!kept.ok) return kept.error
  const there = runs.length - news.length
  return [
    `Imported ${counted(news.length)}.`,
    there > 0
      ? `${capitalised(counted(there))} ${there === 1 ? 'was' : 'were'} there already.`
      : '',
    unreadable > 0 ? `${capitalised(counted(unreadable))} could not be read.` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function keptOf({ run, id, presetName, pinned = false, failure }: FiledRun): KeptRun {
  const record = recordOf(run, 'file')
  if (id) record.id = id
  if (failure) record.reply.failure = { kind: 'upstream', message: failure }
  const { summary, body } = keptRun(record, Date.now(), presetName)
  return { summary: { ...summary, pinned }, body }
}

function counted(count: number): string {
  return count === 1 ? 'one run' : `${count.toLocaleString('en')} runs`
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

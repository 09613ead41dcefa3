import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { limitsWithin, overLimits } from '#lib/history/limits.ts'
import type { StoredReply } from '#lib/history/stored-reply.ts'
import type { RunSummary } from '#lib/history/summary.ts'
import type { AnySettings } from '#lib/parameters/descriptor.ts'
import { fail, ok, type Result } from '#lib/result.ts'
import { keepsNothing } from '#components/playground/storage.ts'
import { inDatabase } from '#components/ui/in-database.ts'
import { createTabChannel } from '#components/ui/tab-channel.ts'
import type { Recorded, RunParent } from '#components/run/run-record.ts'

/** What restores a run. */
export interface RunBody {
  id: string
  settings: AnySettings
  reply: StoredReply
  parent?: RunParent
  recorded?: Recorded
}

/** A run as it is kept: its line in the list, and the rest. */
export interface KeptRun {
  summary: RunSummary
  body: RunBody
}

interface Schema extends DBSchema {
  runs: { key: string; value: RunSummary }
  bodies: { key: string; value: RunBody }
}

const databaseName = 'nucleus-history'
const channel = createTabChannel(databaseName)

/** Calls `listener` when the history changes, in this tab or another, until the returned function is called. */
export const subscribeHistory = channel.subscribe

/** The summaries of all kept runs, the latest first, or why the storage cannot be opened. */
export async function listRuns(): Promise<Result<RunSummary[], string>> {
  if (keepsNothing()) return ok([])
  const all = await inStorage((database) => database.getAll('runs'))
  return all.ok ? ok(all.value.toSorted((a, b) => b.at - a.at)) : all
}

/** One kept run; nothing where it is not kept, or cannot be read. */
export async function readKept(id: string): Promise<KeptRun | undefined> {
  const read = await inStorage((database) =>
    Promise.all([database.get('runs', id), database.get('bodies', id)]),
  )
  if (!read.ok) return undefined
  const [summary, body] = read.value
  return summary && body && { summary, body }
}

/**
 * Keeps runs. Where there is no room, the oldest go that are not pinned, and it is tried once more; the
 * reason where there is still none.
 */
export async function keepRuns(runs: readonly KeptRun[]): Promise<Result<void, string>> {
  if (keepsNothing()) return fail('“Keep nothing on this device” is on, so no run is kept.')
  const first = await put(runs)
  const done = first.ok || first.error !== full ? first : await makeRoom(() => put(runs))
  if (done.ok) await forgetOver()
  channel.tell()
  return done
}

/** Pins a run, so that it is never made room of, or takes the pin away. */
export async function pinRun(id: string, pinned: boolean): Promise<Result<void, string>> {
  const done = await inStorage(async (database) => {
    const { store, done: written } = database.transaction('runs', 'readwrite')
    const summary = await store.get(id)
    if (summary) await store.put({ ...summary, pinned })
    await written
  })
  channel.tell()
  return done
}

/** Deletes these runs. */
export async function deleteRuns(ids: readonly string[]): Promise<Result<void, string>> {
  const done = await inStorage((database) => remove(database, ids))
  channel.tell()
  return done
}

/** Deletes the whole history. */
export async function deleteHistory(): Promise<Result<void, string>> {
  const done = await inStorage(async (database) => {
    const transaction = database.transaction(['runs', 'bodies'], 'readwrite')
    await Promise.all([
      transaction.objectStore('runs').clear(),
      transaction.objectStore('bodies').clear(),
      transaction.done,
    ])
  })
  channel.tell()
  return done
}

/** How many bytes the browser grants this site, where it says so. */
export async function quotaOf(): Promise<number | undefined> {
  try {
    return (await navigator.storage.estimate()).quota
  } catch {
    return undefined
  }
}

function put(runs: readonly KeptRun[]): Promise<Result<void, string>> {
  return inStorage(async (database) => {
    const transaction = database.transaction(['runs', 'bodies'], 'readwrite')
    const ended = transaction.done.then(
      () => true,
      () => false,
    )
    try {
      await Promise.all(
        runs.flatMap(({ summary, body }) => [
          transaction.objectStore('bodies').put(body),
          transaction.objectStore('runs').put(summary),
        ]),
      )
    } catch (error) {
      // Or a line of the list would be kept without its run.
      takeBack(transaction)
      await ended
      throw error
    }
    await transaction.done
  })
}

/** Takes back all that a transaction wrote, unless it has failed by itself. */
function takeBack(transaction: { abort(): void }): void {
  try {
    transaction.abort()
  } catch {
    // It is over already.
  }
}

async function remove(database: IDBPDatabase<Schema>, ids: readonly string[]): Promise<void> {
  const transaction = database.transaction(['runs', 'bodies'], 'readwrite')
  const deletes = ids.flatMap((id) => [
    transaction.objectStore('runs').delete(id),
    transaction.objectStore('bodies').delete(id),
  ])
  await Promise.all([...deletes, transaction.done])
}

/** Lets a tenth of the runs go, at least one, and tries again. */
async function makeRoom(again: () => Promise<Result<void, string>>): Promise<Result<void, string>> {
  const all = await listRuns()
  const loose = all.ok ? all.value.filter(({ pinned }) => !pinned).toReversed() : []
  const oldest = loose.slice(0, Math.ceil(loose.length / 10)).map(({ id }) => id)
  if (oldest.length === 0) return fail(full)
  await inStorage((database) => remove(database, oldest))
  return again()
}

async function forgetOver(): Promise<void> {
  const [all, quota] = await Promise.all([listRuns(), quotaOf()])
  const over = all.ok ? overLimits(all.value, limitsWithin(quota)) : []
  if (over.length > 0) await inStorage((database) => remove(database, over))
}

const full =
  'There is no room left in this browser. Delete runs that you no longer need, or export them to a file first.'

function inStorage<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>) {
  return inDatabase(open, work, reasonOf)
}

const open = () =>
  openDB<Schema>(databaseName, 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore('runs', { keyPath: 'id' })
      fresh.createObjectStore('bodies', { keyPath: 'id' })
    },
  })

function reasonOf(error: unknown): string {
  if (!(error instanceof DOMException)) return unexpected
  if (error.name === 'QuotaExceededError') return full
  return ['SecurityError', 'InvalidStateError', 'UnknownError'].includes(error.name)
    ? closed
    : unexpected
}

const unexpected = 'The history of this browser could not be read or written. All else works.'
const closed =
  'This browser does not let Nucleus keep runs, as some private windows do. All else works.'

import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { documentOf, readDocument } from '#lib/preset/document.ts'
import type { Preset } from '#lib/preset/preset.ts'
import { fail, ok, type Result } from '#lib/result.ts'
import { keepsNothing } from '#components/playground/storage.ts'
import { inDatabase } from '#components/ui/in-database.ts'
import { createTabChannel } from '#components/ui/tab-channel.ts'

/** A preset that is kept in this browser. */
export interface SavedPreset {
  id: string
  /** In milliseconds since 1970. */
  savedAt: number
  preset: Preset
}

/** All that are kept, the latest first. */
export interface SavedPresets {
  presets: SavedPreset[]
  /** How many are there that this version cannot read. */
  unreadable: number
}

interface Schema extends DBSchema {
  presets: { key: string; value: { id: string; savedAt: number; document: unknown } }
}

const databaseName = 'nucleus-presets'
const channel = createTabChannel(databaseName)

/** Calls `listener` when something was saved or deleted, in this tab or another, until the returned function is called. */
export const subscribeSaved = channel.subscribe

/** All saved presets that can be read, or why the storage cannot be opened. */
export async function listPresets(): Promise<Result<SavedPresets, string>> {
  if (keepsNothing()) return ok({ presets: [], unreadable: 0 })
  const rows = await inStorage((database) => database.getAll('presets'))
  if (!rows.ok) return rows
  const presets = rows.value.flatMap(({ id, savedAt, document }) => {
    const read = readDocument(document)
    return read.ok ? [{ id, savedAt, preset: read.value.preset }] : []
  })
  const unreadable = rows.value.length - presets.length
  return ok({ presets: presets.toSorted((a, b) => b.savedAt - a.savedAt), unreadable })
}

/** Keeps presets, in place of those with the same id; all of them or, with the reason, none. */
export async function putPresets(presets: readonly SavedPreset[]): Promise<Result<void, string>> {
  if (keepsNothing()) return fail('“Keep nothing on this device” is on, so nothing was saved.')
  const done = await inStorage(async (database) => {
    const { store, done: written } = database.transaction('presets', 'readwrite')
    for (const { id, savedAt, preset } of presets) {
      void store.put({ id, savedAt, document: keptDocumentOf(preset) })
    }
    await written
  })
  channel.tell()
  return done
}

/** Deletes one preset. */
export async function deletePreset(id: string): Promise<Result<void, string>> {
  const done = await inStorage((database) => database.delete('presets', id))
  channel.tell()
  return done
}

/** Deletes all presets. */
export async function deleteAllPresets(): Promise<Result<void, string>> {
  const done = await inStorage((database) => database.clear('presets'))
  channel.tell()
  return done
}

/** The document of a preset that stays here, and so keeps an address that would not travel. */
function keptDocumentOf(preset: Preset): unknown {
  const document = documentOf(preset)
  const { api_base } = preset.settings
  return { ...document, settings: { ...document.settings, ...(api_base && { api_base }) } }
}

function inStorage<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>) {
  return inDatabase(open, work, reasonOf)
}

const open = () =>
  openDB<Schema>(databaseName, 1, {
    upgrade: (fresh) => void fresh.createObjectStore('presets', { keyPath: 'id' }),
  })

function reasonOf(error: unknown): string {
  if (error instanceof DOMException && error.name === 'QuotaExceededError')
    return 'There is no room left in this browser. Delete presets that you no longer need, or export them to a file first.'
  return 'This browser does not let Nucleus keep presets, as some private windows do. A link or a file still works.'
}

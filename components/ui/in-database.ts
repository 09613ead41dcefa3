import type { DBSchema, IDBPDatabase } from 'idb'
import { fail, ok, type Result } from '#lib/result.ts'

/**
 * Opens a database of the browser, does `work`, and closes it, so that another tab may delete or renew it.
 * An error of either becomes words.
 */
export async function inDatabase<Schema extends DBSchema, T>(
  open: () => Promise<IDBPDatabase<Schema>>,
  work: (database: IDBPDatabase<Schema>) => Promise<T>,
  wordsOn: (error: unknown) => string,
): Promise<Result<T, string>> {
  let database: IDBPDatabase<Schema> | undefined
  try {
    database = await open()
    return ok(await work(database))
  } catch (error) {
    return fail(wordsOn(error))
  } finally {
    database?.close()
  }
}

import 'server-only'
import { fail, ok, type Failure, type Result } from '#lib/result.ts'

/** Admits a limited number at once. */
export interface Limiter {
  /** Takes a place under a key; the value gives it back, once, however often it is called. */
  enter(key: string): Result<() => void, Failure>
}

/** A limiter of `perKey` places for each key and `total` places over all keys. */
export function createLimiter({ perKey, total }: { perKey: number; total: number }): Limiter {
  const taken = new Map<string, number>()
  let inUse = 0
  const add = (key: string, change: 1 | -1) => {
    const left = (taken.get(key) ?? 0) + change
    inUse += change
    if (left > 0) taken.set(key, left)
    else taken.delete(key)
  }
  return {
    enter(key) {
      if (inUse >= total || (taken.get(key) ?? 0) >= perKey) return fail(tooMany)
      add(key, 1)
      let held = true
      return ok(() => {
        if (held) add(key, -1)
        held = false
      })
    },
  }
}

const tooMany: Failure = {
  kind: 'forbidden',
  status: 429,
  code: 'too_many_requests',
  message: 'Too many requests are running at once.',
  steps: ['Wait until one of them has ended, or stop one.', 'Run again.'],
}

/** Runs through Nucleus, by the name under which it was called. */
export const runLimiter = createLimiter({ perKey: 200, total: 256 })

/** Requests to the teaching model at `/v1`, which compute in this process. */
export const teachingLimiter = createLimiter({ perKey: 64, total: 64 })

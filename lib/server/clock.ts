import 'server-only'

/** Gives the milliseconds since it was made, to a tenth. */
export type Clock = () => number

/** Starts a clock at zero. */
export function startClock(): Clock {
  const start = performance.now()
  return () => Math.round((performance.now() - start) * 10) / 10
}

/** Resolves after `ms`, or at once (with false) when the signal aborts. */
export function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false)
  return new Promise((resolve) => {
    const finish = (whole: boolean) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      resolve(whole)
    }
    const stop = () => finish(false)
    const timer = setTimeout(() => finish(true), ms)
    signal.addEventListener('abort', stop)
  })
}

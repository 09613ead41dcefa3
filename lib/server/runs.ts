import 'server-only'

/** The runs of this process that can be stopped by their id. */
const running = new Map<string, AbortController>()

/** Registers a run under the browser's id; `done` forgets it. A second run of the same id is refused. */
export function registerRun(
  id: string,
): { signal: AbortSignal; abort: () => void; done: () => void } | undefined {
  if (running.has(id)) return undefined
  const controller = new AbortController()
  running.set(id, controller)
  return {
    signal: controller.signal,
    abort: () => controller.abort(),
    done: () => void running.delete(id),
  }
}

/** Stops a run. Says whether there was one. */
export function stopRun(id: string): boolean {
  const controller = running.get(id)
  controller?.abort()
  return controller !== undefined
}

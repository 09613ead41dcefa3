/** Most milliseconds of work before the page gets its turn. */
const budget = 8

/** Resolves in a task of its own, after what waits has had its turn; not slowed in a hidden tab. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(undefined, [])
  })
}

/**
 * Makes a function to be awaited between two pieces of long work: it lets the page draw and answer
 * whenever 8 ms have passed since it last did, and else returns at once.
 */
export function createSlices(): () => Promise<void> | undefined {
  let began = performance.now()
  return () => {
    if (performance.now() - began < budget) return undefined
    return nextTask().then(() => void (began = performance.now()))
  }
}

import 'server-only'

/** The most milliseconds that a computation keeps the event loop at a stretch. */
const sliceMs = 3

const waiting: (() => void)[] = []

/**
 * Resolves at the caller's turn to compute. One caller has its turn in each round of the event loop,
 * in the order of asking, so that sockets are served between any two and no reply waits for another
 * to end.
 */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve)
    if (waiting.length === 1) setImmediate(serveOne)
  })
}

function serveOne(): void {
  waiting.shift()?.()
  if (waiting.length > 0) setImmediate(serveOne)
}

/** What the work of a generator depends on; another turn and clock may be given in tests. */
export interface Slicing {
  /** Ends the work before its next slice. */
  signal: AbortSignal
  turn?: () => Promise<void>
  now?: () => number
}

/**
 * Runs a generator in slices of a few milliseconds, each at its turn, and gives what it made in each.
 * Returns what the generator returns; nothing where the signal ended it.
 */
export async function* inSlices<Made, Value>(
  work: Generator<Made, Value>,
  { signal, turn = nextTurn, now = () => performance.now() }: Slicing,
): AsyncGenerator<Made[], Value | undefined> {
  for (;;) {
    await turn()
    if (signal.aborted) return undefined
    const end = now() + sliceMs
    const made: Made[] = []
    do {
      const next = work.next()
      if (next.done) {
        yield made
        return next.value
      }
      made.push(next.value)
    } while (now() < end)
    yield made
  }
}

/** The value that a generator returns in the end, computed in slices; nothing where it was ended. */
export async function resultInSlices<Value>(
  work: Generator<unknown, Value>,
  slicing: Slicing,
): Promise<Value | undefined> {
  const slices = inSlices(work, slicing)
  for (;;) {
    const next = await slices.next()
    if (next.done) return next.value
  }
}

import { fail, ok, type Failure, type Result } from '#lib/result.ts'
import type { Question, Request, Response, SchemaFault } from './messages.ts'

export type { SchemaFault } from './messages.ts'

/** How long one check may take, in milliseconds. */
const longestCheck = 1000

/** How long the worker may take to be loaded and begin, in milliseconds. */
const longestStart = 15_000

/** How long the worker is kept without a question; milliseconds. */
const keptIdle = 60_000

/** The part of a `Worker` that is needed. */
export type Thread = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>

type Answer = Result<SchemaFault[]>

interface Asked {
  number: number
  question: Question
  settle(answer: Answer): void
}

/**
 * Asks the checker's worker, one question after the other. It is started by the first and let go when
 * nobody asks. A check that takes too long ends with the worker; the next question starts another.
 */
export class Checker {
  readonly #start: () => Thread
  #waiting: Asked[] = []
  #current: Asked | undefined
  #thread: Thread | undefined
  #last = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(start: () => Thread) {
    this.#start = start
  }

  /** What is wrong in a value; fails with words for a schema that cannot be used or takes too long. */
  async check(question: Question, signal?: AbortSignal): Promise<Answer> {
    if (signal?.aborted) return fail(stopped)
    return new Promise<Answer>((resolve) => {
      const settle = (answer: Answer) => {
        signal?.removeEventListener('abort', onAbort)
        resolve(answer)
      }
      const asked = { number: ++this.#last, question, settle }
      // One that is being checked goes on, so that its time limit still holds.
      const onAbort = () => {
        this.#waiting = this.#waiting.filter((one) => one !== asked)
        settle(fail(stopped))
      }
      signal?.addEventListener('abort', onAbort)
      this.#waiting.push(asked)
      this.#next()
    })
  }

  #next(): void {
    if (this.#current) return
    clearTimeout(this.#timer)
    this.#current = this.#waiting.shift()
    if (!this.#current) {
      this.#timer = setTimeout(() => this.#end(), keptIdle)
      return
    }
    const { number, question } = this.#current
    try {
      this.#thread ??= this.#begin()
    } catch {
      this.#breakDown()
      return
    }
    this.#timer = setTimeout(() => this.#breakDown(), longestStart)
    try {
      this.#thread.postMessage({ number, ...question } satisfies Request, [])
    } catch {
      this.#settle(fail(notCopied))
    }
  }

  #begin(): Thread {
    const thread = this.#start()
    thread.addEventListener('message', ({ data }: MessageEvent<Response>) => {
      if (thread === this.#thread && data.number === this.#current?.number) this.#hear(data)
    })
    thread.addEventListener('error', (event) => {
      // It is told where it is asked for; the console need not say it too.
      event.preventDefault()
      if (thread === this.#thread) this.#breakDown()
    })
    return thread
  }

  #hear(response: Response): void {
    if (response.kind === 'faults') this.#settle(ok(response.faults))
    else if (response.kind === 'unusable')
      this.#settle(fail({ kind: 'invalid', message: response.message }))
    else {
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => {
        this.#end()
        this.#settle(fail(tooSlow))
      }, longestCheck)
    }
  }

  #settle(answer: Answer): void {
    const asked = this.#current
    this.#current = undefined
    asked?.settle(answer)
    this.#next()
  }

  /** A broken worker answers nothing any more; who waits is told, and the next question starts another. */
  #breakDown(): void {
    this.#end()
    const asked = [...(this.#current ? [this.#current] : []), ...this.#waiting]
    this.#current = undefined
    this.#waiting = []
    for (const { settle } of asked) settle(fail(notLoaded))
  }

  #end(): void {
    clearTimeout(this.#timer)
    this.#thread?.terminate()
    this.#thread = undefined
  }
}

const stopped: Failure = { kind: 'stopped', message: 'The question was withdrawn.' }
const notLoaded: Failure = {
  kind: 'internal',
  message: 'The schema checker could not be loaded in this browser.',
}
const notCopied: Failure = { kind: 'invalid', message: 'This is no JSON value.' }
const tooSlow: Failure = {
  kind: 'timeout',
  message:
    'Checking against the schema took more than a second and was ended. A “pattern” may be the reason.',
}

const checker = new Checker(
  () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
)

/**
 * What is wrong in a value by a JSON Schema of draft 4, 7, 2019-09 or 2020-12 (the newest, where
 * “$schema” does not say): leaf faults only, in the order of the schema, none when it fits. Runs in a
 * worker for at most a second. `partial` leaves out what only the missing rest of the value could
 * cause, for a value that is still being written. Fails with a sentence for a schema that is broken.
 */
export async function checkAgainst(
  schema: unknown,
  value: unknown,
  options: { signal?: AbortSignal; partial?: boolean } = {},
): Promise<Result<SchemaFault[]>> {
  return checker.check({ schema, value, partial: options.partial ?? false }, options.signal)
}

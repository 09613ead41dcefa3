import { fail } from '#lib/result.ts'
import type { Answer, Found, Question, Replaced } from './find-question.ts'

/** How long a pattern may take, in milliseconds. */
const longest = 1000

/** The part of a `Worker` that is needed. */
export type Thread = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>

interface Running {
  thread: Thread
  /** Whether it could be loaded. */
  ready: Promise<boolean>
}

const tooLong = fail('This pattern takes too long. Make it simpler.')
const notLoaded = fail('Patterns cannot be used: their part of the page could not be loaded.')

/**
 * Runs patterns in a worker, which is ended where one takes more than a second. A question that another
 * takes the place of is answered with nothing.
 */
export class PatternWorker {
  readonly #start: () => Thread
  #running: Running | undefined
  #giveUp: (() => void) | undefined
  #last = 0

  constructor(start: () => Thread) {
    this.#start = start
  }

  /** The matches of a pattern. Fails with a sentence. */
  async find(question: Question): Promise<Found | undefined> {
    const answer = await this.#ask(question)
    return answer && 'ok' in answer ? answer : answer?.found
  }

  /** The texts after a replacement. Fails with a sentence. */
  async replace(question: Question & { replacement: string }): Promise<Replaced | undefined> {
    const answer = await this.#ask(question)
    return answer && 'ok' in answer ? answer : answer?.replaced
  }

  /** Ends the worker; the next question starts another. */
  end(): void {
    this.#last += 1
    this.#giveUp?.()
    this.#giveUp = undefined
    this.#running?.thread.terminate()
    this.#running = undefined
  }

  async #ask(question: Question): Promise<Answer | typeof tooLong | undefined> {
    if (this.#giveUp) this.end()
    const mine = ++this.#last
    const running = (this.#running ??= begin(this.#start()))
    const isLoaded = await running.ready
    if (mine !== this.#last) return undefined
    if (!isLoaded) {
      this.end()
      return notLoaded
    }
    const answer = await new Promise<Answer | 'late' | undefined>((resolve) => {
      const timer = setTimeout(() => resolve('late'), longest)
      this.#giveUp = () => {
        clearTimeout(timer)
        resolve(undefined)
      }
      running.thread.addEventListener(
        'message',
        ({ data }: MessageEvent<Answer>) => {
          clearTimeout(timer)
          resolve(data)
        },
        { once: true },
      )
      running.thread.postMessage(question, [])
    })
    if (mine !== this.#last) return undefined
    this.#giveUp = undefined
    if (answer !== 'late') return answer
    this.end()
    return tooLong
  }
}

/** The worker says first that it is there. */
function begin(thread: Thread): Running {
  const ready = new Promise<boolean>((resolve) => {
    thread.addEventListener('message', () => resolve(true), { once: true })
    thread.addEventListener('error', (event) => {
      // It is told where it is asked for; the console need not say it too.
      event.preventDefault()
      resolve(false)
    })
  })
  return { thread, ready }
}

/** The worker of this page. Nothing is loaded before the first pattern. */
export const patternWorker = new PatternWorker(
  () => new Worker(new URL('./find.worker.ts', import.meta.url), { type: 'module' }),
)

import type { Encoding } from '#lib/tokenizers/encoding.ts'
import type {
  SplitToken,
  TokenLike,
  TokenVariants,
  WordVariants,
} from '#lib/tokenizers/vocabulary.ts'
import { fail, ok, type Failure, type Result } from '#lib/result.ts'
import type { Answers, Question, Request, Response } from './messages.ts'

/** Most characters of a text, or ids, in one question. */
export const mostAsked = 100_000

/** Most characters of the texts that are counted in one question. */
export const mostCounted = 2_000_000

/** How long the worker, which holds up to 100 MB, is kept without a question; milliseconds. */
const keptIdle = 120_000

type Answer = Result<Answers[keyof Answers]>

/** The part of a `Worker` that is needed. */
export type Thread = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>

/**
 * Asks the tokenizer's worker, which is started by the first question and let go when nobody asks. A
 * question whose signal is aborted ends at once as `stopped`, and its answer is not looked at.
 */
export class Tokenizer {
  readonly #start: () => Thread
  readonly #waiting = new Map<number, (answer: Answer) => void>()
  #thread: Thread | undefined
  #last = 0
  #idle: ReturnType<typeof setTimeout> | undefined

  constructor(start: () => Thread) {
    this.#start = start
  }

  /** The ids of a text of at most 100,000 characters. */
  async idsOf(encoding: Encoding, text: string, signal?: AbortSignal): Promise<Result<number[]>> {
    return this.#ask<number[]>({ kind: 'idsOf', encoding, about: text }, text.length, signal)
  }

  /** The text of at most 100,000 ids; parts of characters and unknown ids become `�`. */
  async textOf(
    encoding: Encoding,
    ids: readonly number[],
    signal?: AbortSignal,
  ): Promise<Result<string>> {
    return this.#ask<string>({ kind: 'textOf', encoding, about: ids }, ids.length, signal)
  }

  /** The id of a token of a reply; undefined where the encoding has no such token. */
  async idOf(
    encoding: Encoding,
    token: TokenLike,
    signal?: AbortSignal,
  ): Promise<Result<number | undefined>> {
    const question: Question = { kind: 'idOf', encoding, about: plain(token) }
    return this.#ask<number | undefined>(question, token.token.length, signal)
  }

  /** A token's own id, and the ids of the other spellings of its text. */
  async variantsOf(
    encoding: Encoding,
    token: TokenLike,
    signal?: AbortSignal,
  ): Promise<Result<TokenVariants>> {
    const question: Question = { kind: 'variantsOf', encoding, about: plain(token) }
    return this.#ask<TokenVariants>(question, token.token.length, signal)
  }

  /** The ids of a typed word's forms, with and without the space before it. */
  async variantsOfWord(
    encoding: Encoding,
    word: string,
    signal?: AbortSignal,
  ): Promise<Result<WordVariants>> {
    const question: Question = { kind: 'variantsOfWord', encoding, about: word }
    return this.#ask<WordVariants>(question, word.length, signal)
  }

  /** The text of each id, bytes as `\xNN`; undefined where the encoding has no such token. */
  async namesOf(
    encoding: Encoding,
    ids: readonly number[],
    signal?: AbortSignal,
  ): Promise<Result<(string | undefined)[]>> {
    const question: Question = { kind: 'namesOf', encoding, about: ids }
    return this.#ask<(string | undefined)[]>(question, ids.length, signal)
  }

  /** The id of each text that is one token; undefined for one that is several. */
  async singleIdsOf(
    encoding: Encoding,
    texts: readonly string[],
    signal?: AbortSignal,
  ): Promise<Result<(number | undefined)[]>> {
    const question: Question = { kind: 'singleIdsOf', encoding, about: texts }
    return this.#ask<(number | undefined)[]>(question, lengthOf(texts), signal)
  }

  /** The tokens of a text of at most 100,000 characters. */
  async split(
    encoding: Encoding,
    text: string,
    signal?: AbortSignal,
  ): Promise<Result<SplitToken[]>> {
    return this.#ask<SplitToken[]>({ kind: 'split', encoding, about: text }, text.length, signal)
  }

  /** How many tokens each of some texts has, of at most 2,000,000 characters together. */
  async countsOf(
    encoding: Encoding,
    texts: readonly string[],
    signal?: AbortSignal,
  ): Promise<Result<number[]>> {
    const share = (lengthOf(texts) / mostCounted) * mostAsked
    return this.#ask<number[]>({ kind: 'countsOf', encoding, about: texts }, share, signal)
  }

  async #ask<Value extends Answers[keyof Answers]>(
    question: Question,
    size: number,
    signal?: AbortSignal,
  ): Promise<Result<Value>> {
    if (size > mostAsked) return fail(tooLong)
    if (signal?.aborted) return fail(stopped)
    const answer = await new Promise<Answer>((resolve) => {
      const number = ++this.#last
      const settle = (given: Answer) => {
        signal?.removeEventListener('abort', onAbort)
        this.#waiting.delete(number)
        this.#letGoLater()
        resolve(given)
      }
      const onAbort = () => settle(fail(stopped))
      signal?.addEventListener('abort', onAbort)
      this.#waiting.set(number, settle)
      this.#post({ ...question, number })
    })
    // The worker answers each kind of question with its kind of value.
    return answer as Result<Value>
  }

  #post(request: Request): void {
    clearTimeout(this.#idle)
    try {
      this.#thread ??= this.#begin()
      this.#thread.postMessage(request, [])
    } catch {
      this.#breakDown()
    }
  }

  #begin(): Thread {
    const thread = this.#start()
    thread.addEventListener('message', ({ data }: MessageEvent<Response>) => {
      const settle = this.#waiting.get(data.number)
      settle?.(data.ok ? ok(data.value) : fail(notLoaded))
    })
    thread.addEventListener('error', (event) => {
      // It is told where it is asked for; the console need not say it too.
      event.preventDefault()
      // A worker that was let go is none of ours any more.
      if (thread === this.#thread) this.#breakDown()
    })
    return thread
  }

  /** A broken worker answers nothing any more; the next question starts another. */
  #breakDown(): void {
    this.#thread?.terminate()
    this.#thread = undefined
    for (const settle of this.#waiting.values()) settle(fail(notLoaded))
  }

  #letGoLater(): void {
    clearTimeout(this.#idle)
    if (this.#waiting.size > 0) return
    this.#idle = setTimeout(() => {
      this.#thread?.terminate()
      this.#thread = undefined
    }, keptIdle)
  }
}

const tooLong: Failure = {
  kind: 'invalid',
  message: `At most ${mostAsked.toLocaleString('en')} characters can be looked up at once.`,
}
const stopped: Failure = { kind: 'stopped', message: 'The question was withdrawn.' }
const notLoaded: Failure = {
  kind: 'internal',
  message: 'The tokenizer could not be loaded in this browser.',
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, { length }) => sum + length, 0)
}

/** Only what the worker needs: other things in an entry may not be copied between threads. */
function plain({ token, bytes }: TokenLike): TokenLike {
  return bytes ? { token, bytes: [...bytes] } : { token }
}

/** The tokenizer of this page. Nothing is loaded before the first question. */
export const tokenizer = new Tokenizer(
  () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
)

import { createSlices } from '#components/ui/slices.ts'
import { findMatches, firstAtLeast, type Found, type Needle } from './matches.ts'
import type { TextPieces } from './text-pieces.ts'

/** Milliseconds between two reports of how far a search has come. */
const reportEvery = 100

/** A search as it stands; another object after every change. */
export interface SearchState {
  needle: Needle
  /** Where the matches begin, in order; grows in place while the search goes on. */
  starts: readonly number[]
  /** How far the text was searched. */
  searched: number
  state: 'idle' | 'searching' | 'done' | 'cancelled'
  /** The 0-based match that is gone to. */
  current: number
  /** Grows whenever a match is to be brought into view. */
  visits: number
}

const idle: SearchState = {
  needle: { text: '', matchCase: false },
  starts: [],
  searched: 0,
  state: 'idle',
  current: 0,
  visits: 0,
}

/** A search through a long text, in slices beside everything else that the page does. */
export class TextSearch {
  readonly #text: TextPieces
  readonly #listeners = new Set<() => void>()
  #state = idle
  #found: Found = { starts: [], searched: 0 }
  #stop: AbortController | undefined
  /** Where the reader was when the search began, until a match from there on is found. */
  #from: number | undefined

  constructor(text: TextPieces) {
    this.#text = text
  }

  readonly state = (): SearchState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Looks for something else, and goes to its first match at or after `from`. */
  look(needle: Needle, from: number): void {
    this.#stop?.abort()
    this.#found = { starts: [], searched: 0 }
    this.#state = { ...idle, needle, visits: this.#state.visits }
    this.#from = from
    if (needle.text === '') this.#report({ state: 'idle' })
    else void this.#run()
  }

  /** Goes to the next match, or to the one before; round the ends. */
  step(by: 1 | -1): void {
    const { length } = this.#found.starts
    if (length > 0) this.#goTo((this.#state.current + by + length) % length)
  }

  /** Ends the search; what was found stays. */
  cancel(): void {
    this.#stop?.abort()
    this.#report({ state: 'cancelled' })
  }

  /** Searches what has been added to the text, where a search had come to its end. */
  goOn(): void {
    if (this.#state.state === 'done' && this.#found.searched < this.#text.length) void this.#run()
  }

  /** Ends the search without a word: nobody looks on. */
  leave(): void {
    this.#stop?.abort()
  }

  async #run(): Promise<void> {
    const abort = new AbortController()
    this.#stop = abort
    const slices = createSlices()
    let reported = performance.now()
    this.#report({ state: 'searching' })
    const pieces = findMatches(this.#text, this.#state.needle, this.#found)
    while (!pieces.next().done) {
      await slices()
      if (abort.signal.aborted) return
      this.#arrive()
      if (performance.now() - reported < reportEvery) continue
      reported = performance.now()
      this.#report({})
    }
    this.#report({ state: 'done' })
    // Nothing from there on: then the first match of all.
    if (this.#from !== undefined) this.#goTo(0)
  }

  #arrive(): void {
    if (this.#from === undefined) return
    const match = firstAtLeast(this.#found.starts, this.#from)
    if (match < this.#found.starts.length) this.#goTo(match)
  }

  #goTo(current: number): void {
    this.#from = undefined
    if (current < this.#found.starts.length)
      this.#report({ current, visits: this.#state.visits + 1 })
  }

  #report(change: Partial<SearchState>): void {
    this.#state = { ...this.#state, ...this.#found, ...change }
    for (const listener of this.#listeners) listener()
  }
}

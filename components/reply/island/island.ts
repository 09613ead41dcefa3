import { onThemeChange } from '#components/ui/theme-colours.ts'
import { ChunkBoxes } from './chunk-boxes.ts'
import { ChunkList } from './chunk-list.ts'
import { Drawing, type Scene } from './drawing.ts'
import type { TokenRange } from './frame.ts'
import { Geometry } from './geometry.ts'
import { copySelection, selectedText } from './places.ts'
import { Ring } from './ring.ts'
import { Scroller } from './scroller.ts'

/** What the island shows. */
export interface IslandState extends Scene {
  content: string
  /** 0-based token with the ring. */
  chosen: number | undefined
  /** Whether text is still coming, so that a reader at its end is kept there. */
  grows: boolean
}

/** What the island tells. */
export interface IslandEvents {
  onChoose(token: number): void
  /** The 0-based token under the pointer, and where the pointer is in the window. */
  onHover(token: number | undefined, at: { x: number; y: number }): void
  /** The tokens that the reader's selection touches; nothing where nothing is selected. */
  onPassage(range: TokenRange | undefined): void
  /** The tokens in view. */
  onVisible(range: TokenRange): void
}

/** Whether two states look the same; what a page renders for other reasons costs no drawing. */
function isSameScene(a: IslandState, b: IslandState): boolean {
  return (
    a.content === b.content &&
    a.tint === b.tint &&
    a.chosen === b.chosen &&
    a.painter === b.painter &&
    a.begins.join() === b.begins.join() &&
    a.segments.length === b.segments.length &&
    a.segments.tokensBefore(a.segments.length) === b.segments.tokensBefore(b.segments.length)
  )
}

/**
 * The text of a reply with its tints: plain text in chunks, and a painter for those in view. React
 * owns the element around it and nothing inside.
 */
export class Island {
  readonly #root: HTMLElement
  readonly #events: IslandEvents
  readonly #chunks: ChunkList
  readonly #boxes: ChunkBoxes
  readonly #geometry: Geometry
  readonly #drawing: Drawing
  readonly #scroller: Scroller
  readonly #chosenRing: Ring
  readonly #hoverRing: Ring
  readonly #leave: (() => void)[]
  #state: IslandState
  #hovered: number | undefined
  #scheduled = 0
  #width = 0
  #drawnHeight = 0

  constructor(root: HTMLElement, state: IslandState, events: IslandEvents) {
    this.#root = root
    this.#events = events
    this.#state = state
    this.#chunks = new ChunkList(root)
    this.#boxes = new ChunkBoxes(this.#chunks, state.segments)
    this.#geometry = new Geometry(this.#chunks, this.#boxes)
    this.#drawing = new Drawing(root, this.#chunks, this.#boxes)
    this.#scroller = new Scroller(root)
    this.#width = root.clientWidth
    this.#chunks.fitTo(this.#width)
    this.#chosenRing = new Ring(root, 'reply-ring')
    this.#hoverRing = new Ring(root, 'reply-hover')
    this.#leave = [
      this.#scroller.watch(
        () => this.#scrolled(),
        () => this.#follow(this.#state.grows),
      ),
      onThemeChange(() => this.#recolour()),
      this.#listen(),
    ]
    this.update(state)
  }

  /** Shows a new state; draws in the next frame. */
  update(state: IslandState): void {
    // What ends a reply, such as its figures, still belongs to its growth.
    const grows = state.grows || this.#state.grows
    const isSame = this.#drawing.isUsed && isSameScene(state, this.#state)
    this.#state = state
    if (isSame) return
    const first = this.#chunks.show(state.content, state.segments)
    // The last segments before new text may have changed with it.
    this.#boxes.grew(state.segments, Math.max(0, (first ?? this.#chunks.length) - 1))
    this.#schedule()
    this.#follow(grows)
  }

  /** Keeps a reader at the end of what grows, unless something is selected. */
  #follow(grows: boolean): void {
    if (grows && this.#scroller.follows && !this.#selected()) this.#scroller.toEnd()
  }

  /** Brings a 0-based token into view. */
  reveal(token: number): void {
    const boxes = this.#geometry.boxesOf(token, this.#state.segments)
    const { top } = this.#root.getBoundingClientRect()
    const [first, last] = [boxes[0], boxes.at(-1)]
    if (first && last) this.#scroller.reveal(top + first.y, top + last.y + last.height)
  }

  /** The 0-based token above (−1) or below (1) another. */
  onNextLine(token: number, step: 1 | -1): number {
    return this.#geometry.onNextLine(token, step, this.#state.segments)
  }

  /** Removes everything that the island made. */
  destroy(): void {
    cancelAnimationFrame(this.#scheduled)
    this.#drawing.clear()
    for (const leave of this.#leave) leave()
    this.#root.replaceChildren()
  }

  #listen(): () => void {
    const root = this.#root
    const abort = new AbortController()
    const { signal } = abort
    const copy = (event: ClipboardEvent) => copySelection(event, root, this.#chunks)
    root.addEventListener('copy', copy, { signal })
    root.addEventListener('click', (event) => this.#click(event), { signal })
    root.addEventListener('pointermove', (event) => this.#hover(event), { signal })
    root.addEventListener('pointerleave', (event) => this.#hover(event), { signal })
    root.addEventListener('contentvisibilityautostatechange', () => this.#schedule(), { signal })
    document.addEventListener('selectionchange', () => this.#tellPassage(), { signal })
    document.fonts.addEventListener('loadingdone', () => this.#reflowed(), { signal })
    const resized = new ResizeObserver(() => this.#resized())
    resized.observe(root)
    return () => {
      abort.abort()
      resized.disconnect()
    }
  }

  #schedule(): void {
    this.#scheduled ||= requestAnimationFrame(() => {
      this.#scheduled = 0
      this.#draw()
    })
  }

  #draw(): void {
    const view = this.#scroller.partInView(this.#root)
    const { clientWidth, clientHeight } = this.#root
    this.#drawing.draw(this.#state, view, clientWidth, clientHeight)
    this.#drawnHeight = clientHeight
    const { chosen, segments } = this.#state
    this.#chosenRing.around(chosen === undefined ? [] : this.#boxesInView(chosen))
    this.#hoverRing.around(this.#hovered === undefined ? [] : this.#boxesInView(this.#hovered))
    this.#events.onVisible(this.#geometry.tokensIn(view, segments))
  }

  /** A token far away is not laid out for its ring. */
  #boxesInView(token: number) {
    const segment = this.#state.segments.at(this.#state.segments.indexOf(token))
    const chunk = this.#chunks.indexAt(segment?.start ?? 0)
    const isNear = this.#drawing.hasChunk(chunk)
    return isNear ? this.#geometry.boxesOf(token, this.#state.segments) : []
  }

  #scrolled(): void {
    const view = this.#scroller.partInView(this.#root)
    if (!this.#drawing.covers(view)) this.#schedule()
    else this.#events.onVisible(this.#geometry.tokensIn(view, this.#state.segments))
  }

  #resized(): void {
    const { clientWidth, clientHeight } = this.#root
    if (clientWidth === this.#width) {
      // Growth that was drawn already changes the height as well.
      if (clientHeight !== this.#drawnHeight) this.#schedule()
      return
    }
    this.#width = clientWidth
    this.#chunks.fitTo(clientWidth)
    this.#reflowed()
  }

  #reflowed(): void {
    this.#boxes.moved()
    this.#schedule()
  }

  #recolour(): void {
    this.#drawing.forgetColours()
    this.#schedule()
  }

  #tokenAt({ target, clientX, clientY }: MouseEvent): number | undefined {
    const chunk = target instanceof Node ? this.#chunks.chunkOf(target) : undefined
    if (chunk === undefined) return undefined
    const { left, top } = this.#root.getBoundingClientRect()
    return this.#geometry.tokenAt(chunk, clientX - left, clientY - top)
  }

  #click(event: MouseEvent): void {
    const token = this.#tokenAt(event)
    if (token !== undefined && !this.#selected()) this.#events.onChoose(token)
  }

  #hover(event: PointerEvent): void {
    const isTouch = event.pointerType === 'touch'
    const token = event.type === 'pointerleave' || isTouch ? undefined : this.#tokenAt(event)
    if (token === this.#hovered) return
    this.#hovered = token
    this.#hoverRing.around(token === undefined ? [] : this.#boxesInView(token))
    this.#events.onHover(token, { x: event.clientX, y: event.clientY })
  }

  #selected() {
    return selectedText(this.#root, this.#chunks)
  }

  #tellPassage(): void {
    const range = this.#selected()
    if (!range) return this.#events.onPassage(undefined)
    const { segments } = this.#state
    const from = segments.tokensBefore(segments.indexAt(range.start))
    const to = segments.tokensBefore(segments.indexAt(range.end - 1) + 1)
    this.#events.onPassage(to > from ? { from, to } : undefined)
  }
}

/** How far from the end still counts as being there, in CSS pixels. */
const slack = 40

/** The part of the page that scrolls an element, and whether the reader is at its end. */
export class Scroller {
  readonly #element: HTMLElement
  #top: number
  #follows: boolean

  constructor(inside: HTMLElement) {
    this.#element = scrollingAncestor(inside)
    this.#top = this.#element.scrollTop
    this.#follows = this.#isAtEnd()
  }

  /** Whether the reader is at the end, and has not gone up since. */
  get follows(): boolean {
    return this.#follows
  }

  /**
   * Calls `onScroll` whenever it scrolls or changes its size, and `onGrow` when what it scrolls does,
   * until the returned function is called.
   */
  watch(onScroll: () => void, onGrow: () => void): () => void {
    const element = this.#element
    const target = element === document.documentElement ? document : element
    const onMove = () => {
      const { scrollTop } = element
      // Text that comes moves the end away, which is no doing of the reader.
      if (this.#isAtEnd()) this.#follows = true
      else if (scrollTop < this.#top - 1) this.#follows = false
      this.#top = scrollTop
      onScroll()
    }
    const observer = new ResizeObserver(onScroll)
    observer.observe(element)
    const content = new ResizeObserver(onGrow)
    for (const child of element.children) content.observe(child)
    target.addEventListener('scroll', onMove, { passive: true })
    return () => {
      observer.disconnect()
      content.disconnect()
      target.removeEventListener('scroll', onMove)
    }
  }

  /** The part of an element that is in view, in CSS pixels from the element's top. */
  partInView(element: HTMLElement): { top: number; bottom: number } {
    const box = element.getBoundingClientRect()
    const view = this.#view()
    return {
      top: Math.max(0, view.top - box.top),
      bottom: Math.min(box.height, view.bottom - box.top),
    }
  }

  toEnd(): void {
    this.#element.scrollTop = this.#element.scrollHeight
  }

  /** Scrolls as little as brings a stretch into view; `top` and `bottom` in pixels of the window. */
  reveal(top: number, bottom: number): void {
    const view = this.#view()
    const margin = Math.min(72, (view.bottom - view.top) / 4)
    if (top < view.top + margin) this.#element.scrollTop += top - view.top - margin
    else if (bottom > view.bottom - margin) this.#element.scrollTop += bottom - view.bottom + margin
  }

  #view(): { top: number; bottom: number } {
    if (this.#element === document.documentElement) return { top: 0, bottom: innerHeight }
    const { top, bottom } = this.#element.getBoundingClientRect()
    return { top: Math.max(0, top), bottom: Math.min(innerHeight, bottom) }
  }

  #isAtEnd(): boolean {
    const { scrollTop, clientHeight, scrollHeight } = this.#element
    return scrollHeight - scrollTop - clientHeight <= slack
  }
}

function scrollingAncestor(inside: HTMLElement): HTMLElement {
  for (let element = inside.parentElement; element; element = element.parentElement) {
    const { overflowY } = getComputedStyle(element)
    if (overflowY === 'auto' || overflowY === 'scroll') return element
  }
  return document.documentElement
}

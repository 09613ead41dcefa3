import type { Box } from './chunk-boxes.ts'

/** A frame around a token; one element for each line that it stands on. */
export class Ring {
  readonly #root: HTMLElement
  readonly #className: string
  readonly #parts: HTMLElement[] = []

  constructor(root: HTMLElement, className: string) {
    this.#root = root
    this.#className = className
  }

  /** Shows the ring around these boxes, in pixels of the reply; nowhere where there are none. */
  around(boxes: readonly Box[]): void {
    while (this.#parts.length < boxes.length) this.#add()
    for (const [index, part] of this.#parts.entries()) {
      const box = boxes[index]
      part.hidden = !box
      if (!box) continue
      part.style.transform = `translate(${box.x}px, ${box.y - 3}px)`
      part.style.width = `${Math.max(3, box.width)}px`
      part.style.height = `${box.height + 7}px`
    }
  }

  #add(): void {
    const part = document.createElement('i')
    part.className = this.#className
    part.setAttribute('aria-hidden', 'true')
    this.#root.prepend(part)
    this.#parts.push(part)
  }
}

/** The part of a reply that a layer covers, in CSS pixels. */
export interface LayerPlace {
  top: number
  width: number
  height: number
}

/** A canvas over or under the text that is as large as the window, not as the reply. */
export class Layer {
  readonly #canvas = document.createElement('canvas')
  readonly #context: CanvasRenderingContext2D | null

  constructor(root: HTMLElement, depth: 'under' | 'over') {
    this.#canvas.className = `reply-layer reply-layer-${depth}`
    this.#canvas.setAttribute('aria-hidden', 'true')
    this.#context = this.#canvas.getContext('2d')
    root.prepend(this.#canvas)
  }

  /** Puts the canvas at a place of the reply, empty, and gives what draws on it in the reply's pixels. */
  begin({ top, width, height }: LayerPlace): CanvasRenderingContext2D | undefined {
    const canvas = this.#canvas
    const scale = devicePixelRatio
    const [columns, rows] = [Math.ceil(width * scale), Math.ceil(height * scale)]
    if (canvas.width !== columns || canvas.height !== rows) {
      canvas.width = columns
      canvas.height = rows
      canvas.style.width = `${width}px`
      canvas.style.height = `${height}px`
    }
    canvas.style.transform = `translateY(${top}px)`
    canvas.hidden = false
    const context = this.#context
    if (!context) return undefined
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, columns, rows)
    context.setTransform(scale, 0, 0, scale, 0, -top * scale)
    return context
  }

  /** Takes the canvas out of the picture. */
  hide(): void {
    this.#canvas.hidden = true
  }

  remove(): void {
    this.#canvas.remove()
  }
}

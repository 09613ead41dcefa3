import { Chunks } from '#lib/reply/chunks.ts'
import type { SegmentView } from '#lib/reply/segment-view.ts'

/** The height of a line in CSS pixels, as app/reply.css sets it. */
const lineHeight = 28

/**
 * The text of a reply on the page: one block a chunk, one text node a block. Text is only ever added
 * at the end, so that a reader's selection stays.
 */
export class ChunkList {
  readonly #root: HTMLElement
  #chunks = new Chunks()
  #blocks: HTMLElement[] = []
  #nodes: Text[] = []
  #content = ''
  /** How many UTF-16 units fit on a line, for the height of what is not laid out yet. */
  #perLine = 80

  constructor(root: HTMLElement) {
    this.#root = root
  }

  /** The text as it stands on the page. */
  get content(): string {
    return this.#content
  }

  /** How many blocks there are. */
  get length(): number {
    return this.#blocks.length
  }

  /** The 0-based chunk that holds a UTF-16 place. */
  indexAt(place: number): number {
    return Math.max(0, Math.min(this.#chunks.indexAt(place), this.length - 1))
  }

  /** The UTF-16 range of a 0-based chunk. */
  rangeOf(chunk: number): { start: number; end: number } {
    return { start: this.#chunks.startOf(chunk), end: this.#chunks.endOf(chunk) }
  }

  /** The block and the text node of a 0-based chunk. */
  at(chunk: number): { block: HTMLElement; node: Text } | undefined {
    const [block, node] = [this.#blocks[chunk], this.#nodes[chunk]]
    return block && node ? { block, node } : undefined
  }

  /** The 0-based chunk that lies at a height, in pixels of the reply; the last one for what is below. */
  atHeight(y: number): number {
    let from = 0
    let to = Math.max(0, this.length - 1)
    while (from < to) {
      const middle = (from + to + 1) >> 1
      if ((this.#blocks[middle]?.offsetTop ?? 0) <= y) from = middle
      else to = middle - 1
    }
    return from
  }

  /** The 0-based chunk whose block holds a node of the page. */
  chunkOf(node: Node): number | undefined {
    const block = (node instanceof Element ? node : node.parentElement)?.closest('[data-chunk]')
    return block && this.#root.contains(block)
      ? Number(block.getAttribute('data-chunk'))
      : undefined
  }

  /** Shows a text; gives the first 0-based chunk that changed, or nothing where none did. */
  show(content: string, segments: SegmentView): number | undefined {
    if (content === this.#content) return undefined
    if (!content.startsWith(this.#content)) this.#clear()
    this.#chunks.extend(content, segments)
    this.#content = content
    const first = Math.max(0, this.length - 1)
    for (let chunk = first; chunk < this.#chunks.length; chunk += 1) this.#write(chunk)
    return first
  }

  /** Takes note of how wide the text is, in CSS pixels. */
  fitTo(width: number): void {
    const units = Math.max(10, Math.floor(width / this.#unitWidth()))
    if (units === this.#perLine) return
    this.#perLine = units
    for (const chunk of this.#blocks.keys()) this.#estimate(chunk)
  }

  /** The width of a digit in the text's font, in CSS pixels. */
  #unitWidth(): number {
    const context = document.createElement('canvas').getContext('2d')
    if (!context) return 8
    context.font = getComputedStyle(this.#root).font
    return context.measureText('0').width || 8
  }

  #clear(): void {
    for (const block of this.#blocks) block.remove()
    this.#chunks = new Chunks()
    this.#blocks = []
    this.#nodes = []
    this.#content = ''
  }

  #write(chunk: number): void {
    const { start, end } = this.rangeOf(chunk)
    const node = this.#nodes[chunk]
    if (node) {
      if (end - start > node.length) node.appendData(this.#content.slice(start + node.length, end))
    } else if (end > start) this.#add(chunk, this.#content.slice(start, end))
    this.#estimate(chunk)
  }

  #add(chunk: number, text: string): void {
    const block = document.createElement('div')
    block.className = 'reply-chunk'
    block.dataset.chunk = String(chunk)
    const node = document.createTextNode(text)
    block.append(node)
    this.#blocks.push(block)
    this.#nodes.push(node)
    this.#root.append(block)
  }

  /** A block that was never in view is given the height that its text will have, nearly. */
  #estimate(chunk: number): void {
    const block = this.#blocks[chunk]
    if (!block) return
    const { start, end } = this.rangeOf(chunk)
    let lines = 0
    for (let from = start; from < end;) {
      const newline = this.#content.indexOf('\n', from)
      const to = newline < 0 || newline >= end ? end : newline + 1
      lines += Math.max(1, Math.ceil((to - from) / this.#perLine))
      from = to
    }
    block.style.containIntrinsicBlockSize = `auto ${lines * lineHeight}px`
  }
}

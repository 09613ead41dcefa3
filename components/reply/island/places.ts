import type { ChunkList } from './chunk-list.ts'

/** A range of UTF-16 places in the text of a reply. */
export interface TextRange {
  start: number
  end: number
}

/** What is selected of a reply: the whole selection lies in it, and is not empty. */
export function selectedText(root: HTMLElement, chunks: ChunkList): TextRange | undefined {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0)
  if (!root.contains(startContainer) || !root.contains(endContainer)) return undefined
  const start = placeOf(chunks, startContainer, startOffset)
  const end = placeOf(chunks, endContainer, endOffset)
  return end > start ? { start, end } : undefined
}

/** The UTF-16 place of a boundary point; one between blocks is where the next block begins. */
function placeOf(chunks: ChunkList, node: Node, offset: number): number {
  const chunk = chunks.chunkOf(node)
  if (chunk === undefined) return placeBetween(chunks, node, offset)
  const { start, end } = chunks.rangeOf(chunk)
  if (node instanceof Text) return start + offset
  return offset > 0 ? end : start
}

function placeBetween(chunks: ChunkList, node: Node, offset: number): number {
  for (const child of Array.from(node.childNodes).slice(offset)) {
    const chunk = chunks.chunkOf(child)
    if (chunk !== undefined) return chunks.rangeOf(chunk).start
  }
  return chunks.content.length
}

/** Copies exactly what is selected, also where a long line was cut into two blocks. */
export function copySelection(event: ClipboardEvent, root: HTMLElement, chunks: ChunkList): void {
  const range = selectedText(root, chunks)
  if (!range || !event.clipboardData) return
  event.clipboardData.setData('text/plain', chunks.content.slice(range.start, range.end))
  event.preventDefault()
}

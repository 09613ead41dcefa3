/** The selected offsets of the text whose blocks are in `box`; nothing where none of it is selected. */
export function selectedOffsets(box: HTMLElement): { from: number; to: number } | undefined {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  const touched = [...box.querySelectorAll<HTMLElement>('[data-from]')].filter((block) =>
    range.intersectsNode(block),
  )
  const [first, last] = [touched[0], touched.at(-1)]
  if (!first || !last) return undefined
  return {
    from: offsetIn(first, range.startContainer, range.startOffset, 0),
    to: offsetIn(last, range.endContainer, range.endOffset, Number(last.dataset.length)),
  }
}

/** The offset of a boundary within a block; `outside` counts from the block's begin where it is not in it. */
function offsetIn(block: HTMLElement, node: Node, offset: number, outside: number): number {
  const from = Number(block.dataset.from)
  if (!block.contains(node)) return from + outside
  const before = document.createRange()
  before.setStart(block, 0)
  before.setEnd(node, offset)
  return from + before.toString().length
}

/** A stretch of text on the page, relative to the text box, in CSS pixels. */
export interface Box {
  left: number
  top: number
  width: number
  height: number
}

/** Longest text that is laid out a second time. */
const longest = 200_000

/** What decides where the letters of a text box are. */
const layout = [
  'fontFamily',
  'fontSize',
  'fontWeight',
  'fontStyle',
  'fontVariantNumeric',
  'letterSpacing',
  'lineHeight',
  'paddingTop',
  'paddingRight',
  'paddingBottom',
  'paddingLeft',
  'tabSize',
  'textIndent',
  'textTransform',
  'whiteSpace',
  'wordBreak',
  'wordSpacing',
  'overflowWrap',
  'direction',
] as const

/**
 * Where a stretch of a text box's text is drawn, line by line, as if it were not scrolled. A text box
 * does not tell, and shows its selection only while it has the focus; so the same text is laid out once
 * more, out of sight.
 */
export function boxesOf(box: HTMLTextAreaElement, from: number, to: number): Box[] {
  if (box.value.length > longest) return []
  const style = getComputedStyle(box)
  const twin = document.createElement('div')
  for (const name of layout) twin.style[name] = style[name]
  Object.assign(twin.style, {
    position: 'absolute',
    top: '0',
    left: '0',
    visibility: 'hidden',
    boxSizing: 'border-box',
    width: `${box.clientWidth}px`,
  })
  twin.setAttribute('aria-hidden', 'true')
  const text = document.createTextNode(`${box.value}\u200b`)
  twin.append(text)
  // Inside the box's own scroll area it would be cut off; the body is as wide as the window.
  document.body.append(twin)
  const origin = twin.getBoundingClientRect()
  const range = document.createRange()
  range.setStart(text, from)
  range.setEnd(text, to)
  const rects = [...range.getClientRects()]
  twin.remove()
  return rects.map(({ left, top, width, height }) => ({
    left: left - origin.left + box.clientLeft,
    top: top - origin.top + box.clientTop,
    // An empty match is a place between two letters.
    width: Math.max(width, 2),
    height,
  }))
}

/** Where a floating list goes, in CSS pixels of the window. */
export interface Place {
  left: number
  width: number
  maxHeight: number
  /** Distance from the top edge of the window, or from its bottom edge for a list above the field. */
  edge: { top: number } | { bottom: number }
}

const margin = 8
const widest = 440
const narrowest = 280
const tallest = 360
const gap = 4

/**
 * Places a list at a field's right edge, below it, or above where there is clearly more room. `view` is
 * the part of the window that can be seen; a phone's keyboard makes it smaller than the window.
 */
export function placeAt(
  field: { top: number; bottom: number; right: number },
  view: { width: number; height: number },
  windowHeight: number,
): Place {
  // It grows to the left, so that what stands beside the field's column stays in reach.
  const room = Math.max(narrowest, field.right - margin)
  const width = Math.min(widest, room, view.width - 2 * margin)
  const left = Math.max(margin, Math.min(field.right, view.width - margin) - width)
  const below = view.height - field.bottom - gap - margin
  const above = field.top - gap - margin
  const goesAbove = below < 160 && above > below
  return {
    left,
    width,
    maxHeight: Math.max(80, Math.min(tallest, goesAbove ? above : below)),
    edge: goesAbove ? { bottom: windowHeight - field.top + gap } : { top: field.bottom + gap },
  }
}

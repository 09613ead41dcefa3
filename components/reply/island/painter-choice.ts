import { CanvasPainter } from './canvas-painter.ts'
import type { Painter } from './frame.ts'
import { hasHighlights, HighlightPainter } from './highlight-painter.ts'

/** Which painter is wanted; `auto` lets the browser decide. */
export type PainterWish = 'auto' | Painter['name']

/**
 * The painter to use. The canvas costs less and draws more (docs/decisions/022-two-painters.md);
 * forced colours need highlights, since the system paints over a canvas.
 */
export function painterName(wish: PainterWish): Painter['name'] {
  if (!hasHighlights()) return 'canvas'
  if (wish !== 'auto') return wish
  return matchMedia('(forced-colors: active)').matches ? 'highlights' : 'canvas'
}

/** Makes a painter. */
export function makePainter(name: Painter['name']): Painter {
  return name === 'highlights' ? new HighlightPainter() : new CanvasPainter()
}

/** The painter that the page's address asks for, for tests: `?painter=canvas`. */
export function wishInAddress(): PainterWish {
  const wish = new URLSearchParams(location.search).get('painter')
  return wish === 'canvas' || wish === 'highlights' ? wish : 'auto'
}

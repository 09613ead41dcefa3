import { CanvasPainter } from './canvas-painter.ts'
import type { Painter } from './frame.ts'
import { hasHighlights, HighlightPainter } from './highlight-painter.ts'

/** Which painter is wanted; `auto` lets the browser and the text decide. */
export type PainterWish = 'auto' | Painter['name']

/**
 * The painter for a text. Forced colours need highlights, since the system paints over a canvas;
 * very long lines need the canvas, since a highlight costs what its whole text node costs.
 */
export function painterName(wish: PainterWish, hasLongLines: boolean): Painter['name'] {
  if (!hasHighlights()) return 'canvas'
  if (wish !== 'auto') return wish
  if (matchMedia('(forced-colors: active)').matches) return 'highlights'
  return hasLongLines ? 'canvas' : 'highlights'
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

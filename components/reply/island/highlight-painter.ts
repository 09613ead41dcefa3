import { isDimmed, lookOfSegment, type Frame, type Painter } from './frame.ts'
import { adoptHighlightRules } from './highlight-rules.ts'
import { tintNames } from './palette.ts'

const underlines = ['', 'below-tenth', 'below-hundredth'] as const

/** Whether this browser can tint ranges of a text without elements around them. */
export function hasHighlights(): boolean {
  return typeof Highlight === 'function' && 'highlights' in CSS
}

/**
 * Tints by CSS custom highlights; their looks are in `highlight-rules.ts`. The ranges are static
 * and those of the window alone: a browser checks all ranges again whenever a text changes.
 */
export class HighlightPainter implements Painter {
  readonly name = 'highlights'
  #drawn: { highlight: Highlight; range: StaticRange }[] = []

  constructor() {
    adoptHighlightRules()
  }

  paint({ chunks, tint }: Frame): void {
    this.clear()
    const names = tintNames[tint.scale]
    for (const { node, inks } of chunks) {
      for (const { segment, from, to } of inks) {
        const look = lookOfSegment(tint, segment)
        if (!look || from === to) continue
        const isDim = isDimmed(tint, look)
        this.#draw(isDim ? 'dimmed' : names[look.step], node, from, to)
        if (!isDim) this.#draw(underlines[look.underline], node, from, to)
      }
    }
  }

  #draw(name: string | undefined, node: Text, from: number, to: number): void {
    if (!name) return
    const range = new StaticRange({
      startContainer: node,
      startOffset: from,
      endContainer: node,
      endOffset: to,
    })
    const highlight = highlightOf(name)
    highlight.add(range)
    this.#drawn.push({ highlight, range })
  }

  clear(): void {
    for (const { highlight, range } of this.#drawn) highlight.delete(range)
    this.#drawn = []
  }
}

/** The page has one highlight of each name, which all replies share. */
function highlightOf(name: string): Highlight {
  const known = CSS.highlights.get(name)
  if (known) return known
  const made = new Highlight()
  // Where a mark meets a tint, it lies above.
  made.priority = name.startsWith('below') || name === 'dimmed' ? 1 : 0
  CSS.highlights.set(name, made)
  return made
}

import { colourReader } from '#components/ui/theme-colours.ts'

/** The colours that canvases draw with, resolved for the theme in force. */
export interface Palette {
  /** By step of the heat scale; step 0 is for places where no tint would be nothing at all. */
  heat: readonly string[]
  /** Edges of bars and the hatch of the unknown. */
  edge: string
  /** The line of the entropy, and its interval. */
  line: string
  interval: string
  base: string
  faint: string
  accent: string
  /** Behind what is in view. */
  visible: string
  surface: string
  /** Whether the reader chose the colours, so that tints cannot tell anything. */
  forced: boolean
}

/** Reads the colours where `element` stands. */
export function readPalette(element: Element): Palette {
  const forced = matchMedia('(forced-colors: active)').matches
  const { read, done } = colourReader(element)
  const palette = forced ? systemColours(read) : ownColours((name) => read(`var(--${name})`))
  done()
  return palette
}

function ownColours(read: (name: string) => string): Palette {
  const line2 = read('line-2')
  return {
    heat: [line2, ...[1, 2, 3, 4, 5, 6].map((step) => read(`heat-${step}`))],
    edge: read('bar'),
    line: read('ink-2'),
    interval: read('ink-2'),
    base: read('control'),
    faint: line2,
    accent: read('accent'),
    visible: read('hover'),
    surface: read('surface'),
    forced: false,
  }
}

function systemColours(read: (name: string) => string): Palette {
  const [text, back, grey] = [read('CanvasText'), read('Canvas'), read('GrayText')]
  return {
    heat: Array.from({ length: 7 }, () => text),
    edge: text,
    line: grey,
    interval: grey,
    base: text,
    faint: grey,
    accent: read('Highlight'),
    visible: back,
    surface: back,
    forced: true,
  }
}

/** A diagonal hatch in device pixels: what is unknown, in every theme. */
export function hatchOf(
  context: CanvasRenderingContext2D,
  colour: string,
  ratio: number,
): CanvasPattern | string {
  const size = Math.max(4, Math.round(4 * ratio))
  const tile = document.createElement('canvas')
  tile.width = size
  tile.height = size
  const pen = tile.getContext('2d')
  if (!pen) return colour
  pen.strokeStyle = colour
  pen.lineWidth = ratio
  pen.beginPath()
  for (const shift of [-size, 0, size]) {
    pen.moveTo(shift, size)
    pen.lineTo(shift + size, 0)
  }
  pen.stroke()
  return context.createPattern(tile, 'repeat') ?? colour
}

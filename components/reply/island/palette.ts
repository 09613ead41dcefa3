import { colourReader } from '#components/ui/theme-colours.ts'

const heat = ['', 'heat-1', 'heat-2', 'heat-3', 'heat-4', 'heat-5', 'heat-6', ''] as const
const difference = [
  'diff-minus-3',
  'diff-minus-2',
  'diff-minus-1',
  '',
  'diff-plus-1',
  'diff-plus-2',
  'diff-plus-3',
  '',
] as const

/** The names of tints by step, 0 to 7; empty where a step has none. They name highlights and variables. */
export const tintNames = { heat, difference }

/** Colours of the theme as a canvas takes them. */
export interface Palette {
  /** By step, 0 to 7; empty where a step has none. */
  heat: readonly string[]
  difference: readonly string[]
  heatInk: string
  bar: string
  control: string
  surface: string
  quietInk: string
  accent: string
  warn: string
}

/** Reads the theme's colours as they are now, through an element inside `parent`. */
export function readPalette(parent: HTMLElement): Palette {
  const colours = colourReader(parent)
  const read = (name: string) => (name === '' ? '' : colours.read(`var(--${name})`))
  const palette = {
    heat: heat.map(read),
    difference: difference.map(read),
    heatInk: read('heat-ink'),
    bar: read('bar'),
    control: read('control'),
    surface: read('surface'),
    quietInk: read('ink-3'),
    accent: read('accent'),
    warn: read('warn'),
  }
  colours.done()
  return palette
}

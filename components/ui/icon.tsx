/** Strokes on a grid of 16 × 16. */
const strokes = {
  ban: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 1 0 0-11zM4.1 4.1l7.8 7.8',
  branch:
    'M5 2.2a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 1 0 0-3.2zM5 10.6a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 1 0 0-3.2zM11.5 4a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 1 0 0-3.2zM5 5.4v5.2M11.5 7.2c0 2.4-6.5 1-6.5 3.4',
  braces:
    'M6 2.5C3 2.5 5.5 7.5 2.5 8c3 .5.5 5.5 3.5 5.5M10 2.5c3 0 .5 5 3.5 5.5-3 .5-.5 5.5-3.5 5.5',
  chat: 'M2.5 3.5h11v7.5H7.5l-3 2.5V11h-2z',
  check: 'M3 8.5 6.5 12 13 4.5',
  'chevron-down': 'M4 6l4 4 4-4',
  'chevron-right': 'M6 4l4 4-4 4',
  clock: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 1 0 0-11zM8 5v3.2l2.2 1.4',
  close: 'M4 4l8 8M12 4l-8 8',
  code: 'M5.5 4.5 2 8l3.5 3.5M10.5 4.5 14 8l-3.5 3.5',
  contrast: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 1 0 0-11zv11M8.5 5h3.8M8.5 8h5M8.5 11h3.8',
  copy: 'M5.5 5.5h8v8h-8zM10.5 3v-.5h-8v8H3',
  down: 'M8 3v10M4 9l4 4 4-4',
  duplicate: 'M5.5 5.5h8v8h-8zM10.5 3v-.5h-8v8H3M9.5 7.5v4M7.5 9.5h4',
  error: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 1 0 0-11zM8 5.2v3.3M8 10.9v.05',
  expand: 'M9.5 2.5h4v4M6.5 13.5h-4v-4M13.5 2.5 9 7M2.5 13.5 7 9',
  format: 'M3 4h10M6 8h7M6 12h7M3 8h.05M3 12h.05',
  grip: 'M6 4h.05M6 8h.05M6 12h.05M10 4h.05M10 8h.05M10 12h.05',
  help: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 1 0 0-11zM6.4 6.6a1.6 1.6 0 1 1 2.5 1.3c-.6.4-.9.7-.9 1.3M8 11v.05',
  info: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 1 0 0-11zM8 7.5V11M8 5v.05',
  inspect: 'M2.5 3h11v10h-11zM9.5 3v10M11 6h1M11 8.5h1',
  key: 'M5 8.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 1 0 0-5zM6.8 9.2l6.7-6.7M11 5l2 2',
  link: 'M6.5 9.5l3-3M7 4.5l1.2-1.2a3.2 3.2 0 0 1 4.5 4.5L11.5 9M9 11.5l-1.2 1.2a3.2 3.2 0 0 1-4.5-4.5L4.5 7',
  lock: 'M4 7.2h8v6H4zM5.7 7V5.2a2.3 2.3 0 0 1 4.6 0V7',
  minus: 'M3.5 8h9',
  more: 'M3.5 8h.05M8 8h.05M12.5 8h.05',
  moon: 'M13 9.6A5.5 5.5 0 1 1 6.4 3 4.5 4.5 0 0 0 13 9.6z',
  nucleus: 'M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2zM8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 1 0 0-3.6z',
  paste: 'M5.5 3.5h-2v10h9v-10h-2M5.5 2.5h5v2.5h-5z',
  pencil: 'M3 13l.7-2.8L10.8 3 13 5.2 5.8 12.3z',
  pin: 'M5.5 2.5h5M6.3 2.5v4L4.5 9h7L9.7 6.5v-4M8 9v4.5',
  play: 'M5 3.2v9.6L12.5 8z',
  plus: 'M8 3.5v9M3.5 8h9',
  refresh:
    'M13.3 3v3.3H10M2.7 13V9.7H6M12.9 6.3A5.2 5.2 0 0 0 3.6 5.2M3.1 9.7a5.2 5.2 0 0 0 9.3 1.1',
  redo: 'M10 2.8l3 3-3 3M13 5.8H6.7a3.7 3.7 0 0 0 0 7.4H10',
  reset: 'M3 2.8v3.5h3.5M3.3 6.1A5.2 5.2 0 1 1 3 9.5',
  search: 'M7 2.7a4.3 4.3 0 1 0 0 8.6 4.3 4.3 0 1 0 0-8.6zM10.2 10.2l3.3 3.3',
  share: 'M8 10V2.5M5.2 5 8 2.3 10.8 5M4 7.5H3v6h10v-6h-1',
  sliders:
    'M2.5 5H8M11.5 5h2M9.8 3.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 1 0 0-3.6zM2.5 11h2M8 11h5.5M6.2 9.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 1 0 0-3.6z',
  stop: 'M4 4h8v8H4z',
  sun: 'M8 5.3a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 1 0 0-5.4zM8 1.8v1M8 13.2v1M1.8 8h1M13.2 8h1M3.6 3.6l.7.7M11.7 11.7l.7.7M3.6 12.4l.7-.7M11.7 4.3l.7-.7',
  tokens: 'M2.5 5.5h4.5v5H2.5zM9 5.5h1.5v5H9zM12.5 5.5h1v5h-1z',
  trash: 'M2.8 4.5h10.4M6 4.5v-2h4v2M4.2 4.5l.6 9h6.4l.6-9M6.8 7v4M9.2 7v4',
  undo: 'M6 2.8 3 5.8l3 3M3 5.8h6.3a3.7 3.7 0 0 1 0 7.4H6',
  up: 'M8 13V3M4 7l4-4 4 4',
  warning: 'M8 2.5 14 13H2zM8 6.5v3M8 11.2v.05',
} as const

const filled: ReadonlySet<string> = new Set(['play', 'stop'])

export type IconName = keyof typeof strokes

/** A small drawing in the colour of the text. It is silent beside words; alone it needs a `label`. */
export function Icon({
  name,
  size = 16,
  label,
}: {
  name: IconName
  size?: number
  label?: string
}) {
  const voice = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <svg
      {...voice}
      viewBox="0 0 16 16"
      width={size}
      height={size}
      className="flex-none"
      fill={filled.has(name) ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={strokes[name]} />
    </svg>
  )
}

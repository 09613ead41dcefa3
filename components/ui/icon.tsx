/** Paths on a 16 × 16 grid, stroked. */
const paths = {
  play: 'M5 3.5v9l7-4.5z',
  stop: 'M4.5 4.5h7v7h-7z',
  plus: 'M8 3.5v9M3.5 8h9',
  minus: 'M4 8h8',
  trash: 'M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.5 8.5h6l.5-8.5',
  copy: 'M6 6h7v7H6zM3 10V3h7',
  duplicate: 'M6 6h7v7H6zM3 10V3h7M9.5 8v3M8 9.5h3',
  up: 'M4 10l4-4 4 4',
  down: 'M4 6l4 4 4-4',
  close: 'M4 4l8 8M12 4l-8 8',
  search: 'M7 3a4 4 0 100 8 4 4 0 000-8zM10 10l3.5 3.5',
  reset: 'M3.5 3v3.5H7M3.8 6.3A5 5 0 118 13a5 5 0 01-4.3-2.5',
  refresh: 'M13 3v3.5H9.5M3 13V9.5h3.5M12.6 6.3A5 5 0 003.9 5.2M3.4 9.7a5 5 0 008.7 1.1',
  help: 'M8 2.5a5.5 5.5 0 100 11 5.5 5.5 0 000-11zM6.4 6.4a1.6 1.6 0 112.4 1.4c-.5.3-.8.6-.8 1.2M8 11v.1',
  expand: 'M9.5 3H13v3.5M6.5 13H3V9.5M13 3L9 7M3 13l4-4',
  format: 'M3 4h10M3 8h6M3 12h8',
  warning: 'M8 2.5l6 10.5H2zM8 6.5v3M8 11.2v.1',
  error: 'M8 2.5a5.5 5.5 0 100 11 5.5 5.5 0 000-11zM8 5v3.5M8 10.7v.1',
  info: 'M8 2.5a5.5 5.5 0 100 11 5.5 5.5 0 000-11zM8 7.5V11M8 5.3v.1',
  link: 'M6.5 9.5l3-3M7 4.5L8.5 3a3 3 0 014.5 4.2L11.5 8.8M9 11.5L7.5 13A3 3 0 013 8.8l1.5-1.6',
  contrast:
    'M8 2.5a5.5 5.5 0 100 11 5.5 5.5 0 000-11zM8 2.5v11M8.5 4.5l3.6 1M8.5 7.5h4.6M8.5 10.5l3.6.4',
  sliders: 'M3 5h5M11 5h2M3 11h2M8 11h5M8 3.5v3M5 9.5v3',
  chat: 'M3 3.5h10v7H7L4 13v-2.5H3z',
  inspect: 'M3 3h10v10H3zM9.5 3v10',
  undo: 'M3.5 5.5H9a3.5 3.5 0 010 7H6M6 3L3.5 5.5 6 8',
  braces: 'M6 3c-2 0-1 4-3 5 2 1 1 5 3 5M10 3c2 0 1 4 3 5-2 1-1 5-3 5',
  'chevron-right': 'M6 4l4 4-4 4',
  nucleus: 'M8 2a6 6 0 100 12A6 6 0 008 2zM8 6.2a1.8 1.8 0 100 3.6 1.8 1.8 0 000-3.6z',
} as const

export type IconName = keyof typeof paths

/** A small line drawing beside words; it says nothing by itself. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      width={size}
      height={size}
      className="flex-none"
      fill={name === 'play' || name === 'stop' ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  )
}

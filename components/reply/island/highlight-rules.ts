import { tintNames } from './palette.ts'

/** Underlines of the tints in forced colours, where a background would be the system's one colour. */
const forcedUnderlines = ['1px', '2px', '3px', '4px', '5px', '5px wavy']

const rules = [
  ...new Set([...tintNames.heat, ...tintNames.difference].filter((name) => name !== '')),
].map((name) => `::highlight(${name}) { background-color: var(--${name}); color: var(--heat-ink) }`)

const forced = [tintNames.heat, tintNames.difference].flatMap((names) =>
  names
    .filter((name) => name !== '')
    .map(
      (name, index) =>
        `::highlight(${name}) { background-color: transparent; color: CanvasText; text-decoration: underline ${forcedUnderlines[index]} }`,
    ),
)

const sheetText = `
${rules.join('\n')}
::highlight(below-tenth) { text-decoration: underline dotted 1.5px }
::highlight(below-hundredth) { text-decoration: underline wavy 1px }
::highlight(dimmed) { color: var(--ink-3) }
@media (forced-colors: active) {
  ${forced.join('\n')}
  ::highlight(below-tenth), ::highlight(below-hundredth) { text-decoration: none }
  ::highlight(dimmed) { color: GrayText }
}`

let isAdopted = false

/**
 * Gives each highlight its look. The rules are adopted by script: the bundler's style sheet parser
 * takes `::highlight()` for a mistake.
 */
export function adoptHighlightRules(): void {
  if (isAdopted) return
  isAdopted = true
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(sheetText)
  document.adoptedStyleSheets.push(sheet)
}

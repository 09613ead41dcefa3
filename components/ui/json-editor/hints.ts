import { StateEffect, StateField, type EditorState, type Extension } from '@codemirror/state'
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view'
import { fitsAtEnd, type LineHint } from './area.ts'

/** The change that draws other hints. */
export const setHints = StateEffect.define<readonly LineHint[]>()

/** A few words after a line. They are drawn by the style sheet, so that no copy or search finds them. */
class Hint extends WidgetType {
  constructor(
    readonly text: string,
    readonly isAtEnd: boolean,
  ) {
    super()
  }
  override eq(other: Hint): boolean {
    return other.text === this.text && other.isAtEnd === this.isAtEnd
  }
  override toDOM(): HTMLElement {
    const element = document.createElement('span')
    element.className = this.isAtEnd ? 'json-hint json-hint-end' : 'json-hint'
    element.dataset.hint = this.text
    element.ariaHidden = 'true'
    return element
  }
}

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(drawn, transaction) {
    const set = transaction.effects.findLast((effect) => effect.is(setHints))
    // What was typed moves them along until the page has looked at the new text.
    return set ? decorationsFor(transaction.state, set.value) : drawn.map(transaction.changes)
  },
  provide: (drawn) => EditorView.decorations.from(drawn),
})

function decorationsFor({ doc }: EditorState, hints: readonly LineHint[]): DecorationSet {
  const ranges = hints
    .filter(({ line }) => line >= 1 && line <= doc.lines)
    .map(({ line, text }) => {
      const { to, length } = doc.line(line)
      return Decoration.widget({ widget: new Hint(text, fitsAtEnd(length, text)), side: 1 }).range(
        to,
      )
    })
  return Decoration.set(ranges, true)
}

const look = EditorView.theme({
  '.cm-line:has(.json-hint-end)': { position: 'relative' },
  '.json-hint': { paddingLeft: '2ch', fontSize: '11px', color: 'var(--ink-3)' },
  '.json-hint::before': { content: 'attr(data-hint)' },
  '.json-hint-end': { position: 'absolute', right: '8px', top: '0' },
})

/** Draws a hint at the right end of its line, or after the text where the line is long. */
export const lineHints: Extension = [field, look]

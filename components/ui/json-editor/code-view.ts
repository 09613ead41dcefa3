import { defaultKeymap, history, historyKeymap, isolateHistory } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language'
import { Annotation, Compartment, EditorState, type Extension } from '@codemirror/state'
import { EditorView, drawSelection, keymap, lineNumbers, placeholder } from '@codemirror/view'
import { cleanPaste } from '#lib/json/index.ts'
import { LateReport } from '#components/ui/late-report.ts'
import { closingInput, pairBackspace } from './brackets.ts'
import { changeBetween } from './change-between.ts'
import { Echoes } from './echoes.ts'
import { faultyRows, markProblems } from './faults.ts'
import type { AreaProps, LineHint } from './area.ts'
import { lineHints, setHints } from './hints.ts'
import { knowledgeHelp } from './knowledge.ts'
import { theme } from './theme.ts'

/** Where a plain text box stood when the editor takes its place; offsets in UTF-16 units. */
export interface Start {
  /** The text before the edits that Undo is to reach. */
  textBefore: string
  text: string
  selection: { anchor: number; head: number }
  /** The first visible line, 0-based. */
  topLine: number
}

/** An editor on the page. */
export interface CodeView {
  /** Brings the editor to what the page wants; the caret stays where the text allows. */
  update(content: AreaProps): void
  focus(): void
  hasFocus(): boolean
  destroy(): void
}

/** Marks changes that came from the page, which are not reported back to it. */
const fromPage = Annotation.define<boolean>()

// Ctrl or Cmd with Enter belongs to the page (Run), and no key takes Tab.
const keys = [
  pairBackspace,
  ...historyKeymap,
  ...defaultKeymap.filter(({ key }) => key !== 'Mod-Enter'),
]

const fixed: Extension = [
  lineNumbers(),
  history(),
  drawSelection({ cursorBlinkRate: 0 }),
  indentUnit.of('  '),
  indentOnInput(),
  bracketMatching(),
  closingInput,
  json(),
  faultyRows,
  lineHints,
  theme,
  keymap.of(keys),
  EditorView.clipboardInputFilter.of((pasted, state) => {
    const { from, to } = state.selection.main
    return cleanPaste(state.doc.toString(), from, to, pasted)
  }),
]

/** Puts a JSON editor into `parent`. */
export function createCodeView(parent: HTMLElement, start: Start, first: AreaProps): CodeView {
  let content = first
  const echoes = new Echoes()
  const wanted = new Compartment()
  const late = new LateReport(() => {
    const text = view.state.doc.toString()
    echoes.sent(text, withPlainBreaks(content.value))
    content.onChange(text)
  })
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: start.textBefore,
      extensions: [
        fixed,
        first.knowledge ? knowledgeHelp(first.knowledge) : [],
        wanted.of(optionsOf(first)),
        EditorView.updateListener.of(({ docChanged, transactions, state }) => {
          if (!docChanged || transactions.every((one) => one.annotation(fromPage))) return
          late.changed(state.doc.length)
        }),
      ],
    }),
  })
  show(view, start.text)
  restore(view, start)
  mark(view, first)
  hint(view, first.hints)
  return {
    update(next) {
      const previous = content
      content = next
      const value = withPlainBreaks(next.value)
      const changed = next.value !== previous.value
      if (changed && echoes.isNews(value, view.state.doc.toString())) show(view, value)
      if (changed || next.problems !== previous.problems || next.doubts !== previous.doubts)
        mark(view, next)
      if (changed || next.hints !== previous.hints) hint(view, next.hints)
      if (!sameOptions(next, previous))
        view.dispatch({ effects: wanted.reconfigure(optionsOf(next)) })
    },
    focus: () => view.focus(),
    hasFocus: () => view.hasFocus,
    destroy: () => {
      late.now()
      view.destroy()
    },
  }
}

function optionsOf({ attributes, placeholder: text }: AreaProps): Extension {
  // A long line scrolls, and what scrolls must be reached by keyboard in every browser.
  const focusable = { ...attributes, tabindex: '0' }
  return [EditorView.contentAttributes.of(focusable), text === '' ? [] : placeholder(text)]
}

function sameOptions(one: AreaProps, other: AreaProps): boolean {
  return (
    one.placeholder === other.placeholder &&
    JSON.stringify(one.attributes) === JSON.stringify(other.attributes)
  )
}

function show(view: EditorView, text: string): void {
  const change = changeBetween(view.state.doc.toString(), withPlainBreaks(text))
  // A step of its own for Undo.
  const annotations = [fromPage.of(true), isolateHistory.of('full')]
  if (change) view.dispatch({ changes: change, annotations })
}

function restore(view: EditorView, { selection, topLine }: Start): void {
  const { doc } = view.state
  const anchor = Math.min(selection.anchor, doc.length)
  const head = Math.min(selection.head, doc.length)
  const top = doc.line(Math.min(topLine + 1, doc.lines)).from
  const scroll = EditorView.scrollIntoView(top, { y: 'start', yMargin: 0 })
  view.dispatch({ selection: { anchor, head }, ...(topLine > 0 ? { effects: scroll } : {}) })
}

function mark(view: EditorView, { problems, doubts }: AreaProps): void {
  view.dispatch(markProblems(view.state, problems, doubts))
}

function hint(view: EditorView, hints: readonly LineHint[]): void {
  view.dispatch({ effects: setHints.of(hints) })
}

/** The editor holds every line break as \n. */
function withPlainBreaks(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n')
}

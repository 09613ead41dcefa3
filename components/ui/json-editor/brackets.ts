import type { EditorState, TransactionSpec } from '@codemirror/state'
import { EditorView, type KeyBinding } from '@codemirror/view'
import { tokensOf } from '#lib/json/tokens.ts'

const closers: Record<string, string> = { '{': '}', '[': ']', '"': '"' }

/** Closes brackets and quotes as they are typed, and steps over what is already closed. */
export const closingInput = EditorView.inputHandler.of((view, from, to, text) => {
  if (view.compositionStarted || view.state.readOnly) return false
  const change = typed(view.state, from, to, text)
  if (change) view.dispatch(change)
  return change !== undefined
})

/** Backspace between the two halves of an empty pair removes both. */
export const pairBackspace: KeyBinding = {
  key: 'Backspace',
  run({ state, dispatch }) {
    const change = removePair(state)
    if (change) dispatch(state.update(change))
    return change !== undefined
  },
}

/** The change for a character typed at the caret; undefined when it is to be inserted as it is. */
export function typed(
  state: EditorState,
  from: number,
  to: number,
  text: string,
): TransactionSpec | undefined {
  if (from !== to || text.length !== 1) return undefined
  const inside = isInsideString(state, from)
  if (text === '"') return inside ? stepOverQuote(state, from) : openPair(state, from, text)
  if (inside) return undefined
  if (text === '{' || text === '[') return openPair(state, from, text)
  return text === '}' || text === ']' ? stepOverCloser(state, from, text) : undefined
}

/** What Backspace removes between the two halves of an empty pair; undefined elsewhere. */
export function removePair(state: EditorState): TransactionSpec | undefined {
  const { from, empty } = state.selection.main
  if (!empty || from === 0) return undefined
  const closer = closers[state.sliceDoc(from - 1, from)]
  if (closer === undefined || state.sliceDoc(from, from + 1) !== closer) return undefined
  // Inside a text they are characters like others, and two quotes part two texts.
  if (isInsideString(state, from - 1)) return undefined
  return { changes: { from: from - 1, to: from + 1 }, userEvent: 'delete.backward' }
}

function openPair(state: EditorState, at: number, opener: string): TransactionSpec | undefined {
  const next = state.sliceDoc(at, at + 1)
  const previous = state.sliceDoc(at - 1, at)
  if (!/^[\s,:\]}]?$/.test(next) || (opener === '"' && /[\w"]/.test(previous))) return undefined
  return insertion(at, at, opener + closers[opener], at + 1)
}

function stepOverQuote(state: EditorState, at: number): TransactionSpec | undefined {
  const escaped = (/\\*$/.exec(lineBefore(state, at))?.[0].length ?? 0) % 2 === 1
  return state.sliceDoc(at, at + 1) === '"' && !escaped ? insertion(at, at, '', at + 1) : undefined
}

/**
 * Where all brackets are closed already, a closing one is not doubled: the caret moves past the one
 * that only space parts from it, and that space goes.
 */
function stepOverCloser(
  state: EditorState,
  at: number,
  closer: string,
): TransactionSpec | undefined {
  const space = /^\s*/.exec(state.sliceDoc(at, at + 1000))?.[0].length ?? 0
  const place = at + space
  if (state.sliceDoc(place, place + 1) !== closer || !isBalanced(state.doc.toString()))
    return undefined
  const line = state.doc.lineAt(at)
  const closerLine = state.doc.lineAt(place)
  const blankLine = closerLine.number > line.number && lineBefore(state, at).trim() === ''
  const [from, to] = blankLine ? [line.from, closerLine.from] : [at, place]
  return insertion(from, to, '', from + place + 1 - to)
}

function insertion(from: number, to: number, insert: string, caret: number): TransactionSpec {
  return {
    changes: { from, to, insert },
    selection: { anchor: caret },
    scrollIntoView: true,
    userEvent: 'input.type',
  }
}

/** Strings end with their line, so the line up to the caret tells. */
function isInsideString(state: EditorState, at: number): boolean {
  const text = lineBefore(state, at)
  const last = tokensOf(text).at(-1)
  return last?.kind === 'string' && !/^"(?:[^"\\]|\\.)*"$/.test(text.slice(last.offset))
}

function lineBefore(state: EditorState, at: number): string {
  const line = state.doc.lineAt(at)
  return line.text.slice(0, at - line.from)
}

function isBalanced(text: string): boolean {
  const open: string[] = []
  for (const { kind } of tokensOf(text)) {
    if (kind === '{' || kind === '[') open.push(closers[kind] ?? '')
    if ((kind === '}' || kind === ']') && open.pop() !== kind) return false
  }
  return open.length === 0
}

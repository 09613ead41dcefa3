import { setDiagnostics, setDiagnosticsEffect, type Diagnostic } from '@codemirror/lint'
import {
  RangeSet,
  StateField,
  type EditorState,
  type Extension,
  type Text,
  type TransactionSpec,
} from '@codemirror/state'
import { Decoration, EditorView, GutterMarker, gutterLineClass } from '@codemirror/view'
import type { JsonProblem } from '#lib/json/index.ts'

/**
 * The change that marks problems at their places, each under its characters and on its whole line;
 * doubts are only underlined.
 */
export function markProblems(
  state: EditorState,
  problems: readonly JsonProblem[],
  doubts: readonly JsonProblem[] = [],
): TransactionSpec {
  return setDiagnostics(state, [
    ...problems.map((problem) => diagnosticOf(state.doc, problem, 'error')),
    ...doubts.map((doubt) => diagnosticOf(state.doc, doubt, 'warning')),
  ])
}

/** By line and column, as the editor counts any line break as one character. */
function diagnosticOf(
  doc: Text,
  { line: number, column, length, message }: JsonProblem,
  severity: Diagnostic['severity'],
): Diagnostic {
  const line = doc.line(Math.min(number, doc.lines))
  const from = Math.min(line.from + column - 1, line.to)
  const to = Math.min(from + Math.max(1, length), line.to)
  return { from: Math.min(from, Math.max(line.from, to - 1)), to, severity, message }
}

class FaultyNumber extends GutterMarker {
  override elementClass = 'json-faulty'
}

const faultyRow = Decoration.line({ class: 'json-faulty' })
const faultyNumber = new FaultyNumber()

const faultyLines = StateField.define<readonly number[]>({
  create: () => [],
  update(starts, transaction) {
    const set = transaction.effects.find((effect) => effect.is(setDiagnosticsEffect))
    const { doc } = transaction.state
    if (set)
      return lineStarts(
        doc,
        set.value.filter(({ severity }) => severity === 'error').map(({ from }) => from),
      )
    if (!transaction.docChanged || starts.length === 0) return starts
    return lineStarts(
      doc,
      starts.map((start) => transaction.changes.mapPos(start)),
    )
  },
  provide: (field) => [
    EditorView.decorations.compute([field], (state) =>
      Decoration.set(state.field(field).map((start) => faultyRow.range(start))),
    ),
    gutterLineClass.compute([field], (state) =>
      RangeSet.of(state.field(field).map((start) => faultyNumber.range(start))),
    ),
  ],
})

function lineStarts(doc: Text, offsets: readonly number[]): number[] {
  const starts = offsets.map((offset) => doc.lineAt(Math.min(offset, doc.length)).from)
  return [...new Set(starts)].toSorted((one, other) => one - other)
}

/** Draws the rows of marked problems. */
export const faultyRows: Extension = faultyLines

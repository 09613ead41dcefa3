import { forEachDiagnostic } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { parseTolerantJson } from '#lib/json/index.ts'
import { markProblems } from './faults.ts'

function marked(text: string, shown = text): [from: number, to: number, message: string][] {
  const state = EditorState.create({ doc: shown })
  const found: [number, number, string][] = []
  const { problems } = parseTolerantJson(text)
  forEachDiagnostic(state.update(markProblems(state, problems)).state, ({ message }, from, to) => {
    found.push([from, to, message])
  })
  return found
}

describe('marking problems in the editor', () => {
  it('marks the characters at fault', () => {
    expect(marked('{\n  "a": nope\n}')).toEqual([[9, 13, 'Put this text in double quotes.']])
  })

  it('counts a Windows line break as the one character the editor makes of it', () => {
    expect(marked('{\r\n\r\n"a": nope}')).toEqual([[8, 12, 'Put this text in double quotes.']])
  })

  it('stays inside a text that has become shorter since', () => {
    expect(marked('{\n\n\n  "a": nope\n}', '{}')).toEqual([
      [1, 2, 'Put this text in double quotes.'],
    ])
  })
})

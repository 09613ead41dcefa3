import { EditorState } from '@codemirror/state'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { removePair, typed } from './brackets.ts'

/** A state from a text in which | is the caret. */
function stateOf(text: string): EditorState {
  const anchor = text.indexOf('|')
  return EditorState.create({ doc: text.replace('|', ''), selection: { anchor } })
}

function shown(state: EditorState): string {
  const { head } = state.selection.main
  return `${state.sliceDoc(0, head)}|${state.sliceDoc(head)}`
}

function type(state: EditorState, character: string): EditorState {
  const { from, to } = state.selection.main
  const plain = { changes: { from, to, insert: character }, selection: { anchor: from + 1 } }
  return state.update(typed(state, from, to, character) ?? plain).state
}

describe('typing brackets and quotes', () => {
  it.each([
    ['|', '{', '{|}'],
    ['{"a": |}', '[', '{"a": [|]}'],
    ['{|}', '"', '{"|"}'],
    ['{"a|"}', '"', '{"a"|}'],
    ['["say \\|"]', '"', '["say \\"|"]'],
    ['["a\\\\|"]', '"', '["a\\\\"|]'],
    ['["|"]', '{', '["{|"]'],
    ['["{|"]', '}', '["{}|"]'],
    ['|"a"', '[', '[|"a"'],
    ['|a', '"', '"|a'],
    ['[a|]', '"', '[a"|]'],
    ['[1|]', ']', '[1]|'],
    ['[[1|]', ']', '[[1]|]'],
    ['{ "a": 1 | }', '}', '{ "a": 1 }|'],
    ['{\n  "a": 1\n  |\n}', '}', '{\n  "a": 1\n}|'],
    ['{\n  "a": {\n    "b": 1\n    |\n  }\n}', '}', '{\n  "a": {\n    "b": 1\n  }|\n}'],
  ])('turns %j and %s into %j', (before, character, after) => {
    expect(shown(type(stateOf(before), character))).toBe(after)
  })

  it('leaves a selection and longer input alone', () => {
    const state = EditorState.create({ doc: 'ab' })
    expect(typed(state, 0, 2, '{')).toBeUndefined()
    expect(typed(state, 0, 0, '{}')).toBeUndefined()
  })

  it('gives exactly what was typed, for any JSON typed from start to end', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        const state = [...text].reduce(type, EditorState.create())
        expect(state.doc.toString()).toBe(text)
      }),
    )
  })
})

describe('Backspace in an empty pair', () => {
  it.each([
    ['{|}', '|'],
    ['[[|]]', '[|]'],
    ['{"|"}', '{|}'],
  ])('turns %j into %j', (before, after) => {
    const state = stateOf(before)
    const change = removePair(state)
    expect(change && shown(state.update(change).state)).toBe(after)
  })

  it.each(['|', '{|', '|}', '{|]', '["a"|"b"]', '["{|}"]'])(
    'removes one character only in %j',
    (text) => {
      expect(removePair(stateOf(text))).toBeUndefined()
    },
  )
})

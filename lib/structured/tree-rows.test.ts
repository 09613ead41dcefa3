import { describe, expect, it } from 'vitest'
import { fieldTree } from './field-tree.ts'
import { replyJson } from './reply-json.ts'
import { rowKey, treeMove, treeRows } from './tree-rows.ts'

function rowsOf(content: string, folds: [(string | number)[], boolean][] = []) {
  const json = replyJson(content, true)
  const root = json && fieldTree(json)
  if (!root) throw new Error('This is no JSON.')
  return treeRows(root, new Map(folds.map(([path, open]) => [rowKey(path), open])))
}

const text = '{"city": "Porto", "days": [{"sky": "rain"}, {"sky": "sun"}], "tags": []}'
const paths = (rows: ReturnType<typeof rowsOf>) =>
  rows.map(({ field, level }) => `${level} ${field.path.join('.')}`)

describe('the rows of a tree', () => {
  it('are the fields in their order, each below what holds it', () => {
    const rows = rowsOf(text)
    expect(paths(rows)).toEqual([
      '1 city',
      '1 days',
      '2 days.0',
      '3 days.0.sky',
      '2 days.1',
      '3 days.1.sky',
      '1 tags',
    ])
    expect(rows[4]).toMatchObject({ place: 2, siblings: 2, expanded: true })
    expect(rows[0]?.expanded).toBeUndefined()
  })

  it('leave out what is within a folded one', () => {
    expect(paths(rowsOf(text, [[['days'], false]]))).toEqual(['1 city', '1 days', '1 tags'])
  })

  it('are one for a single value, and for an empty object', () => {
    expect(paths(rowsOf('"a"'))).toEqual(['1 '])
    expect(paths(rowsOf('{}'))).toEqual(['1 '])
  })
})

describe('the keys of a tree', () => {
  const rows = rowsOf(text)
  it.each([
    [0, 'ArrowDown', { to: 1 }],
    [0, 'ArrowUp', undefined],
    [6, 'ArrowDown', undefined],
    [3, 'Home', { to: 0 }],
    [3, 'End', { to: 6 }],
    [1, 'ArrowRight', { to: 2 }],
    [1, 'ArrowLeft', { fold: 1, open: false }],
    [3, 'ArrowLeft', { to: 2 }],
    [0, 'ArrowLeft', undefined],
    [0, 'ArrowRight', undefined],
    [6, 'ArrowRight', undefined],
    [6, 'ArrowLeft', undefined],
    [3, 'a', undefined],
  ] as const)('at row %i, %s', (at, pressed, move) => {
    expect(treeMove(rows, at, pressed)).toEqual(move)
  })

  it('open a folded row by the right arrow', () => {
    const folded = rowsOf(text, [[['days'], false]])
    expect(treeMove(folded, 1, 'ArrowRight')).toEqual({ fold: 1, open: true })
  })
})

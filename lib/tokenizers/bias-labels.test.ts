import { describe, expect, it } from 'vitest'
import { labelsIn, withIdsReplaced, withLabelledBiases, withoutBias } from './bias-labels.ts'

const the = new Map([[290, { amount: -100, label: ' the' }]])
const labelled = { encoding: 'o200k_base', labels: { 7: '(' } }

describe('withLabelledBiases', () => {
  it('writes ids and texts, with the encoding that both are of', () => {
    expect(withLabelledBiases(null, null, the, 'o200k_base')).toEqual({
      ok: true,
      value: {
        logit_bias: '{\n  "290": -100\n}',
        logit_bias_labels: { encoding: 'o200k_base', labels: { 290: ' the' } },
      },
    })
  })

  it('keeps labels of ids that stay, and drops those of ids that are gone', () => {
    const draft = { encoding: 'o200k_base', labels: { 7: '(', 8: ')' } }
    expect(withLabelledBiases('{"7": 1}', draft, the, 'o200k_base')).toMatchObject({
      value: { logit_bias_labels: { encoding: 'o200k_base', labels: { 7: '(', 290: ' the' } } },
    })
  })

  it('gives ids beside those of another encoding no label, and an id that is biased anew none of the old', () => {
    const draft = { encoding: 'cl100k_base', labels: { 7: '(', 290: ' old' } }
    expect(withLabelledBiases('{"7": 1, "290": 2}', draft, the, 'o200k_base')).toMatchObject({
      value: { logit_bias_labels: { encoding: 'cl100k_base', labels: { 7: '(' } } },
    })
  })

  it('takes labels of a gone encoding for nothing', () => {
    const draft = { encoding: 'cl100k_base', labels: { 8: ')' } }
    const written = withLabelledBiases('{"7": 1}', draft, the, 'o200k_base')
    expect(written).toMatchObject({
      value: { logit_bias_labels: { encoding: 'o200k_base', labels: { 290: ' the' } } },
    })
  })

  it('says no encoding where a person wrote some of the words', () => {
    const written = withLabelledBiases('{"7": 1}', labelled, the, undefined)
    expect(written.ok && written.value.logit_bias_labels).toEqual({
      labels: { 7: '(', 290: ' the' },
    })
  })

  it('does not touch a field with a problem', () => {
    expect(withLabelledBiases('{"7": 250}', labelled, the, 'o200k_base')).toMatchObject({
      ok: false,
      error: expect.stringMatching(/^Line 1: /),
    })
  })

  it('keeps no label longer than 256 characters', () => {
    const long = new Map([[1, { amount: 1, label: 'x'.repeat(300) }]])
    const written = withLabelledBiases(null, null, long, undefined)
    expect(written.ok && written.value.logit_bias_labels).toEqual({
      labels: { 1: 'x'.repeat(256) },
    })
  })
})

describe('withoutBias', () => {
  it('takes out one id with its label, and unsets labels when none is left', () => {
    expect(withoutBias('{\n  // a\n  "7": 1,\n  "9": 2 // b\n}', labelled, '7')).toEqual({
      ok: true,
      value: { logit_bias: '{\n  // a\n  "9": 2 // b\n}', logit_bias_labels: null },
    })
  })
})

describe('withIdsReplaced', () => {
  const text = '{\n  "7": -100, // first\n  "8": 5,\n  "9": 1\n}'
  const draft = { encoding: 'cl100k_base', labels: { 7: ' the', 8: ' PORTO', 9: '!' } }

  it('puts new ids in the places of the old, with comments and biases', () => {
    const ids = new Map([
      ['7', '290'],
      ['8', undefined],
    ])
    expect(withIdsReplaced(text, draft, ids, 'o200k_base')).toEqual({
      ok: true,
      value: {
        logit_bias: '{\n  "290": -100, // first\n  "9": 1\n}',
        logit_bias_labels: { encoding: 'o200k_base', labels: { 290: ' the', 9: '!' } },
      },
    })
  })

  it('can swap ids, and never writes one twice', () => {
    const swap = new Map([
      ['7', '8'],
      ['8', '7'],
      ['9', '8'],
    ])
    const written = withIdsReplaced(text, draft, swap, 'o200k_base')
    expect(written.ok && written.value.logit_bias).toBe('{\n  "8": -100, // first\n  "7": 5\n}')
  })
})

describe('labelsIn', () => {
  it.each([null, 'x', {}, { labels: [] }, { labels: { 7: 1 } }, { encoding: 3, labels: null }])(
    'finds no labels in %j',
    (draft) => expect(labelsIn(draft)).toEqual({ labels: {} }),
  )
})

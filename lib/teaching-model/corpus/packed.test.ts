import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readDocuments } from '../conversation/document.ts'
import { learn, pack, unpack } from '../language/learned-text.ts'

const here = new URL('./', import.meta.url)

function corpus() {
  return readdirSync(here)
    .filter((name) => name.endsWith('.md'))
    .toSorted()
    .flatMap((name) => readDocuments(readFileSync(new URL(name, here), 'utf8')))
}

describe('packed.json', () => {
  // `npm run corpus` writes the file anew.
  it('is what the files of the corpus make', async () => {
    const packed = pack(learn(corpus()))
    await expect(`${JSON.stringify(packed)}\n`).toMatchFileSnapshot('./packed.json')
  })

  it('unpacks to the very text', () => {
    const learned = learn(corpus().slice(0, 9))
    expect(unpack(pack(learned))).toEqual(learned)
  })
})

import { expect, it } from 'vitest'
import { documented } from '#lib/json-schema/documents.ts'
import { knownParameters } from './load.ts'

it('names the parameters that are described', () => {
  expect([...knownParameters].toSorted()).toEqual([...documented].toSorted())
})

import { describe, expect, it } from 'vitest'
import { registry } from '#lib/parameters/index.ts'
import type { SchemaDocument } from './document.ts'
import { documented, documentFor, schemaDocument } from './documents.ts'
import { choicesOf, placesAt, schemaAt } from './places.ts'

function pathOf(place: string): (string | number)[] {
  return place
    .replaceAll('[]', '.[]')
    .split('.')
    .filter((segment) => segment !== '')
    .map((segment) => (segment === '[]' ? 0 : segment.replace('*', 'any other')))
}

/** Whether a place is there, and the word after its `=`, where one is named. */
function isThere(document: SchemaDocument, told: string): boolean {
  const [place = '', word] = told.split('=')
  const found = placesAt(document, pathOf(place))
  if (word === undefined) return found.length > 0
  return found.some(({ schema }) => choicesOf(schema)?.includes(word))
}

describe.each(documented.map((name) => [name, documentFor(name)] as const))(
  'what is known of %s',
  (_name, found) => {
    it('speaks of places that its schema has', () => {
      const document = found as SchemaDocument
      const { notes, more, inside, starts } = document
      const told = [notes, more, inside, starts].flatMap((table) => Object.keys(table))
      expect(told.length).toBeGreaterThan(0)
      expect(told.filter((one) => !isThere(document, one))).toEqual([])
    })
  },
)

describe('documents', () => {
  it('are there for every field of JSON but free labels', () => {
    const json = registry
      .filter(({ widget: { kind } }) => ['json', 'choice-or-json', 'messages'].includes(kind))
      .map(({ name }) => name)
    expect(json.filter((name) => documentFor(name) === undefined)).toEqual(['metadata'])
  })

  it('have bounds from the registry', () => {
    const bias = documentFor('logit_bias') as SchemaDocument
    expect(schemaAt(bias, ['290'])).toMatchObject({ minimum: -100, maximum: 100 })
    const body = documentFor('extra_body') as SchemaDocument
    expect(schemaAt(body, ['temperature'])).toMatchObject({ maximum: 2 })
    expect(schemaAt(body, ['nothing'])).toBeUndefined()
  })

  it('know JSON Schema inside the parameters of a tool, to any depth', () => {
    const tools = documentFor('tools') as SchemaDocument
    const deep = [
      0,
      'function',
      'parameters',
      'properties',
      'a',
      'items',
      'properties',
      'b',
      'minLength',
    ]
    expect(schemaAt(tools, deep)).toMatchObject({ type: 'integer', minimum: 0 })
  })

  it('say of every keyword of a schema what it does', () => {
    const { properties = {} } = schemaDocument.schema
    const mute = Object.entries(properties).filter(
      ([, schema]) => typeof schema !== 'object' || !schema.description,
    )
    expect(mute).toEqual([])
  })
})

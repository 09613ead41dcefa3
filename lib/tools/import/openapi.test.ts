import { describe, expect, it } from 'vitest'
import { found } from './found.fixture.ts'

function parametersOf(tool: Record<string, unknown> | undefined): Record<string, unknown> {
  const made = (tool?.function ?? {}) as { parameters?: Record<string, unknown> }
  return made.parameters ?? {}
}

const shop = {
  openapi: '3.0.3',
  paths: {
    '/pets/{petId}': {
      parameters: [{ $ref: '#/components/parameters/PetId' }],
      get: {
        operationId: 'showPetById',
        summary: 'Info for one pet',
        parameters: [
          { name: 'verbose', in: 'query', schema: { type: 'boolean' } },
          { name: 'X-Api-Key', in: 'header', required: true, schema: { type: 'string' } },
          { name: 'session', in: 'cookie', schema: { type: 'string' } },
        ],
        responses: {},
      },
    },
    '/pets': {
      post: {
        description: 'Adds a pet',
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } },
        },
        responses: {},
      },
    },
  },
  components: {
    parameters: {
      PetId: { name: 'petId', in: 'path', required: true, schema: { type: 'string' } },
    },
    schemas: {
      Pet: {
        type: 'object',
        required: ['id', 'name'],
        properties: {
          id: { type: 'integer', readOnly: true },
          name: { type: 'string', example: 'Rex' },
          age: { type: 'integer', minimum: 0, exclusiveMinimum: true, nullable: true },
          parent: { $ref: '#/components/schemas/Pet' },
        },
      },
    },
  },
}

describe('an OpenAPI document', () => {
  it('gives a function for each operation, with all that it takes but credentials', () => {
    const { tools, left, notes } = found(shop)
    expect(tools.map(({ name, source }) => [name, source])).toEqual([
      ['showPetById', 'GET /pets/{petId}'],
      ['post_pets', 'POST /pets'],
    ])
    expect(tools[0]?.tool).toEqual({
      type: 'function',
      function: {
        name: 'showPetById',
        description: 'Info for one pet',
        parameters: {
          type: 'object',
          properties: { petId: { type: 'string' }, verbose: { type: 'boolean' } },
          required: ['petId'],
        },
      },
    })
    expect(left).toEqual([])
    expect(notes.join(' ')).toContain('contains itself')
  })

  it('resolves references, makes old forms new, and leaves out what only comes back', () => {
    expect(parametersOf(found(shop).tools[1]?.tool)).toEqual({
      type: 'object',
      properties: {
        name: { type: 'string' },
        age: { type: ['integer', 'null'], exclusiveMinimum: 0 },
        parent: {},
      },
      required: ['name'],
    })
  })

  it('is read as one path or one operation as well', () => {
    expect(found(shop.paths['/pets/{petId}']).tools[0]?.name).toBe('showPetById')
    expect(found(shop.paths['/pets/{petId}'].get).tools[0]?.name).toBe('showPetById')
  })

  it('keeps a body that has the same names, or is no object, as an argument of its own', () => {
    const operation = (schema: unknown) => ({
      openapi: '3.1.0',
      paths: {
        '/x/{name}': {
          put: {
            parameters: [{ name: 'name', in: 'path', schema: { type: 'string' } }],
            requestBody: { required: true, content: { 'application/json': { schema } } },
          },
        },
      },
    })
    const clash = { type: 'object', properties: { name: { type: 'string' } } }
    expect(parametersOf(found(operation(clash)).tools[0]?.tool)).toMatchObject({
      properties: { name: { type: 'string' }, body: clash },
      required: ['name', 'body'],
    })
    const list = { type: 'array', items: { type: 'string' } }
    expect(parametersOf(found(operation(list)).tools[0]?.tool)).toMatchObject({
      properties: { body: list },
    })
  })

  it('is read in the form of Swagger 2', () => {
    const { tools } = found({
      swagger: '2.0',
      paths: {
        '/pets': {
          get: {
            operationId: 'list',
            parameters: [
              { name: 'limit', in: 'query', type: 'integer', description: 'How many' },
              { name: 'pet', in: 'body', schema: { $ref: '#/definitions/Pet' } },
            ],
          },
        },
      },
      definitions: { Pet: { type: 'object', properties: { name: { type: 'string' } } } },
    })
    expect(parametersOf(tools[0]?.tool).properties).toEqual({
      limit: { type: 'integer', description: 'How many' },
      name: { type: 'string' },
    })
  })

  it('of ten thousand operations gives no more than a request may have', () => {
    const paths = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, at) => [`/p${at}`, { get: { responses: {} } }]),
    )
    const { tools, left } = found({ openapi: '3.1.0', paths }, ['taken'])
    expect(tools).toHaveLength(127)
    expect(left.at(-1)?.reason).toContain('at most 128')
  })

  it('with references that lead in circles, or nowhere, ends', () => {
    const { notes } = found({
      openapi: '3.1.0',
      paths: {
        '/a': {
          get: {
            parameters: [{ $ref: '#/components/parameters/A' }],
            requestBody: {
              content: { 'application/json': { schema: { $ref: 'https://evil.example/x' } } },
            },
          },
        },
      },
      components: { parameters: { A: { $ref: '#/components/parameters/A' } } },
    })
    expect(notes.join(' ')).toContain('is not in this document')
  })

  it('that grows with every level is cut', () => {
    const schemas = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [
        `S${at}`,
        {
          type: 'object',
          properties: {
            a: { $ref: `#/components/schemas/S${at + 1}` },
            b: { $ref: `#/components/schemas/S${at + 1}` },
          },
        },
      ]),
    )
    const content = { 'application/json': { schema: { $ref: '#/components/schemas/S0' } } }
    const { tools, notes } = found({
      openapi: '3.1.0',
      paths: { '/a': { post: { requestBody: { content } } } },
      components: { schemas },
    })
    expect(JSON.stringify(tools).length).toBeLessThan(500_000)
    expect(notes.join(' ')).toContain('too large or too deep')
  })
})

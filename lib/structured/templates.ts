import type { JsonSchema } from './schema-node.ts'

/** A schema to begin with. */
export interface SchemaTemplate {
  id: string
  title: string
  /** A name for the format. */
  name: string
  schema: JsonSchema
}

const text = (description: string) => ({ type: 'string', description })

function objectOf(properties: Record<string, JsonSchema>): JsonSchema {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  }
}

/** Schemas for what is asked for most; all of them fit strict mode. */
export const schemaTemplates: readonly SchemaTemplate[] = [
  {
    id: 'answer',
    title: 'Answer with sources',
    name: 'answer_with_sources',
    schema: objectOf({
      answer: text('The answer in a few sentences'),
      sources: {
        type: 'array',
        items: objectOf({
          title: text('What the source is called'),
          quote: text('The words that the answer rests on'),
        }),
      },
    }),
  },
  {
    id: 'classification',
    title: 'Classification with enum',
    name: 'classification',
    schema: objectOf({
      label: { type: 'string', enum: ['positive', 'neutral', 'negative'] },
      reason: text('Why, in one sentence'),
    }),
  },
  {
    id: 'list',
    title: 'List of items',
    name: 'items',
    schema: objectOf({
      items: {
        type: 'array',
        items: objectOf({ name: text('One item'), count: { type: 'integer' } }),
      },
    }),
  },
]

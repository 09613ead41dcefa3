import { expect, it } from 'vitest'
import { parameterOf } from '#lib/parameters/index.ts'
import { problemsOf } from '#lib/parameters/problems.ts'
import { strictProblems } from './strict-schema.ts'
import { schemaTemplates } from './templates.ts'

it.each(schemaTemplates.map((template) => [template.title, template] as const))(
  '%s fits strict mode and the parameter',
  (_, { name, schema }) => {
    expect(strictProblems(schema)).toEqual([])
    const format = { type: 'json_schema', json_schema: { name, strict: true, schema } }
    expect(problemsOf(parameterOf('response_format'), format)).toEqual([])
  },
)

import * as z from 'zod'
import { messagesSchema } from '#lib/request/messages.ts'
import { providerIds } from '#lib/providers/ids.ts'
import {
  tooMuchFilled,
  variableName,
  variableNameRule,
  variablesWithoutValue,
} from '#lib/request/variables.ts'
import { parameter } from './descriptor.ts'
import { refuseForbiddenInMessages, refuseForbiddenKeys } from './json-object.ts'

/** What to say of names in double braces that will be sent as they stand, where variables are in use. */
function missingVariables(messages: readonly unknown[], variables: unknown): string | undefined {
  if (variables === undefined) return undefined
  const names = variablesWithoutValue(messages, variables).map((name) => `{{${name}}}`)
  if (names.length === 0) return undefined
  return `${names.slice(0, 5).join(', ')}${names.length > 5 ? ' …' : ''} ${names.length === 1 ? 'has' : 'have'} no value and ${names.length === 1 ? 'is' : 'are'} sent as written.`
}

export const model = [
  parameter({
    name: 'provider',
    title: 'Provider',
    summary:
      'Who answers: the teaching model that is built in, a LiteLLM proxy, OpenAI, or any server that speaks OpenAI’s format. It decides which parameters are available.',
    group: 'model',
    seedLabel: 'Provider',
    schema: z.enum(providerIds),
    widget: { kind: 'provider' },
    to: 'target',
    start: 'teaching',
    rulesAll: true,
    required: 'Choose a provider.',
  }),
  parameter({
    name: 'model',
    title: 'Model',
    summary:
      'The id of the model that answers. Pick one that the provider lists, or type any id. On a LiteLLM proxy ids may have the form provider/model.',
    group: 'model',
    seedLabel: 'Model ID',
    schema: z
      .string()
      .regex(/\S/, 'Choose a model or type its id.')
      .max(256, 'A model id has at most 256 characters.'),
    widget: { kind: 'model' },
    to: 'body',
    start: 'nucleus-teaching-1',
    required: 'Choose a model or type its id.',
  }),
  parameter({
    name: 'messages',
    title: 'Messages',
    summary: 'The conversation so far, oldest message first.',
    group: 'conversation',
    seedLabel: 'Messages',
    schema: messagesSchema.superRefine(refuseForbiddenInMessages),
    widget: { kind: 'messages' },
    to: 'body',
    start: [{ role: 'user', content: '' }],
    required: 'Add at least one message.',
    example: '[\n  {"role": "user", "content": "Can you explain what a JSON map is?"}\n]',
    warn: (messages, settings) => missingVariables(messages, settings.variables),
  }),
  parameter({
    name: 'variables',
    title: 'Variables',
    summary:
      'What stands in the messages in the place of {{name}}. A name that has no value here is sent as it stands. The table itself is not sent.',
    group: 'conversation',
    schema: z
      .record(
        z.string().regex(variableName, variableNameRule),
        z.string('The value of a variable is a text.').max(200_000),
      )
      .refine((values) => Object.keys(values).length <= 100, 'At most 100 variables.')
      .superRefine(refuseForbiddenKeys),
    widget: { kind: 'beside', parameter: 'messages' },
    to: 'rules',
    start: {},
    example: '{"city": "Lisbon"}',
    check: (variables, settings) => tooMuchFilled(settings.messages, variables),
  }),
] as const

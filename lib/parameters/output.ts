import * as z from 'zod'
import { contentText } from '#lib/request/messages.ts'
import { parameter, type AnySettings } from './descriptor.ts'

const schemaName = z
  .string('A JSON schema needs a "name".')
  .regex(/^[A-Za-z0-9_-]{1,64}$/, 'A name has 1 to 64 letters, digits, _ or -.')

const jsonSchemaFormat = z.looseObject({
  type: z.literal('json_schema'),
  json_schema: z.looseObject(
    {
      name: schemaName,
      description: z.string().optional(),
      schema: z.record(z.string(), z.unknown()).optional(),
      strict: z.boolean().nullish(),
    },
    'A json_schema format needs a "json_schema" object.',
  ),
})

/** Whether a message of the settings mentions JSON, as the JSON mode of OpenAI demands. */
export function mentionsJson(settings: AnySettings): boolean {
  const messages = Array.isArray(settings.messages) ? settings.messages : []
  return messages.some((message) => /json/i.test(contentText(message ?? {})))
}

export const output = [
  parameter({
    name: 'stream',
    title: 'Stream',
    summary: 'Shows the reply while it is written. Off, the reply arrives in one piece.',
    group: 'output',
    schema: z.boolean(),
    widget: { kind: 'switch' },
    to: 'body',
    start: true,
    apiDefault: false,
  }),
  parameter({
    name: 'stream_options',
    title: 'Usage while streaming',
    summary: 'Asks for the token counts at the end of a streamed reply (include_usage).',
    group: 'output',
    schema: z.looseObject({ include_usage: z.boolean() }),
    widget: { kind: 'switch', key: 'include_usage' },
    to: 'body',
    start: { include_usage: true },
    needs: [
      {
        parameter: 'stream',
        equals: true,
        message: 'Usage while streaming needs Stream to be on.',
      },
    ],
  }),
  parameter({
    name: 'response_format',
    title: 'Response format',
    summary:
      'The format the reply must have: {"type": "text"}, {"type": "json_object"} for JSON mode, or a JSON Schema.',
    group: 'output',
    seedLabel: 'Response Format',
    schema: z.discriminatedUnion(
      'type',
      [
        z.looseObject({ type: z.literal('text') }),
        z.looseObject({ type: z.literal('json_object') }),
        jsonSchemaFormat,
      ],
      'The "type" is "text", "json_object" or "json_schema".',
    ),
    widget: { kind: 'json', aid: 'response-format' },
    to: 'body',
    start: { type: 'json_object' },
    example: '{ "type": "json_object" }',
    warn: (value, settings) =>
      value.type === 'json_object' && !mentionsJson(settings)
        ? 'JSON mode also needs a system or user message that asks for JSON. Without one the model may write blank space until it reaches the token limit, and OpenAI refuses the request.'
        : undefined,
  }),
  parameter({
    name: 'reasoning_effort',
    title: 'Reasoning effort',
    summary: 'How much a reasoning model thinks before it answers.',
    group: 'output',
    schema: z.enum(['none', 'minimal', 'low', 'medium', 'high', 'xhigh']),
    widget: { kind: 'choice' },
    to: 'body',
    start: 'medium',
  }),
  parameter({
    name: 'verbosity',
    title: 'Verbosity',
    summary: 'How long-winded the reply should be, on models that know the parameter.',
    group: 'output',
    schema: z.enum(['low', 'medium', 'high']),
    widget: { kind: 'choice' },
    to: 'body',
    start: 'medium',
    apiDefault: 'medium',
  }),
  parameter({
    name: 'prediction',
    title: 'Prediction',
    summary:
      'Text that the reply is expected to repeat, such as a file with small changes; it makes the reply quicker.',
    group: 'output',
    schema: z.looseObject({
      type: z.literal('content', 'The "type" is "content".'),
      content: z.union(
        [z.string(), z.array(z.looseObject({ type: z.literal('text'), text: z.string() })).min(1)],
        'The "content" is a text or a list of text parts.',
      ),
    }),
    widget: { kind: 'json' },
    to: 'body',
    start: { type: 'content', content: '' },
    example: '{"type": "content", "content": "the text you expect"}',
  }),
] as const

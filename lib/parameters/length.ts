import * as z from 'zod'
import { parameter } from './descriptor.ts'

const tokenLimit = z.int().min(1)

export const length = [
  parameter({
    name: 'max_completion_tokens',
    title: 'Max completion tokens',
    summary: 'The most tokens a reply may have, reasoning tokens included.',
    group: 'length',
    seedLabel: 'Max Completion Tokens',
    schema: tokenLimit,
    widget: { kind: 'number' },
    to: 'body',
    start: 256,
    excludes: [
      {
        parameter: 'max_tokens',
        message:
          'Max completion tokens and Max tokens cannot be sent together. Reset one of the two.',
      },
    ],
  }),
  parameter({
    name: 'max_tokens',
    title: 'Max tokens',
    summary: 'The older limit on the tokens of a reply, which most local servers still expect.',
    group: 'length',
    seedLabel: 'Max Tokens',
    schema: tokenLimit,
    widget: { kind: 'number' },
    to: 'body',
    start: 256,
    deprecated: 'OpenAI replaced it by Max completion tokens.',
    excludes: [
      {
        parameter: 'max_completion_tokens',
        message:
          'Max tokens and Max completion tokens cannot be sent together. Reset one of the two.',
      },
    ],
  }),
  parameter({
    name: 'stop',
    title: 'Stop',
    summary:
      'One to four texts that end the reply; the stop text itself is not returned. Separate them by commas; write \\n for a new line, \\, for a comma and \\\\ for a backslash.',
    group: 'length',
    seedLabel: 'Stop Tokens',
    schema: z
      .array(z.string().min(1, 'A stop sequence cannot be empty.'))
      .min(1, 'Add a stop sequence, or reset the field so that it is not sent.')
      .max(4, 'At most 4 stop sequences can be sent.'),
    widget: { kind: 'list' },
    to: 'body',
    start: [],
    example: '\\n, END, ---',
  }),
  parameter({
    name: 'n',
    title: 'Choices',
    summary: 'How many replies to draw for the same conversation. Each one costs its own tokens.',
    group: 'length',
    seedLabel: 'Completions Number',
    schema: z.int().min(1).max(128),
    widget: { kind: 'number' },
    to: 'body',
    start: 1,
    apiDefault: 1,
  }),
] as const

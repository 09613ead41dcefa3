import * as z from 'zod'
import { messagesSchema } from '#lib/request/messages.ts'
import { providerIds } from '#lib/providers/ids.ts'
import { parameter } from './descriptor.ts'
import { refuseForbiddenInMessages } from './json-object.ts'

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
  }),
] as const

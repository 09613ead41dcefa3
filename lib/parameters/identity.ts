import * as z from 'zod'
import { parameter } from './descriptor.ts'
import { freeObject } from './json-object.ts'

const shortText = z.string().min(1, 'Type something, or reset the field so that it is not sent.')

export const identity = [
  parameter({
    name: 'user',
    title: 'User',
    summary: 'An id of your end user, for the provider’s monitoring. Do not send names or e-mails.',
    group: 'identity',
    seedLabel: 'User ID',
    schema: shortText,
    widget: { kind: 'text', placeholder: 'user-1234' },
    to: 'body',
    start: '',
    deprecated: 'OpenAI replaced it by Safety identifier and Prompt cache key.',
  }),
  parameter({
    name: 'safety_identifier',
    title: 'Safety identifier',
    summary: 'A stable, hashed id of your end user that helps a provider to find misuse.',
    group: 'identity',
    seedLabel: 'Safety Identifier',
    schema: shortText.max(64, 'A safety identifier has at most 64 characters.'),
    widget: { kind: 'text', placeholder: 'hashed id' },
    to: 'body',
    start: '',
  }),
  parameter({
    name: 'prompt_cache_key',
    title: 'Prompt cache key',
    summary:
      'Groups requests that share a long beginning, so that the provider’s cache is hit more often.',
    group: 'identity',
    schema: shortText,
    widget: { kind: 'text', placeholder: 'lesson-3' },
    to: 'body',
    start: '',
  }),
  parameter({
    name: 'metadata',
    title: 'Metadata',
    summary:
      'Labels for logging. A LiteLLM proxy logs any JSON object and does not send it on; OpenAI takes up to 16 text pairs, and only with Store on.',
    group: 'identity',
    seedLabel: 'Metadata',
    schema: freeObject,
    widget: { kind: 'json' },
    to: 'body',
    start: {},
    example: '{"workflow": "docs-helper", "tenant_id": "acme-prod"}',
  }),
  parameter({
    name: 'store',
    title: 'Store',
    summary: 'Lets OpenAI keep the reply for its dashboard, distillation and evaluations.',
    group: 'identity',
    schema: z.boolean(),
    widget: { kind: 'switch' },
    to: 'body',
    start: true,
    apiDefault: false,
  }),
  parameter({
    name: 'service_tier',
    title: 'Service tier',
    summary:
      'Which processing tier to use: flex is cheaper and slower, priority dearer and quicker.',
    group: 'identity',
    schema: z.enum(['auto', 'default', 'flex', 'scale', 'priority']),
    widget: { kind: 'choice' },
    to: 'body',
    start: 'auto',
    apiDefault: 'auto',
  }),
] as const

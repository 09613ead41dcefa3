import * as z from 'zod'
import { providerIds } from '#lib/providers/catalogue.ts'
import { namesOfModel } from '#lib/providers/model-ids.ts'
import { fallbackChain } from '#lib/request/fallback-chain.ts'
import { fallbacksSchema, type Fallbacks } from '#lib/request/fallbacks.ts'
import { parameter } from './descriptor.ts'
import { freeObject, refuseForbiddenKeys } from './json-object.ts'

const address = z
  .string()
  .refine(isPlainAddress, 'Write an address such as https://api.example.com/v1, without ? or #.')

function isPlainAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  const web = url.protocol === 'https:' || url.protocol === 'http:'
  return web && !url.username && !url.password && !/[?#]/.test(text)
}

/** Whether any fallback stands for a model of a provider; without a known provider by its id alone. */
function applies(fallbacks: Fallbacks, model: string, provider: unknown): boolean {
  const id = providerIds.find((one) => one === provider)
  const chain = fallbackChain(model, fallbacks, (name) => (id ? namesOfModel(name, id) : [name]))
  return chain.length > 0
}

export const routing = [
  parameter({
    name: 'api_base',
    title: 'API base',
    summary:
      'Calls the model at another address. To a LiteLLM proxy it travels in the body, and the proxy must allow it; elsewhere it replaces the provider’s address. Server keys never follow it.',
    group: 'routing',
    seedLabel: 'API Base',
    schema: address,
    widget: { kind: 'text', placeholder: 'https://api.example.com/v1' },
    to: 'target',
    start: '',
    example: 'https://api.example.com/v1',
    warn: (_, { provider }) =>
      provider === 'litellm'
        ? 'The proxy refuses this unless its configuration has allow_client_side_credentials (in general_settings), or configurable_clientside_auth_params for the model.'
        : undefined,
  }),
  parameter({
    name: 'api_version',
    title: 'API version',
    summary: 'The api-version of an Azure deployment.',
    group: 'routing',
    seedLabel: 'API Version',
    schema: z
      .string()
      .regex(/^[A-Za-z0-9._-]{1,64}$/, 'Write a version such as 2025-04-01-preview.'),
    widget: { kind: 'text', placeholder: '2025-04-01-preview' },
    to: 'target',
    start: '',
  }),
  parameter({
    name: 'num_retries',
    title: 'Retries',
    summary:
      'How often the request is repeated after a connection error, a timeout, a 408, 409 or 429, or a server error. Never after the first token.',
    group: 'routing',
    seedLabel: 'Num Retries',
    schema: z.int().min(0).max(10),
    widget: { kind: 'number' },
    to: 'router',
    start: 2,
    apiDefault: 0,
  }),
  parameter({
    name: 'timeout',
    title: 'Timeout',
    summary: 'How many seconds one try may take altogether before it counts as failed.',
    group: 'routing',
    schema: z.number().gt(0).max(3600),
    widget: { kind: 'number', unit: 's' },
    to: 'router',
    start: 60,
  }),
  parameter({
    name: 'fallbacks',
    title: 'Fallbacks',
    summary:
      'Models to try, in order, when the first one fails: a list of ids, or objects that map a model (or a pattern such as openai/*) to its fallbacks. Not after a 400 or 422. anthropic/… names a model of another provider, whose own key is used.',
    group: 'routing',
    seedLabel: 'Fallbacks',
    schema: fallbacksSchema.superRefine(refuseForbiddenKeys),
    widget: { kind: 'json' },
    to: 'router',
    start: [],
    example: '[{"openai/*": ["gpt-4o-mini"]}]',
    warn: (fallbacks, { model, provider }) =>
      typeof model === 'string' && !applies(fallbacks, model, provider)
        ? `None of these applies to ${model}.`
        : undefined,
  }),
  parameter({
    name: 'extra_body',
    title: 'Additional parameters',
    summary:
      'Any further keys for the body, as the provider’s documentation names them. They are merged last and override the fields above.',
    group: 'routing',
    seedLabel: 'Additional Parameters',
    schema: freeObject,
    widget: { kind: 'json' },
    to: 'body',
    start: {},
    example: '{"first_key": 12345, "second_key": "some_value"}',
  }),
] as const

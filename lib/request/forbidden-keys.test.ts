import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { registry } from '#lib/parameters/index.ts'
import { findForbiddenKeys, findPrototypeKeys } from './forbidden-keys.ts'

const credentials = [
  'api_key',
  'apiKey',
  'apikey',
  'APIKEY',
  'API-Key',
  'api key',
  'api\u200bkey',
  'ａｐｉ_ｋｅｙ',
  'x-api-key',
  'X_API_KEY',
  'openai_api_key',
  'api_key_2',
  'apiKey2',
  'api-token',
  'authorization',
  'Authorization',
  'proxy-authorization',
  'auth',
  'basicAuth',
  'bearer',
  'access_token',
  'accessToken',
  'refresh_token',
  'id_token',
  'hf_token',
  'azure_ad_token',
  'azureADToken',
  'client_secret',
  'secret',
  'langfuse_secret_key',
  'langfuse_public_key',
  'aws_access_key_id',
  'aws_secret_access_key',
  'aws_session_token',
  'aws_role_name',
  'awsRegionName',
  'vertex_credentials',
  'litellm_credential_name',
  'gcs_path_service_account',
  'private_key',
  'oci_key_file',
  'password',
  'dbPassword',
  'cookie',
  'headers',
  'extra_headers',
  'extraHeaders',
  'default-headers',
]

const addresses = [
  'api_base',
  'apiBase',
  'API_BASE',
  'apibase',
  'api_base_1',
  'base_url',
  'baseUrl',
  'baseURL',
  'BASEURL',
  'url',
  'server_url',
  'api_version',
  'endpoint',
  'azure_endpoint',
  'bedrock_runtime_endpoint',
  's3_endpoint_url',
  'sagemaker_base_url',
  'deployment_url',
  'langfuse_host',
  'hostname',
  'proxy',
  'http_proxy',
  'httpsProxy',
  'webhook',
  'webhook_url',
  'callback',
  'success_callback',
  'callbacks',
  'redirect_uri',
  'model_list',
  'user_config',
  'custom_llm_provider',
  'extra_query',
  'litellm_embedding_config',
  'vertex_location',
  'vertex_ai_location',
  'region_name',
  'ssl_verify',
  'gcs_bucket_name',
  'callback_settings',
  'proxy_server_request',
]

const ordinary = [
  'model',
  'max_tokens',
  'maxTokens',
  'max_completion_tokens',
  'min_tokens',
  'stop_token_ids',
  'truncate_prompt_tokens',
  'skip_special_tokens',
  'return_tokens_as_token_ids',
  'bos_token',
  'eos_token',
  'prompt_cache_key',
  'first_key',
  'second_key',
  'key',
  'tags',
  'author',
  'authors',
  'user_id',
  'tenant_id',
  'trace_id',
  'feature',
  'debug',
  'curl',
  'hosting',
  'tokenizer',
  'image_url',
  'imageUrl',
  'context_window_fallbacks',
  'content_policy_fallbacks',
  'guided_regex',
  'chat_template_kwargs',
]

describe('findForbiddenKeys', () => {
  it.each(credentials)('takes %j for a credential', (key) => {
    expect(findForbiddenKeys({ [key]: 'x' })).toEqual([{ path: [key], key, reason: 'credential' }])
  })

  it.each(addresses)('takes %j for an address', (key) => {
    expect(findForbiddenKeys({ [key]: 'x' })).toEqual([{ path: [key], key, reason: 'address' }])
  })

  it.each(['__proto__', 'constructor', 'prototype'])('takes %j for a way to a prototype', (key) => {
    const value: unknown = JSON.parse(`{"a": [{"${key}": {"polluted": true}}]}`)
    const found = [{ path: ['a', 0, key], key, reason: 'prototype' }]
    expect(findForbiddenKeys(value)).toEqual(found)
    expect(findPrototypeKeys(value)).toEqual(found)
  })

  it.each(ordinary)('lets %j through', (key) => {
    expect(findForbiddenKeys({ [key]: 'x' })).toEqual([])
  })

  it('lets every parameter through but the address of the request', () => {
    const flagged = registry.filter(({ name }) => findForbiddenKeys({ [name]: 1 }).length > 0)
    expect(flagged.map(({ name }) => name).toSorted()).toEqual(['api_base', 'api_version'])
  })

  it('lets fallbacks through, mappings and overrides alike', () => {
    const fallbacks = [{ 'openai/*': ['gpt-4o-mini'] }, { model: 'gpt-4o', max_tokens: 5 }, 'x']
    expect(findForbiddenKeys(fallbacks)).toEqual([])
    expect(findForbiddenKeys({ context_window_fallbacks: [{ a: ['b'] }] })).toEqual([])
  })

  it('finds keys in objects in lists in objects, in the order in which they stand', () => {
    const value = { a: [{ b: { api_key: 'x' } }, [{ base_url: 'y' }]], headers: {}, c: 1 }
    expect(findForbiddenKeys(value).map(({ path }) => path)).toEqual([
      ['a', 0, 'b', 'api_key'],
      ['a', 1, 0, 'base_url'],
      ['headers'],
    ])
  })

  it('tells a token that is a secret from a number of tokens', () => {
    expect(findForbiddenKeys({ token: 'abcdef' })).toHaveLength(1)
    expect(findForbiddenKeys({ token: 5 })).toEqual([])
  })

  it('lets a tool ask for a password, but not bring one', () => {
    const tool = (password: unknown) => ({ parameters: { properties: { password } } })
    expect(findForbiddenKeys(tool({ type: 'string' }))).toEqual([])
    expect(findForbiddenKeys(tool(true))).toEqual([])
    expect(findForbiddenKeys(tool('hunter2'))).toHaveLength(1)
    expect(findForbiddenKeys(tool({ value: 'hunter2' }))).toHaveLength(1)
    expect(findForbiddenKeys(tool({ type: 'object', api_key: 'x' }))).toHaveLength(1)
  })

  it('lets the address of an image in a message through, and no other', () => {
    const part = (name: string) => [{ type: name, [name]: { url: 'https://a.example/x.png' } }]
    expect(findForbiddenKeys(part('image_url'))).toEqual([])
    expect(findForbiddenKeys(part('target'))).toHaveLength(1)
    expect(findForbiddenKeys({ image_url: { base_url: 'x' } })).toHaveLength(1)
  })

  it('refuses what is nested too deeply to send, without exhausting the stack', () => {
    let deep: unknown = { api_key: 'x' }
    for (let level = 0; level < 200_000; level += 1) deep = [deep]
    expect(findPrototypeKeys({ deep })).toMatchObject([{ reason: 'prototype' }])
    expect(findForbiddenKeys({ deep })).toMatchObject([{ reason: 'prototype' }])
  })

  it('reports at most 100 keys, and reads very long lists', () => {
    const many = Array.from({ length: 500_000 }, () => ({ secret: 1 }))
    expect(findForbiddenKeys(many)).toHaveLength(100)
    expect(findForbiddenKeys(Array.from({ length: 500_000 }, () => 1))).toEqual([])
  })

  it('is not slowed down by a name made for it', () => {
    const started = performance.now()
    expect(findForbiddenKeys({ [`a${'1'.repeat(2_000_000)}x`]: 1 })).toEqual([])
    expect(performance.now() - started).toBeLessThan(3000)
  })

  it.each([undefined, null, 'api_key', 7, true])('finds nothing in %j', (value) => {
    expect(findForbiddenKeys(value)).toEqual([])
  })

  it('finds a forbidden key wherever it is put, in whatever writing', () => {
    const step = fc.oneof(fc.constantFrom('a', 'metadata', 'properties'), fc.nat(3))
    const writing = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => text.toUpperCase(),
      (text) => text.replaceAll('_', '-'),
      (text) => text.replaceAll('_', ''),
      (text) => text.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    )
    const name = fc.constantFrom('api_key', 'base_url', 'api_base', 'client_secret', 'access_token')
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), name, writing, (steps, plain, write) => {
        const key = write(plain)
        let value: unknown = { [key]: 'x' }
        for (const one of steps.toReversed()) {
          value = typeof one === 'string' ? { [one]: value } : [...Array(one).fill(0), value]
        }
        expect(findForbiddenKeys(value)).toMatchObject([{ path: [...steps, key], key }])
      }),
    )
  })
})

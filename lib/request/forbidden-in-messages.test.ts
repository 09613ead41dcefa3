import { describe, expect, it } from 'vitest'
import { findForbiddenInMessages } from './forbidden-keys.ts'

describe('findForbiddenInMessages', () => {
  it.each([
    { image_url: { url: 'https://a.example/x.png', detail: 'low' } },
    { file: { file_id: 'f', file_data: 'data:' } },
    { source: { type: 'url', url: 'https://a.example/x.pdf' } },
    { file_data: { mime_type: 'image/png', fileUri: 'gs://a/b' } },
    { annotations: [{ type: 'url_citation', url_citation: { url: 'https://a.example' } }] },
    { tool_calls: [{ function: { name: 'fetch', arguments: '{"api_key":"x","base_url":"y"}' } }] },
    { cache_control: { type: 'ephemeral' }, reasoning_content: 'x', signature: 'y' },
  ])('lets %j through', (message) => expect(findForbiddenInMessages([message])).toEqual([]))

  it.each([
    [{ api_key: 'x' }, 'credential'],
    [{ content: [{ type: 'text', text: 'a', authorization: 'Bearer x' }] }, 'credential'],
    [{ url: { api_key: 'x' } }, 'credential'],
    [{ image_url: { url: 'x', headers: { a: 'b' } } }, 'credential'],
    [{ api_base: 'x' }, 'address'],
    [{ image_url: { url: 'x', base_url: 'y' } }, 'address'],
    [{ server_url: 'x' }, 'address'],
    [JSON.parse('{"content":[{"__proto__":{"a":1}}]}'), 'prototype'],
  ])('finds what hides in %j', (message, reason) => {
    expect(findForbiddenInMessages([message])).toMatchObject([{ reason }])
  })
})

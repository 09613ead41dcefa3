import { describe, expect, it } from 'vitest'
import { parameterOf } from '#lib/parameters/index.ts'
import { problemsOf } from '#lib/parameters/problems.ts'

const image = (url: unknown) => ({ type: 'image_url', image_url: { url, detail: 'auto' } })
const audio = (data: unknown) => ({ type: 'input_audio', input_audio: { data, format: 'wav' } })

function problems(part: unknown) {
  const content = [{ type: 'text', text: 'x' }, part]
  return problemsOf(parameterOf('messages'), [{ role: 'user', content }])
}

describe('a content part', () => {
  it.each([
    image('https://example.org/a.png'),
    image('HTTPS://example.org'),
    image('http://127.0.0.1:8000/a.png'),
    image('gs://bucket/a.png'),
    image('data:image/png;base64,iVBORw0KGgo='),
    image('data:image/svg+xml,%3Csvg/%3E'),
    audio('UklGRg=='),
    audio('UklGRg'),
    { type: 'image_url', image_url: 'https://example.org/a.png' },
    { type: 'video_url', video_url: { url: 'file:///etc/passwd' } },
    { type: 'constructor' },
    { type: 'file', file: { file_id: 'file-1' } },
  ])('can be %j', (part) => expect(problems(part)).toEqual([]))

  it.each([
    image('javascript:alert(1)'),
    image('file:///etc/passwd'),
    image('data:text/html,<script>'),
    image('//example.org/a.png'),
    image('https:///a.png'),
    image(' https://example.org/a.png'),
    image('iVBORw0KGgo='),
    image(''),
    image(7),
  ])('cannot be %j', (part) => {
    expect(problems(part)).toEqual([
      {
        message: expect.stringContaining('https://') as string,
        path: [0, 'content', 1, 'image_url', 'url'],
      },
    ])
  })

  it.each([
    audio('data:audio/wav;base64,UklGRg=='),
    audio('not base64'),
    audio('===='),
    audio(''),
    audio(7),
  ])('cannot be %j', (part) => {
    expect(problems(part)).toMatchObject([
      {
        path: [0, 'content', 1, 'input_audio', 'data'],
        message: expect.stringContaining('base64') as string,
      },
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { inBandFailure, upstreamFailure } from './upstream-failure.ts'

const key = 'sk-test-0123456789abcdef'
const of = (status: number, body: unknown) =>
  upstreamFailure(status, typeof body === 'string' ? body : JSON.stringify(body), 'OpenAI', [key])

describe('upstreamFailure', () => {
  it('keeps the words, the code and the parameter of the provider', () => {
    const failure = of(400, {
      error: { message: 'Bad top_p', type: 'invalid_request_error', param: 'top_p', code: null },
    })
    expect(failure).toMatchObject({
      kind: 'upstream',
      status: 400,
      message: 'Bad top_p',
      code: 'invalid_request_error',
      param: 'top_p',
    })
  })

  it('reads errors in the other shapes that providers use', () => {
    expect(of(400, { error: 'plain words', code: 'x' })).toMatchObject({
      message: 'plain words',
      code: 'x',
    })
    expect(of(404, { message: 'no such model' }).message).toBe('no such model')
    expect(of(502, '<html>Bad gateway</html>').message).toBe('OpenAI answered with status 502.')
    expect(of(500, { error: { message: 'x', type: 'None' } })).not.toHaveProperty('code')
  })

  it('lets no key through, in no field and not at the edge of a long body', () => {
    const error = { message: `Incorrect key ${key}`, code: key, param: key }
    expect(JSON.stringify(of(401, { error }))).not.toContain(key.slice(3))
    const long = `${'x'.repeat(7_990)}${key}`
    expect(JSON.stringify(of(500, long))).not.toContain(key.slice(0, 10))
  })
})

describe('inBandFailure', () => {
  const inBand = (data: string) => inBandFailure(data, 'OpenAI', [key])

  it('finds an error where a chunk should be', () => {
    expect(inBand('{"error":{"message":"overloaded","code":"503"}}')).toMatchObject({
      status: 503,
      message: 'overloaded',
    })
    expect(inBand('{"error":{"message":"x","code":"rate"}}')?.status).toBe(500)
  })

  it('takes no chunk for an error', () => {
    expect(inBand('{"choices":[{"delta":{"content":"\\"error\\""}}]}')).toBeUndefined()
    expect(inBand('{"choices":[],"error":null}')).toBeUndefined()
    expect(inBand('not json "error"')).toBeUndefined()
  })
})

describe('an error of a LiteLLM proxy', () => {
  const told = (status: number, error: object) =>
    upstreamFailure(status, JSON.stringify({ error }), 'LiteLLM proxy', [])

  it('points at api_base where the proxy forbids it', () => {
    const message = 'Rejected Request: api_base is not allowed in request body. Enable…'
    expect(told(401, { message, type: 'auth_error' })).toMatchObject({ param: 'api_base' })
  })

  it('does not ask the person for a key that is the proxy’s own', () => {
    const failure = told(401, { message: 'litellm.AuthenticationError: bad key' })
    expect(failure.steps?.join(' ')).toContain('operator')
    expect(failure.steps?.join(' ')).not.toContain('Check the key')
  })

  it('knows how a proxy without a database says that the key is wrong', () => {
    const failure = told(400, { message: 'No connected db.', type: 'no_db_connection' })
    expect(failure.steps?.join(' ')).toContain('Check the key')
  })
})

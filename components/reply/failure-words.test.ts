import { describe, expect, it } from 'vitest'
import { attemptOf, replyTo } from '#lib/reply/fixtures/replies.ts'
import type { Failure, FailureKind } from '#lib/result.ts'
import { footnote, mainAction, titleOf } from './failure-words.ts'

const failure = (kind: FailureKind, rest: Partial<Failure> = {}): Failure => ({
  kind,
  message: 'No',
  ...rest,
})
const act = (one: Failure) => mainAction(one, 'endpoint')

describe('titleOf', () => {
  it('says who refused what, and where nobody answered', () => {
    expect(titleOf(failure('upstream', { status: 401 }), 'OpenAI', 'h')).toBe(
      'OpenAI refused the key (401)',
    )
    expect(titleOf(failure('upstream', { status: 500 }), 'OpenAI', 'h')).toContain('error (500)')
    expect(titleOf(failure('unreachable'), 'OpenAI', 'a:1')).toBe('No connection to a:1')
    expect(titleOf(failure('unreachable'), 'OpenAI', undefined)).toBe('No connection')
  })

  it('does not blame the key for what a proxy passes on, or for a parameter', () => {
    const passedOn = failure('upstream', { status: 401, message: 'litellm.AuthenticationError: x' })
    expect(titleOf(passedOn, 'LiteLLM proxy', 'h')).toBe(
      'LiteLLM proxy answered with an error (401)',
    )
    const blamed = failure('upstream', { status: 401, param: 'api_base' })
    expect(titleOf(blamed, 'LiteLLM proxy', 'h')).toContain('error (401)')
    const noDatabase = failure('upstream', { status: 400, code: 'no_db_connection' })
    expect(titleOf(noDatabase, 'LiteLLM proxy', 'h')).toContain('refused the key')
  })

  it('has words for every kind', () => {
    const kinds: FailureKind[] = [
      'invalid',
      'forbidden',
      'blocked',
      'unreachable',
      'timeout',
      'upstream',
      'interrupted',
      'stopped',
      'internal',
    ]
    expect(new Set(kinds.map((kind) => titleOf(failure(kind), 'p', undefined))).size).toBe(9)
  })
})

describe('mainAction', () => {
  it('leads to the field that has to change', () => {
    expect(act(failure('upstream', { status: 400, param: 'top_k' })).field).toBe('top_k')
    expect(act(failure('upstream', { status: 401 })).field).toBe('api_key')
    expect(act(failure('blocked')).field).toBe('endpoint')
    expect(mainAction(failure('blocked'), 'api_base').field).toBe('api_base')
    expect(act(failure('timeout', { param: 'timeout' })).field).toBe('timeout')
  })

  it('else runs again', () => {
    expect(act(failure('upstream', { status: 500 }))).toEqual({ label: 'Try again' })
    expect(act(failure('upstream', { status: 400, param: 'unheard_of' }))).toEqual({
      label: 'Try again',
    })
    expect(act(failure('stopped'))).toEqual({ label: 'Run again' })
  })
})

describe('footnote', () => {
  it('tells the id, the time and the retries that were left over', () => {
    const refused = failure('upstream', { status: 401, requestId: 'req_1' })
    const reply = replyTo({}, { failure: refused, attempts: [attemptOf()] })
    expect(footnote(reply, 2)).toBe('request req_1, 0.00 s, 2 retries not used: 401 is final')
    expect(footnote(reply, undefined)).toBe('request req_1, 0.00 s')
    const stopped = replyTo({}, { failure: failure('stopped'), attempts: [attemptOf()] })
    expect(footnote(stopped, 2)).toBe('0.00 s')
  })
})

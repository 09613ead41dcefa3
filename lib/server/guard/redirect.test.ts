import { expect, it } from 'vitest'
import { isRedirect } from './redirect.ts'

it.each([300, 301, 302, 303, 307, 308, 399])('takes %i for a redirect', (status) => {
  expect(isRedirect(status)).toBe(true)
})

it.each([200, 204, 299, 304, 400, 404, 500])('does not take %i for a redirect', (status) => {
  expect(isRedirect(status)).toBe(false)
})

import { fail, ok, type Failure, type Result } from '#lib/result.ts'

/** A JSON object of which nothing is known yet. */
export type Loose = Record<string, unknown>

/** A value as an object, or an empty one. */
export function objectOf(value: unknown): Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? // Every key is read through the narrowing helpers below.
      (value as Loose)
    : {}
}

/** A value as a list, or an empty one. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** A value as a text that is not empty. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** A value as a finite number. */
export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/** The JSON text of one chunk or of a whole reply as an object, or why it cannot be read. */
export function readJson(text: string): Result<Loose> {
  try {
    const value: unknown = JSON.parse(text)
    const readable = typeof value === 'object' && value !== null && !Array.isArray(value)
    return readable ? ok(objectOf(value)) : fail(unreadable('a JSON object'))
  } catch {
    return fail(unreadable('valid JSON'))
  }
}

function unreadable(wanted: string): Failure {
  return {
    kind: 'upstream',
    message: `Part of the reply was not ${wanted}. What could be read is kept.`,
  }
}

/** The failure that a body tells of: an `error` object or text, alone or beside choices. */
export function errorIn(body: Loose): Failure | undefined {
  const error = typeof body.error === 'string' ? { message: body.error } : objectOf(body.error)
  if (body.error === '' || Object.keys(error).length === 0) return undefined
  const code = codeOf(error.code) ?? textOf(error.type)
  const param = textOf(error.param)
  return {
    kind: 'upstream',
    message: textOf(error.message) ?? 'The provider reported an error in the middle of the reply.',
    ...(code ? { code } : {}),
    ...(param ? { param } : {}),
  }
}

function codeOf(code: unknown): string | undefined {
  return typeof code === 'number' ? String(code) : textOf(code)
}

import 'server-only'
import { fail, ok, type Failure, type Result } from '#lib/result.ts'
import { readBodyCapped } from './body.ts'

/** The JSON value of a request's body, read no further than `mostBytes`. */
export async function readJson(
  request: Request,
  mostBytes: number,
): Promise<Result<unknown, Failure>> {
  const text = await readBodyCapped(request, mostBytes)
  if (!text.ok) return text
  try {
    return ok(JSON.parse(text.value))
  } catch {
    return fail({ kind: 'invalid', message: 'The body is not valid JSON.' })
  }
}

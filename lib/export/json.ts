import type { ExportRequest } from './request.ts'

/** The JSON of the body, indented. */
export function writeJson({ body }: ExportRequest): string {
  return `${JSON.stringify(body, undefined, 2)}\n`
}

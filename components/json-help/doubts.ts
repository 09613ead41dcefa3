import { parseTolerantJson, problemsFromIssues } from '#lib/json/index.ts'
import type { Doubt } from '#lib/json/help.ts'
import type { SchemaDocument } from '#lib/json-schema/document.ts'
import { schemaDocument } from '#lib/json-schema/documents.ts'
import { fixOfContent } from '#lib/json-schema/fixes.ts'
import { metaSchema } from '#lib/json-schema/meta-schema.ts'
import { slipsIn } from '#lib/json-schema/slips.ts'
import { checkAgainst } from '#components/json-check/client.ts'

/** Beyond this many characters nothing is doubted, as it would hold the page up. */
const longText = 200_000

/**
 * What is likely a slip in a text that is JSON: keys nearly right, and schemas within it that break the
 * rules of JSON Schema, which are checked in a worker.
 */
export async function doubtsIn(
  text: string,
  document: SchemaDocument,
  signal: AbortSignal,
): Promise<Doubt[]> {
  if (text.length > longText) return []
  const slips = slipsIn(text, document)
  const issues = await schemaIssues(parseTolerantJson(text).value, document, signal)
  const broken = problemsFromIssues(text, issues).map((problem) => ({
    ...problem,
    fix: fixOfContent(text, problem, document),
  }))
  return [...slips, ...broken].toSorted((one, other) => one.offset - other.offset)
}

type Path = (string | number)[]

async function schemaIssues(value: unknown, document: SchemaDocument, signal: AbortSignal) {
  const issues: { path: Path; message: string }[] = []
  for (const { path, value: schema } of schemasIn(value, document)) {
    const checked = await checkAgainst(metaSchema, schema, { signal })
    for (const fault of checked.ok ? checked.value : [])
      issues.push({ path: [...path, ...fault.path], message: fault.message })
  }
  return issues
}

interface Placed {
  path: Path
  value: unknown
}

/** The schemas that a value holds, by the places at which its document says one begins. */
function schemasIn(value: unknown, document: SchemaDocument): Placed[] {
  if (document === schemaDocument) return [{ path: [], value }]
  return Object.entries(document.inside)
    .filter(([, inner]) => inner === schemaDocument)
    .flatMap(([place]) => valuesAt({ path: [], value }, place.match(/\[\]|[^.[\]]+/g) ?? []))
}

function valuesAt({ path, value }: Placed, [step, ...rest]: readonly string[]): Placed[] {
  if (step === undefined) return value === undefined ? [] : [{ path, value }]
  if (step !== '[]') {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return []
    const inner: unknown = Reflect.get(value, step)
    return valuesAt({ path: [...path, step], value: inner }, rest)
  }
  if (!Array.isArray(value)) return []
  return value.flatMap((entry: unknown, index) =>
    valuesAt({ path: [...path, index], value: entry }, rest),
  )
}

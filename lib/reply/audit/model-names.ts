/** What follows a model's name without making it another model: a date or version, or `latest`. */
const edition = /[-@:](?:latest|\d{4}-?\d{2}-?\d{2}|\d{2}-?\d{2}|\d{3})$/

/**
 * Whether two model ids name the same model: path, letter case and a dated edition apart, so that
 * `openai/gpt-4o` is `gpt-4o-2024-08-06` but not `gpt-4o-mini`.
 */
export function isSameModel(asked: string, answered: string): boolean {
  const [a, b] = [bare(asked), bare(answered)]
  return a === b || a === undated(b) || undated(a) === b || areLatest(a, b)
}

/** `x-latest` stands for any edition; two named editions are two models. */
function areLatest(a: string, b: string): boolean {
  return (a.endsWith('latest') || b.endsWith('latest')) && undated(a) === undated(b)
}

function bare(id: string): string {
  return (id.split('/').at(-1) ?? id).toLowerCase()
}

function undated(id: string): string {
  return id.replace(edition, '')
}

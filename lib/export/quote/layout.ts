/** How a language writes the values of JSON. */
export interface Style {
  /** Text, number, boolean or null. */
  scalar(value: string | number | boolean | null): string
  key(name: string): string
  /** Spaces of one step. */
  step: number
  /** What stands inside the braces of an object on one line. */
  gap: '' | ' '
}

/** The most characters of an array or object on one line, without what stands before it. */
const mostInLine = 72

/** A value of JSON as code; what it does not fit on a line goes on at this indentation, in spaces. */
export function laid(value: unknown, style: Style, indent: number): string {
  if (Array.isArray(value)) return list(value, style, indent)
  if (isObject(value)) return object(value, style, indent)
  return style.scalar(isScalar(value) ? value : null)
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether a value is one that holds no others. */
export function isScalar(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

function list(items: readonly unknown[], style: Style, indent: number): string {
  const inner = indent + style.step
  return wrapped(
    ['[', ']'],
    '',
    items.map((item) => laid(item, style, inner)),
    indent,
    inner,
  )
}

function object(value: Record<string, unknown>, style: Style, indent: number): string {
  const inner = indent + style.step
  const entries = Object.entries(value).map(
    ([name, item]) => `${style.key(name)}: ${laid(item, style, inner)}`,
  )
  return wrapped(['{', '}'], style.gap, entries, indent, inner)
}

function wrapped(
  [open, close]: readonly [string, string],
  gap: string,
  parts: readonly string[],
  indent: number,
  inner: number,
): string {
  if (parts.length === 0) return open + close
  const length = parts.reduce((sum, part) => sum + part.length + 2, 0)
  if (length <= mostInLine && !parts.some((part) => part.includes('\n')))
    return `${open}${gap}${parts.join(', ')}${gap}${close}`
  const lines = parts.map((part) => `${' '.repeat(inner)}${part},\n`)
  return `${open}\n${lines.join('')}${' '.repeat(indent)}${close}`
}

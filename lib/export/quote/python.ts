import { laid, type Style } from './layout.ts'
import { quoted } from './text.ts'

const style: Style = { scalar: pythonScalar, key: quoted, step: 4, gap: '' }

/** A value of JSON as a Python expression; further lines of it are indented by `indent` spaces. */
export function pythonValue(value: unknown, indent = 0): string {
  return laid(value, style, indent)
}

/** The value of an environment variable. */
export function pythonVariable(name: string): string {
  return `os.environ[${quoted(name)}]`
}

function pythonScalar(value: string | number | boolean | null): string {
  if (value === null) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return typeof value === 'number' ? JSON.stringify(value) : quoted(value)
}

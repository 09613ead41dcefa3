import { laid, type Style } from './layout.ts'
import { quoted } from './text.ts'

const style: Style = { scalar: scriptScalar, key: scriptKey, step: 2, gap: ' ' }

/** A value of JSON as an expression of JavaScript; further lines are indented by `indent` spaces. */
export function scriptValue(value: unknown, indent = 0): string {
  return laid(value, style, indent)
}

/** The key of an object literal. */
export function scriptKey(name: string): string {
  // Written plainly, this one would set the prototype instead of a key.
  if (name === '__proto__') return `[${quoted(name)}]`
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name)
}

/** The value of an environment variable. */
export function scriptVariable(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? `process.env.${name}` : `process.env[${quoted(name)}]`
}

function scriptScalar(value: string | number | boolean | null): string {
  return typeof value === 'string' ? quoted(value) : JSON.stringify(value)
}

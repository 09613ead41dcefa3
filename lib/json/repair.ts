import { jsonrepair } from 'jsonrepair'

/**
 * A text of nearly any kind as JSON: Python's and JavaScript's literals, single quotes, fences of code,
 * missing commas and brackets, several values one after the other. Undefined where no object or list
 * can be made of it.
 */
export function repairJson(text: string): string | undefined {
  try {
    const repaired = jsonrepair(text)
    return /^\s*[[{]/.test(repaired) ? repaired : undefined
  } catch {
    return undefined
  }
}

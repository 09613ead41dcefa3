import type { FormatType } from '#lib/structured/format-draft.ts'

const texts = new Map<FormatType, string>()

/** Takes note of what was written for a format, for as long as the page is open. */
export function rememberFormat(type: FormatType, text: string): void {
  texts.set(type, text)
}

/** What was written for a format when it was last left; undefined where it was not. */
export function rememberedFormat(type: FormatType): string | undefined {
  return texts.get(type)
}

'use client'

import { Segmented } from '#components/ui/segmented.tsx'

/** How a JSON text is shown: as it was sent, or indented. */
export type Form = 'raw' | 'pretty'

const options = [
  { value: 'raw', title: 'Raw' },
  { value: 'pretty', title: 'Pretty' },
] as const

/** The switch between a text as it was sent and the same text indented. */
export function RawOrPretty({ form, onForm }: { form: Form; onForm(form: Form): void }) {
  return <Segmented label="Form" options={options} value={form} onChange={onForm} />
}

/** Each JSON text indented; nothing where one of them is no JSON. */
export function indented(texts: readonly string[]): string[] | undefined {
  try {
    return texts.map((text) => JSON.stringify(JSON.parse(text), null, 2))
  } catch {
    return undefined
  }
}

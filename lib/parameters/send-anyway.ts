import * as z from 'zod'
import { parameter, type Parameter } from './descriptor.ts'

/** The parameter that lifts what a provider's row refuses or limits, for the parameters that it names. */
export function sendAnywayFor(all: readonly Parameter[]) {
  const names = all.filter(({ required }) => !required).map(({ name }) => name)
  const known: ReadonlySet<string> = new Set(names)
  const name = z.string().refine((text) => known.has(text), {
    error: ({ input }) => `“${String(input).slice(0, 40)}” is no parameter that can be sent.`,
  })
  return parameter({
    name: 'send_anyway',
    title: 'Send anyway',
    summary:
      'Names of parameters that are sent although the provider’s documentation refuses or limits them. “Send anyway” beside such a parameter adds it here. The list itself is not sent.',
    group: 'routing',
    schema: z
      .array(name)
      .min(1, 'Name a parameter, or reset the field.')
      .max(names.length)
      .refine((list) => new Set(list).size === list.length, 'Name each parameter once.'),
    widget: { kind: 'list' },
    to: 'rules',
    start: [],
    rulesAll: true,
  })
}

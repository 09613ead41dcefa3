import type * as z from 'zod'
import type { AnySettings, Parameter } from './descriptor.ts'
import { identity } from './identity.ts'
import { length } from './length.ts'
import { logprobs } from './logprobs.ts'
import { model } from './model.ts'
import { output } from './output.ts'
import { routing } from './routing.ts'
import { sampling } from './sampling.ts'
import { sendAnywayFor } from './send-anyway.ts'
import { tools } from './tools.ts'

const described = [
  ...model,
  ...sampling,
  ...length,
  ...logprobs,
  ...output,
  ...tools,
  ...identity,
  ...routing,
] as const

const descriptors = [...described, sendAnywayFor(described)] as const

type Descriptor = (typeof descriptors)[number]

/** The wire name of a parameter. */
export type ParameterName = Descriptor['name']

/** The value that a parameter carries. */
export type ValueOf<Name extends ParameterName> = z.output<
  Extract<Descriptor, { name: Name }>['schema']
>

/** What is set, by wire name; what is not set is absent. A preset is exactly this. */
export type Settings = { [Name in ParameterName]?: ValueOf<Name> }

/** Every parameter, in the order of the form. */
export const registry: readonly Parameter<ParameterName>[] = descriptors

export const parameterNames: readonly ParameterName[] = registry.map(({ name }) => name)

const byName = new Map<string, Parameter<ParameterName>>(registry.map((one) => [one.name, one]))

/** Whether a text is the wire name of a parameter. */
export function isParameterName(name: string): name is ParameterName {
  return byName.has(name)
}

/** The descriptor of a parameter. */
export function parameterOf(name: ParameterName): Parameter<ParameterName> {
  const found = byName.get(name)
  if (!found) throw new Error(`No parameter is named ${name}.`)
  return found
}

/** The values that are set, in the registry's order, each with its descriptor. */
export function setParameters(settings: AnySettings): [Parameter<ParameterName>, unknown][] {
  return registry
    .filter(({ name }) => Object.hasOwn(settings, name) && settings[name] !== undefined)
    .map((descriptor) => [descriptor, settings[descriptor.name]])
}

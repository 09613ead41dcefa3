import type { AnySettings, Need, Parameter } from './descriptor.ts'
import { setParameters } from './index.ts'

/** A fault that lies between parameters, at the parameter that has to give way. */
export interface CrossProblem {
  parameter: string
  message: string
}

/** Applies every `needs`, `excludes` and `check` of the registry to what is set. */
export function crossProblems(settings: AnySettings): CrossProblem[] {
  return setParameters(settings).flatMap(([parameter, value]) =>
    messagesFor(parameter, value, settings).map((message) => ({
      parameter: parameter.name,
      message,
    })),
  )
}

/** What is worth knowing about a parameter that is set to something valid; it does not stop a run. */
export function warningOf(parameter: Parameter, settings: AnySettings): string | undefined {
  const value = settings[parameter.name]
  if (!parameter.warn || !parameter.schema.safeParse(value).success) return undefined
  return parameter.warn(value, settings)
}

/** The parameters whose problems can change when `name` changes, itself left out. */
export function dependents(all: readonly Parameter[], name: string): string[] {
  const touches = (one: Parameter) =>
    [...(one.needs ?? []), ...(one.excludes ?? [])].some(({ parameter }) => parameter === name)
  return all.filter(touches).map((one) => one.name)
}

function messagesFor(parameter: Parameter, value: unknown, settings: AnySettings): string[] {
  const needed = (parameter.needs ?? []).filter((need) => !isMet(need, settings))
  const excluded = (parameter.excludes ?? []).filter((other) => isSet(other.parameter, settings))
  // null stands for a value that is set but cannot be read yet.
  const checkable = needed.length === 0 && value !== null
  const checked = checkable ? parameter.check?.(value, settings) : undefined
  return [...needed, ...excluded].map(({ message }) => message).concat(checked ?? [])
}

function isMet(need: Need, settings: AnySettings): boolean {
  if (!isSet(need.parameter, settings)) return false
  return need.equals === undefined || settings[need.parameter] === need.equals
}

function isSet(name: string, settings: AnySettings): boolean {
  return Object.hasOwn(settings, name) && settings[name] !== undefined
}

import type { AnySettings } from '#lib/parameters/descriptor.ts'
import { registry, type ParameterName } from '#lib/parameters/index.ts'

/** A parameter that two runs were not given alike; undefined where it was not set. */
export interface SettingDifference {
  name: ParameterName
  a: unknown
  b: unknown
}

/** How the settings of two runs differ, in the order of the form, and how many were set in either. */
export function settingsDifferences(
  a: AnySettings,
  b: AnySettings,
): { differences: SettingDifference[]; set: number } {
  const set = registry.filter(({ name }) => a[name] !== undefined || b[name] !== undefined)
  return {
    set: set.length,
    differences: set
      .filter(({ name }) => JSON.stringify(a[name]) !== JSON.stringify(b[name]))
      .map(({ name }) => ({ name, a: a[name], b: b[name] })),
  }
}

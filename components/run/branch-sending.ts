import type { AnySettings } from '#lib/parameters/descriptor.ts'
import { continuingSettings } from '#lib/request/branch.ts'
import { keptTextOf } from './plan-branch.ts'
import type { BranchStart } from './run-record.ts'

/** What is sent for a branch: its settings, with what makes the provider go on from the kept text. */
export function settingsSent(settings: AnySettings, start: BranchStart): AnySettings {
  return continuingSettings(settings, keptTextOf(start))
}

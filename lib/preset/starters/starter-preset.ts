import type { Settings } from '#lib/parameters/index.ts'
import type { Message } from '#lib/request/messages.ts'
import type { Preset } from '../preset.ts'

/** A preset that Nucleus brings along; it runs on the teaching model, with no key. */
export interface StarterPreset extends Preset {
  /** Unique in the set, and for good: tests and lessons name it. */
  id: string
  name: string
  /** One sentence: what it does. */
  description: string
  /** What to look at once it has run. */
  authorNote: string
}

/** Presets of the starter set under one heading. */
export interface StarterGroup {
  title: string
  presets: readonly StarterPreset[]
}

/** Settings on the teaching model that show alternatives, unless `settings` say otherwise. */
export function onTeachingModel(
  settings: Settings & Required<Pick<Settings, 'messages'>>,
): Settings {
  return {
    provider: 'teaching',
    model: 'nucleus-teaching-1',
    logprobs: true,
    top_logprobs: 5,
    stream: true,
    ...settings,
  }
}

/** A message of the user. */
export function user(content: string): Message {
  return { role: 'user', content }
}

/** A message of the system. */
export function system(content: string): Message {
  return { role: 'system', content }
}

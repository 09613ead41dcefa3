import type { RecordedRun } from '#lib/preset/recorded-run.ts'
import type { Lesson } from './lesson.ts'
import { logitBias } from './logit-bias.ts'
import logitBiasRun from './recorded/logit-bias.json' with { type: 'json' }
import temperatureRun from './recorded/temperature.json' with { type: 'json' }
import topPRun from './recorded/top-p.json' with { type: 'json' }
import { temperature } from './temperature.ts'
import { topP } from './top-p.ts'

/** All lessons, in the order in which they are best taken. */
export const lessons: readonly Lesson[] = [temperature, topP, logitBias]

const runs: Readonly<Record<string, { completion: unknown }>> = {
  temperature: temperatureRun,
  'top-p': topPRun,
  'logit-bias': logitBiasRun,
}

/** The lesson of a slug; nothing where there is none. */
export function lessonOf(slug: string): Lesson | undefined {
  return lessons.find((lesson) => lesson.slug === slug)
}

/** The recorded run of a lesson: made by the teaching model from the lesson's preset. */
export function recordedRunFor({ slug, preset }: Lesson): RecordedRun {
  return { settings: preset.settings, completion: JSON.stringify(runs[slug]?.completion) }
}

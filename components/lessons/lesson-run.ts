import { recordedRunFor } from '#lib/lessons/index.ts'
import type { Lesson } from '#lib/lessons/lesson.ts'
import type { Settings } from '#lib/parameters/index.ts'
import { buildRequest } from '#lib/request/body.ts'
import { checkRequest } from '#lib/request/check.ts'
import { fail, ok, type Result } from '#lib/result.ts'
import { readText } from '#lib/reply/read-body.ts'
import { createReply } from '#lib/reply/reply.ts'
import type { TokenStore } from '#lib/reply/token-store.ts'
import { idOf } from './token-ids.ts'

/** The tokens of a reply that was made just now, or why there is none. */
export type LiveReply = Result<TokenStore, string>

/** Asks the teaching model of this server, with the control at a value and no seed. */
export async function runLive(lesson: Lesson, value: number): Promise<LiveReply> {
  const { seed: _seed, ...settings } = settingsAt(lesson, value)
  const request = checkRequest(settings)
  if (!request.ok) return fail(request.error[0]?.message ?? 'The lesson has a problem.')
  try {
    const response = await fetch('/v1/chat/completions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(buildRequest(request.value).body),
    })
    const text = await response.text()
    const reply = createReply()
    const failure = readText(reply, text, 0)
    const tokens = reply.choices[0]?.tokens
    if (failure || !tokens) return fail(failure?.message ?? 'The server sent no reply.')
    return ok(tokens)
  } catch {
    return fail(
      'Run live needs the server, which cannot be reached. All else here works without it.',
    )
  }
}

/** The fragment that opens a lesson's experiment in the playground, with its locks and its record. */
export async function linkForLesson(
  lesson: Lesson,
  value: number | undefined,
): Promise<Result<string, string>> {
  const { linkFor } = await import('#lib/preset/link.ts')
  const settings = value === undefined ? lesson.preset.settings : settingsAt(lesson, value)
  return linkFor({ ...lesson.preset, settings }, recordedRunFor(lesson))
}

/** The settings of a lesson with its control at a value. */
function settingsAt({ preset: { settings }, control }: Lesson, value: number): Settings {
  if (control.name !== 'logit_bias') return { ...settings, [control.name]: value }
  const id = idOf(control.token ?? '')
  return value === 0 || id === undefined ? settings : { ...settings, logit_bias: { [id]: value } }
}

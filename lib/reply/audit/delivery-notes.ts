import type { AnySettings } from '#lib/parameters/descriptor.ts'
import type { Reply } from '../reply.ts'
import type { AuditNote } from './note.ts'

/** What differs in how the reply came: left out for a fallback, streamed or not, counted, at what tier. */
export function deliveryNotes(asked: AnySettings, reply: Reply): AuditNote[] {
  return [
    ...omittedNotes(reply),
    ...streamNotes(asked, reply),
    ...usageNotes(asked, reply),
    ...limitNotes(asked, reply),
    ...tierNotes(asked, reply),
  ]
}

function omittedNotes({ attempts }: Reply): AuditNote[] {
  const { omitted = [], model } = attempts.at(-1) ?? {}
  return omitted.map((parameter) => ({
    kind: 'omitted',
    level: 'info',
    message: `${parameter} was not sent to ${model}: its provider does not take it.`,
    parameter,
  }))
}

function streamNotes(asked: AnySettings, { raw }: Reply): AuditNote[] {
  if (asked.stream !== true || raw.streamed) return []
  const message = 'A stream was asked for; the reply came in one piece.'
  return [{ kind: 'not-streamed', level: 'info', message, parameter: 'stream' }]
}

function usageNotes({ stream, stream_options: options }: AnySettings, reply: Reply): AuditNote[] {
  const wanted =
    typeof options === 'object' && options !== null && 'include_usage' in options
      ? options.include_usage
      : false
  if (stream !== true || wanted !== true || reply.usage || reply.status !== 'done') return []
  const message = 'Token counts were asked for, but none came.'
  return [{ kind: 'no-usage', level: 'info', message, parameter: 'stream_options' }]
}

/** Usage counts all choices together. */
function limitNotes(asked: AnySettings, { usage, choices }: Reply): AuditNote[] {
  const count = usage?.completion
  if (count === undefined) return []
  return ['max_tokens', 'max_completion_tokens'].flatMap((parameter) => {
    const limit = asked[parameter]
    if (typeof limit !== 'number' || count <= limit * choices.length) return []
    const message = `At most ${limit} tokens were asked for, ${count} came.`
    return [{ kind: 'over-limit' as const, level: 'warning' as const, message, parameter }]
  })
}

function tierNotes({ service_tier: wanted }: AnySettings, { serviceTier }: Reply): AuditNote[] {
  if (typeof wanted !== 'string' || wanted === 'auto' || !serviceTier) return []
  if (serviceTier === wanted) return []
  const message = `Service tier ${wanted} was asked for, ${serviceTier} was used.`
  return [{ kind: 'service-tier', level: 'info', message, parameter: 'service_tier' }]
}

import type { AnySettings } from '#lib/parameters/descriptor.ts'
import type { Reply } from './reply.ts'

/** Something about a reply that differs from what was asked. */
export interface AuditNote {
  level: 'info' | 'warning'
  message: string
  /** The parameter that it is about. */
  parameter?: string
}

/** Compares what was asked with what came; gives nothing before the run is over. */
export function auditReply(asked: AnySettings, reply: Reply): AuditNote[] {
  if (reply.status === 'waiting' || reply.status === 'streaming' || reply.choices.length === 0)
    return []
  return [
    ...choicesNotes(asked, reply),
    ...logprobNotes(asked, reply),
    ...modelNotes(asked, reply),
    ...finishNotes(reply),
  ]
}

function choicesNotes(asked: AnySettings, reply: Reply): AuditNote[] {
  const wanted = typeof asked.n === 'number' ? asked.n : 1
  const got = reply.choices.length
  if (got === wanted) return []
  const message = `${wanted} choices were asked for, ${got} came.`
  return [{ level: 'warning', message, parameter: 'n' }]
}

function logprobNotes(asked: AnySettings, reply: Reply): AuditNote[] {
  const written = reply.choices.filter(({ content }) => content !== '')
  if (asked.logprobs !== true || written.length === 0) return []
  if (written.every(({ tokens }) => tokens.length === 0)) {
    const message =
      'Log probabilities were asked for, but the provider sent none. The text is complete.'
    return [{ level: 'info', message, parameter: 'logprobs' }]
  }
  const wanted = typeof asked.top_logprobs === 'number' ? asked.top_logprobs : 0
  const fewest = Math.min(
    ...written.map(({ tokens }) => tokens.token(0)?.alternatives.length ?? wanted),
  )
  if (fewest >= wanted) return []
  const message = `${wanted} alternatives per token were asked for, ${fewest} came.`
  return [{ level: 'info', message, parameter: 'top_logprobs' }]
}

function modelNotes(asked: AnySettings, reply: Reply): AuditNote[] {
  const last = reply.attempts.at(-1)?.model ?? asked.model
  const answered = reply.model
  if (!answered || typeof last !== 'string') return []
  const bare = (id: string) => id.split('/').at(-1) ?? id
  const fellBack = reply.attempts.some(({ model }) => model !== last)
  if (!fellBack && bare(answered).startsWith(bare(last))) return []
  return [{ level: 'info', message: `Answered by ${answered}.`, parameter: 'model' }]
}

function finishNotes(reply: Reply): AuditNote[] {
  const reasons = new Set(reply.choices.map(({ finishReason }) => finishReason))
  const notes: AuditNote[] = []
  if (reasons.has('length'))
    notes.push({
      level: 'info',
      message: 'Cut off at the token limit.',
      parameter: 'max_completion_tokens',
    })
  if (reasons.has('content_filter'))
    notes.push({ level: 'warning', message: 'Withheld in part by a content filter.' })
  return notes
}

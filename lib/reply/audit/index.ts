import type { AnySettings } from '#lib/parameters/descriptor.ts'
import { answeringModel } from './answering-model.ts'
import { isSameModel } from './model-names.ts'
import { deliveryNotes } from './delivery-notes.ts'
import { readLiteLlmHeaders } from '../litellm-headers.ts'
import type { AuditNote } from './note.ts'
import { outputNotes } from './output-notes.ts'
import { tokensThatCame, type Choice, type Reply } from '../reply.ts'

export type { AuditNote } from './note.ts'

/** Compares what was asked with what came; gives nothing before the run is over or without a choice. */
export function auditReply(asked: AnySettings, reply: Reply): AuditNote[] {
  if (reply.status === 'waiting' || reply.status === 'streaming' || reply.choices.length === 0)
    return []
  return [
    ...endNotes(reply),
    ...choicesNotes(asked, reply),
    ...logprobNotes(asked, reply),
    ...modelNotes(asked, reply),
    ...deliveryNotes(asked, reply),
    ...outputNotes(asked, reply),
    ...finishNotes(reply),
  ]
}

function endNotes({ status }: Reply): AuditNote[] {
  if (status === 'stopped')
    return [{ kind: 'stopped', level: 'info', message: 'Incomplete: stopped before its end.' }]
  return status === 'failed'
    ? [{ kind: 'interrupted', level: 'warning', message: 'Incomplete: it broke off.' }]
    : []
}

/** A reply that was cut short says nothing about how many choices would have come. */
function choicesNotes(asked: AnySettings, { status, choices }: Reply): AuditNote[] {
  const wanted = numberOf(asked.n) ?? 1
  const got = choices.length
  if (got === wanted || (got < wanted && status !== 'done')) return []
  const message = `${wanted} ${wanted === 1 ? 'choice was' : 'choices were'} asked for, ${got} came.`
  return [{ kind: 'choices', level: 'warning', message, parameter: 'n' }]
}

function logprobNotes(asked: AnySettings, { choices }: Reply): AuditNote[] {
  const written = choices.filter(hasCome)
  if (asked.logprobs !== true || written.length === 0) return []
  if (written.every((choice) => tokensThatCame(choice) === 0)) {
    const message =
      'Log probabilities were asked for, but the provider sent none. The text is complete.'
    return [{ kind: 'no-logprobs', level: 'info', message, parameter: 'logprobs' }]
  }
  return alternativesNotes(numberOf(asked.top_logprobs) ?? 0, written)
}

/** The most that any position has: single ones may list fewer where a grammar leaves no more. */
function alternativesNotes(wanted: number, choices: readonly Choice[]): AuditNote[] {
  const most = Math.max(...choices.map(mostAlternatives))
  if (most >= wanted) return []
  const message = `${wanted} alternatives per token were asked for, ${most} came.`
  return [{ kind: 'fewer-alternatives', level: 'info', message, parameter: 'top_logprobs' }]
}

/** Whether any text came beside what a branch kept. */
function hasCome({ content, refusal, kept }: Choice): boolean {
  return content.length > (kept?.characters ?? 0) || refusal !== ''
}

function mostAlternatives({ tokens, refusalTokens }: Choice): number {
  return Math.max(tokens.mostAlternatives, refusalTokens.mostAlternatives)
}

function modelNotes(asked: AnySettings, reply: Reply): AuditNote[] {
  const first = reply.attempts[0]?.model ?? asked.model
  const last = answeringModel(reply)
  const fellBack = proxyFallback(reply)
  if (fellBack) return [{ kind: 'model', level: 'info', message: fellBack, parameter: 'model' }]
  if (!last || typeof first !== 'string' || isSameModel(first, last)) return []
  const message = `Answered by ${last}; ${first} was asked for.`
  return [{ kind: 'model', level: 'info', message, parameter: 'model' }]
}

/** A proxy writes the asked name into the reply of a fallback, too; only its headers tell. */
function proxyFallback({ attempts }: Reply): string | undefined {
  const report = readLiteLlmHeaders(attempts.at(-1)?.headers ?? {})
  if (!report?.attemptedFallbacks) return undefined
  const times = report.attemptedFallbacks === 1 ? 'once' : `${report.attemptedFallbacks} times`
  const by =
    report.modelGroup ?? (report.modelId ? `deployment ${report.modelId}` : 'another model')
  return `The proxy fell back ${times}: ${by} answered.`
}

function finishNotes({ choices }: Reply): AuditNote[] {
  const reasons = new Set(choices.map(({ finishReason }) => finishReason))
  const notes: AuditNote[] = []
  if (reasons.has('length')) {
    const message = 'Cut off at the token limit.'
    notes.push({ kind: 'length', level: 'info', message, parameter: 'max_completion_tokens' })
  }
  if (reasons.has('content_filter')) {
    const message = 'Withheld in part by a content filter.'
    notes.push({ kind: 'content-filter', level: 'warning', message })
  }
  return notes
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}

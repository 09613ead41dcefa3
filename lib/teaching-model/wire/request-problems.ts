import { isParameterName, parameterOf, type ParameterName } from '#lib/parameters/index.ts'
import { problemsOf } from '#lib/parameters/problems.ts'
import { modelId } from '../model.ts'
import {
  ownNames,
  registeredNames,
  wireSchema,
  type JsonObject,
  type WireRequest,
} from './request-schema.ts'
import { isToken } from '../tokens.ts'
import { findToolProblem } from '../tools/definitions.ts'
import { findCallProblem } from './tool-messages.ts'
import type { Failure } from '#lib/result.ts'

/** A request that cannot be answered: status 400 unless told otherwise. */
export function invalid(message: string, param?: string, code = 'invalid_value'): Failure {
  return { kind: 'invalid', status: 400, code, param, message }
}

/** The parameters that are refused, unless their value asks for nothing that the model lacks. */
export const refusable = ['functions', 'function_call']

/** What the model cannot do, named; nothing when the body asks for none of it. */
export function findRefusal(body: JsonObject): Failure | undefined {
  const name = refusable.find((one) => body[one] !== undefined && !isHarmless(one, body[one]))
  if (name === undefined) return undefined
  const message = `${name} is the old form of tools. Send tools and tool_choice instead.`
  return invalid(message, name, 'unsupported_parameter')
}

function isHarmless(name: string, value: unknown): boolean {
  return name === 'function_call' && value === 'none'
}

/** The first value that its own schema refuses, or that stands with or without another wrongly. */
export function findValueProblem(body: JsonObject): Failure | undefined {
  if (body.messages === undefined) {
    return invalid('Send messages: a list with at least one message.', 'messages')
  }
  const present = registeredNames.filter((name) => body[name] !== undefined)
  return (
    firstOf(present, (name) => schemaProblem(name, body[name])) ??
    firstOf(present, (name) => companyProblem(name, body)) ??
    firstOf(ownNames, (name) => ownProblem(name, body[name]))
  )
}

/** The model's own keys are no parameters of the registry, so they are told of here. */
function ownProblem(name: (typeof ownNames)[number], value: unknown): Failure | undefined {
  const issue = wireSchema.shape[name].safeParse(value).error?.issues[0]
  const place = issue?.path.map((at) => `[${String(at)}]`).join('')
  return issue && invalid(`${name}${place}: ${issue.message}`, name)
}

function firstOf<T, U>(items: readonly T[], find: (item: T) => U | undefined): U | undefined {
  return items.map(find).find((found) => found !== undefined)
}

function schemaProblem(name: ParameterName, value: unknown): Failure | undefined {
  const parameter = parameterOf(name)
  const [problem] = problemsOf({ ...parameter, title: name }, value)
  if (!problem) return undefined
  const place = problem.path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
  const subject = problem.message.startsWith(name) ? '' : `${name}${place}: `
  return invalid(`${subject}${problem.message}`, name)
}

function companyProblem(name: ParameterName, body: JsonObject): Failure | undefined {
  const { needs = [], excludes = [] } = parameterOf(name)
  const need = needs.find((one) => !isMet(body[one.parameter], one.equals))
  if (need) {
    const wanted = need.equals === undefined ? '' : `: ${JSON.stringify(need.equals)}`
    const other = `${need.parameter}${wanted}`
    return invalid(`${name} needs ${other}. Send ${other} too, or leave ${name} out.`, name)
  }
  const excluded = excludes.find((one) => body[one.parameter] !== undefined)?.parameter
  return excluded && isParameterName(excluded)
    ? invalid(`${name} and ${excluded} cannot be sent together. Leave one of them out.`, name)
    : undefined
}

function isMet(value: unknown, equals: unknown): boolean {
  return equals === undefined ? value !== undefined : value === equals
}

/** What is valid in itself but means nothing to this model. */
export function findMisfit(wire: WireRequest): Failure | undefined {
  const { model, messages, logit_bias = {}, prefix_token_ids } = wire
  if (model !== undefined && model !== modelId) {
    const message = `There is no model “${model}” here. Send model: "${modelId}".`
    return { ...invalid(message, 'model', 'model_not_found'), status: 404 }
  }
  if (prefix_token_ids && messages.at(-1)?.role !== 'assistant') {
    const message =
      'prefix_token_ids are the beginning of the last message. Let the assistant have it, or leave them out.'
    return invalid(message, 'prefix_token_ids')
  }
  const place = messages.findIndex(
    ({ content }) => Array.isArray(content) && content.some(isNoText),
  )
  if (place >= 0) {
    return invalid(
      `messages[${place}]: the teaching model reads text only. Send text parts.`,
      'messages',
      'unsupported_value',
    )
  }
  const ofTools = findToolProblem(wire) ?? findCallProblem(messages)
  if (ofTools) return invalid(ofTools.message, ofTools.param, ofTools.code)
  const unknown = Object.keys(logit_bias).find((id) => !isToken(Number(id)))
  return unknown === undefined
    ? undefined
    : invalid(`logit_bias: o200k_base has no token with the id ${unknown}.`, 'logit_bias')
}

function isNoText(part: { type: string }): boolean {
  return part.type !== 'text'
}

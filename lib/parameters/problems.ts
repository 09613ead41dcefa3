import type * as z from 'zod'
import { boundsOf, optionsOf, type Bounds } from './bounds.ts'
import type { Parameter } from './descriptor.ts'

/** Why a value cannot be sent, and where inside the value the fault lies. */
export interface Problem {
  /** One sentence that says what to do. */
  message: string
  /** Keys and 0-based indexes from the value's top to the fault; empty for the value itself. */
  path: (string | number)[]
}

/** Many ask about the same long list at the same time; what is known of it goes when the list goes. */
const known = new WeakMap<object, Map<Parameter, Problem[]>>()

/**
 * The problems of a value by the parameter's schema; none when it is valid. Lists and objects are
 * taken as never changed: a changed one is another one.
 */
export function problemsOf(parameter: Parameter, value: unknown): Problem[] {
  if (typeof value !== 'object' || value === null) return freshProblemsOf(parameter, value)
  const ofValue = known.get(value) ?? new Map<Parameter, Problem[]>()
  const problems = ofValue.get(parameter) ?? freshProblemsOf(parameter, value)
  known.set(value, ofValue.set(parameter, problems))
  return problems
}

function freshProblemsOf(parameter: Parameter, value: unknown): Problem[] {
  const parsed = parameter.schema.safeParse(value)
  return parsed.success ? [] : parsed.error.issues.map((issue) => describe(parameter, issue))
}

function describe(parameter: Parameter, issue: z.core.$ZodIssue): Problem {
  const path = issue.path.filter((key) => typeof key !== 'symbol')
  return { message: messageOf(parameter, issue, path), path }
}

function messageOf(
  parameter: Parameter,
  issue: z.core.$ZodIssue,
  path: (string | number)[],
): string {
  const range = path.length === 0 ? rangeMessage(parameter, issue) : undefined
  if (range) return range
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? issue.message
  if (issue.code === 'invalid_union') return deepest(issue) ?? issue.message
  return inside(issue, parameter.title) ?? issue.message
}

/** Zod reports a union by what each branch lacks; the branch that came furthest says the most. */
function deepest(issue: z.core.$ZodIssueInvalidUnion): string | undefined {
  const depth = (issues: z.core.$ZodIssue[]) => Math.max(0, ...issues.map((one) => one.path.length))
  const best = issue.errors.toSorted((a, b) => depth(b) - depth(a))[0]
  const found = best?.find((one) => one.path.length > 0)
  return found && depth([found]) > 1 ? found.message : undefined
}

function rangeMessage(parameter: Parameter, issue: z.core.$ZodIssue): string | undefined {
  const bounds = boundsOf(parameter)
  const options = optionsOf(parameter)
  if (issue.code === 'invalid_value' && options.length > 0) {
    return `${parameter.title} must be one of ${options.join(', ')}.`
  }
  const numeric = 'origin' in issue && (issue.origin === 'number' || issue.origin === 'int')
  if (issue.code === 'too_small' && numeric) return mustBe(parameter.title, bounds)
  if (issue.code === 'too_big' && numeric) {
    return bounds.integer && bounds.max === undefined
      ? `${parameter.title} must stay within ±9007199254740991 (2^53 − 1): larger numbers cannot be sent exactly as JSON.`
      : mustBe(parameter.title, bounds)
  }
  if (issue.code === 'invalid_type' && issue.expected === 'int') {
    return `${parameter.title} must be a whole number.`
  }
  return undefined
}

/** A range in words, such as "Temperature must be between 0 and 2." */
function mustBe(title: string, { min, max, exclusiveMin }: Bounds): string {
  if (min === undefined) return `${title} must be at most ${max}.`
  if (min === max) return `${title} must be ${min}.`
  if (exclusiveMin)
    return `${title} must be above ${min}${max === undefined ? '' : ` and at most ${max}`}.`
  return max === undefined
    ? `${title} must be at least ${min}.`
    : `${title} must be between ${min} and ${max}.`
}

/** Words of ours for what zod says by default; a schema's own message stands as it is. */
function inside(issue: z.core.$ZodIssue, title: string): string | undefined {
  if (!/^(Invalid input|Too small|Too big)/.test(issue.message)) return undefined
  const key = issue.path.at(-1)
  if (key === undefined) {
    return issue.code === 'invalid_type'
      ? `${title} must be ${article(issue.expected)}.`
      : undefined
  }
  const name = typeof key === 'number' ? `Entry ${key + 1}` : `“${String(key)}”`
  if (issue.code === 'too_small' && issue.origin === 'number')
    return `${name} must be at least ${issue.minimum}.`
  if (issue.code === 'too_big' && issue.origin === 'number')
    return `${name} must be at most ${issue.maximum}.`
  if (issue.code === 'invalid_type' && issue.message.startsWith('Invalid input')) {
    return issue.input === undefined
      ? `${name} is missing.`
      : `${name} must be ${article(issue.expected)}.`
  }
  return undefined
}

function article(type: string): string {
  const words: Record<string, string> = {
    string: 'a text in quotes',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'an object',
    record: 'an object',
  }
  return words[type] ?? `of type ${type}`
}

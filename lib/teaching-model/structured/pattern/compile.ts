import { fail, ok, type Result } from '#lib/result.ts'
import type { Automaton, Budget } from './automaton.ts'
import { writable } from './code-set.ts'
import { determinise } from './determinise.ts'
import { buildMachine } from './machine.ts'
import { parsePattern } from './parse.ts'

/** Why a pattern has no automaton: what is not supported, or that nothing matches it. */
export type PatternProblem = { unsupported: string } | 'too large' | 'matches nothing'

/** The automaton of all writable strings that contain a match of the pattern. */
export function compilePattern(source: string, budget: Budget): Result<Automaton, PatternProblem> {
  const pattern = parsePattern(source)
  if (!pattern.ok) return fail({ unsupported: pattern.error })
  const machine = buildMachine(pattern.value, writable)
  const automaton = machine && determinise(machine, budget)
  if (automaton) return ok(automaton)
  return fail(machine && budget.left >= 0 ? 'matches nothing' : 'too large')
}

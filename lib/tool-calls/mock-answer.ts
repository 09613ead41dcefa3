import type { AnySettings } from '#lib/parameters/descriptor.ts'
import type { Settings } from '#lib/parameters/index.ts'
import type { Reply } from '#lib/reply/reply.ts'
import { toolTurn, toolTurnsSinceUser } from './tool-turn.ts'

/** How the mock results of a preset answer a reply. */
export type MockAnswer =
  /** All calls are answered; `turn` is the 1-based turn of at most `most`. */
  | { kind: 'answered'; messages: unknown[]; names: string[]; turn: number; most: number }
  /** As many turns as were allowed are over. */
  | { kind: 'enough'; most: number }
  /** These tools have no mock result. */
  | { kind: 'missing'; names: string[] }

/**
 * What the mock results in a run's settings make of its reply; nothing where it has none, where the
 * run did not end by itself, and where the first choice calls no tool. Only the first choice is carried
 * on. A turn counts from the last message of the user's.
 */
export function mockAnswer(settings: AnySettings, reply: Reply): MockAnswer | undefined {
  const mocks = settings.tool_mocks as Settings['tool_mocks']
  const [choice] = reply.choices
  if (!mocks || mocks.results.length === 0) return undefined
  if (reply.status !== 'done' || !choice || choice.toolCalls.length === 0) return undefined
  const found = new Map(mocks.results.map(({ name, content }) => [name, content]))
  const names = [...new Set(choice.toolCalls.map(({ name }) => name))]
  const missing = names.filter((name) => !found.has(name))
  if (missing.length > 0) return { kind: 'missing', names: missing }
  const before: readonly unknown[] = Array.isArray(settings.messages) ? settings.messages : []
  const turn = toolTurnsSinceUser(before) + 1
  const most = mocks.most_turns
  if (turn > most) return { kind: 'enough', most }
  const results = choice.toolCalls.map(({ name }) => found.get(name) ?? '')
  const messages = [...before, ...toolTurn(choice, results)]
  return { kind: 'answered', messages, names, turn, most }
}

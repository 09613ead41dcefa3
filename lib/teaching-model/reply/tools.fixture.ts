import { allNames, sampleTools } from '../tools/tools.fixture.ts'
import { replyTo } from './reply.fixture.ts'

/** For tests: all sample tools. */
export const tools = allNames.map((name) => sampleTools[name])
/** For tests: a message of the user. */
export const user = (content: string) => ({ role: 'user', content })
/** For tests: a request that asks for one call. */
export const weather = { tools, messages: [user('What is the weather in Lisbon?')] }
/** For tests: a request that asks for two calls. */
export const both = { tools, messages: [user('What is the weather in Lisbon and Porto?')] }
/** For tests: the choice of one tool. */
export const named = (name: string) => ({ tool_choice: { type: 'function', function: { name } } })

/** For tests: the calls of all choices. */
export function callsOf(body: Record<string, unknown>) {
  return replyTo(body).choices.flatMap(({ message }) => message.tool_calls ?? [])
}

/** For tests: their arguments, read. */
export function argsOf(body: Record<string, unknown>): unknown[] {
  return callsOf(body).map((call): unknown => JSON.parse(call.function.arguments))
}

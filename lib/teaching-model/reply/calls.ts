import { bytesOf } from '../tokens.ts'
import { callId } from '../tools/call-ids.ts'
import type { ToolCallDelta } from '../wire/wire.ts'
import type { ChoiceRun, Step } from './choice.ts'
import type { Continuation } from './continuation.ts'
import { createDrawer, type Shared } from './drawer.ts'
import { createReleasedText } from './released-text.ts'

/**
 * Begins the reply with a 0-based index that calls tools, one after the other. Their names are given;
 * the tokens of the arguments are drawn, and only these are counted. Stop sequences are for texts and
 * do not cut arguments.
 *
 * As OpenAI documents it, the reply ends with `tool_calls`, also where a call was required, but with
 * `stop` where the request named the function.
 */
export function startCalls(shared: Shared, index: number): ChoiceRun {
  const { request, candidates, calls, prompt, seed } = shared
  const drawer = createDrawer(shared, index)
  let current = -1
  let continuation: Continuation | undefined
  let released = createReleasedText<null>([])

  function begin(): Step {
    current += 1
    const name = calls[current]?.name ?? ''
    continuation = calls[current]?.begin()
    released = createReleasedText<null>([])
    const id = callId({ seed, promptLength: prompt.length, choice: index, call: current })
    return toStep({ index: current, id, type: 'function', function: { name, arguments: '' } })
  }

  /** News of the current call; none where there is nothing to tell. */
  function piece(text: string): Step {
    return text === ''
      ? { text: '', logprobs: [], finish: null }
      : toStep({ index: current, function: { arguments: text } })
  }

  return {
    count: drawer.count,
    step() {
      if (!continuation) return begin()
      const { candidate } = drawer.next(continuation)
      if (candidate === candidates.end) {
        continuation = undefined
        const finish = request.tools?.named ? 'stop' : 'tool_calls'
        return { ...piece(released.end().text), finish: current + 1 < calls.length ? null : finish }
      }
      const { text } = released.push(bytesOf(candidates.ids[candidate] ?? 0), null)
      if (drawer.count() < request.max_completion_tokens) return piece(text)
      return { ...piece(text + released.end().text), finish: 'length' }
    },
  }
}

function toStep(call: ToolCallDelta): Step {
  return { text: '', call, logprobs: [], finish: null }
}

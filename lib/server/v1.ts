import 'server-only'
import type { Failure } from '#lib/result.ts'
import { env } from './env.ts'
import { checkGate } from './gate.ts'
import { openAiErrorResponse } from './responses.ts'

type Handler<Context> = (request: Request, context: Context) => Response | Promise<Response>

/** A route of `/v1`: behind the gate, and with every error in OpenAI's format, our own faults too. */
export function atV1<Context>(handle: Handler<Context>): Handler<Context> {
  return async (request, context) => {
    const gate = checkGate(request, 'v1', env())
    if (!gate.ok) return openAiErrorResponse(gate.error)
    try {
      return await handle(request, context)
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
      return openAiErrorResponse(fault)
    }
  }
}

/** Answers a method that a route does not have; `allowed` names those it has. */
export function methodRefusal(...allowed: string[]): (request: Request) => Response {
  return ({ method, url }) => {
    const message = `${method} is not possible at ${new URL(url).pathname}. Use ${allowed.join(' or ')}.`
    const failure = { ...refused, status: 405, code: 'method_not_supported', message }
    return openAiErrorResponse(failure, { allow: allowed.join(', ') })
  }
}

/** Answers a path that `/v1` does not have. */
export function unknownPath({ method, url }: Request): Response {
  const message = `There is no ${method} ${new URL(url).pathname} here. Nucleus serves ${paths}.`
  return openAiErrorResponse({ ...refused, status: 404, code: 'unknown_url', message })
}

const paths =
  'POST /v1/chat/completions, POST /v1/completions, GET /v1/models and GET /v1/models/{model}'

const refused = { kind: 'invalid' } as const

const fault: Failure = {
  kind: 'internal',
  message: 'A fault inside Nucleus kept it from answering. Its output tells more.',
}

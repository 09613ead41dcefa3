import 'server-only'
import { checkRequest, unknownNames } from '#lib/request/check.ts'
import { runRequestSchema, type RunRequest } from '#lib/request/envelope.ts'
import { requestSteps, type Step } from '#lib/request/steps.ts'
import { fail, ok, type Failure, type Result } from '#lib/result.ts'

/** A run request that has been checked from top to bottom. */
export interface CheckedRun {
  envelope: RunRequest
  /** The request itself first, then its fallbacks. */
  steps: Step[]
}

/** Checks what a browser sent for a run: the envelope, then every parameter in it. */
export function checkRun(input: unknown): Result<CheckedRun, Failure> {
  const envelope = runRequestSchema.safeParse(input)
  if (!envelope.success) return fail(invalid('The run request does not have the expected form.'))
  const unknown = unknownNames(envelope.data.settings)
  if (unknown.length > 0)
    return fail(invalid(`Nucleus knows no parameter “${unknown[0]}”.`, unknown[0]))
  const request = checkRequest(envelope.data.settings)
  const steps = request.ok ? requestSteps(request.value) : request
  if (steps.ok) return ok({ envelope: envelope.data, steps: steps.value })
  const first = steps.error[0]
  return fail(invalid(first?.message ?? 'The request is not valid.', first?.parameter))
}

function invalid(message: string, param?: string): Failure {
  return { kind: 'invalid', message, ...(param ? { param } : {}) }
}

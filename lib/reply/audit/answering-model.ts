import type { Reply } from '../reply.ts'
import { isSameModel } from './model-names.ts'

/**
 * The model that answered, as the reply names it; after a fallback the fallback's own name, where
 * the reply still names the model that was asked for first.
 */
export function answeringModel({ attempts, model }: Reply): string | undefined {
  const first = attempts[0]?.model
  const last = attempts.at(-1)?.model
  if (model === undefined || last === undefined || last === first) return model ?? last
  return isSameModel(last, model) ? model : last
}

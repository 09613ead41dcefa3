import { checkValue } from './check.ts'
import type { Request, Response } from './messages.ts'

/** The checker's thread. A schema may keep it busy for ever; then it is ended from outside. */
addEventListener('message', ({ data: { number, ...question } }: MessageEvent<Request>) => {
  postMessage({ number, kind: 'begun' } satisfies Response)
  const checked = checkValue(question)
  const response: Response = checked.ok
    ? { number, kind: 'faults', faults: checked.value }
    : { number, kind: 'unusable', message: checked.error.message }
  postMessage(response)
})

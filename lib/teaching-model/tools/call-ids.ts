import { createRandom } from '../sampling/random.ts'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const length = 24

/** What makes a call's id differ from others. */
export interface CallPlace {
  seed: number
  /** The number of tokens before the reply, so that the turns of a conversation differ. */
  promptLength: number
  /** The 0-based choice. */
  choice: number
  /** The 0-based call in the choice. */
  call: number
}

/** The id of a call, `call_` and 24 letters or digits: the same for the same place, else another. */
export function callId({ seed, promptLength, choice, call }: CallPlace): string {
  // The streams from 2^31 on are not used by the choices' own draws.
  const random = createRandom(seed, 2 ** 31 + promptLength * 8192 + choice * 64 + call)
  const drawn = Array.from({ length }, () => letters[Math.floor(random() * letters.length)] ?? 'A')
  return `call_${drawn.join('')}`
}

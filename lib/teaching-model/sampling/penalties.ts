/** What changes logits before they become the reported log probabilities, by wire name. */
export interface Penalties {
  repetition_penalty: number
  frequency_penalty: number
  presence_penalty: number
}

/** The tokens that penalties look at, by candidate index. */
interface Appearances {
  /** In the prompt or in the reply so far. */
  seen: ReadonlySet<number>
  /** How often each was generated in this reply. */
  generated: ReadonlyMap<number, number>
}

/**
 * Changes logits in place, first by `repetition_penalty` (θ: a logit below 0 is multiplied by θ, one
 * above 0 divided; Keskar et al. 2019; over prompt and reply), then by the formula of OpenAI's API
 * reference over the reply alone, logit − count · frequency_penalty − presence_penalty, and last by
 * the `bias` of each candidate index.
 */
export function adjust(
  logits: Float64Array,
  { repetition_penalty, frequency_penalty, presence_penalty }: Penalties,
  { seen, generated }: Appearances,
  bias: ReadonlyMap<number, number>,
): void {
  const change = (index: number, to: (logit: number) => number) => {
    logits[index] = to(logits[index] ?? 0)
  }
  const repeat = (logit: number) =>
    logit < 0 ? logit * repetition_penalty : logit / repetition_penalty
  if (repetition_penalty !== 1) for (const index of seen) change(index, repeat)
  for (const [index, count] of generated) {
    change(index, (logit) => logit - count * frequency_penalty - presence_penalty)
  }
  for (const [index, amount] of bias) change(index, (logit) => logit + amount)
}

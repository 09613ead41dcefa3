/** What changes logits before the temperature acts, by wire name. */
export interface Penalties {
  repetition_penalty: number
  frequency_penalty: number
  presence_penalty: number
}

/** The penalties and the bias of a request, and the tokens that they look at, by candidate index. */
export interface Changes {
  penalties: Penalties
  /** `logit_bias`. */
  bias: ReadonlyMap<number, number>
  /** Tokens of the prompt or of the reply so far. */
  seen: ReadonlySet<number>
  /** How often each was generated in this reply. */
  generated: ReadonlyMap<number, number>
}

/** Whether any logit is changed at all. */
export function changesLogits({ penalties, bias, seen, generated }: Changes): boolean {
  const { repetition_penalty, frequency_penalty, presence_penalty } = penalties
  const repeats = repetition_penalty !== 1 && seen.size > 0
  const counts = (frequency_penalty !== 0 || presence_penalty !== 0) && generated.size > 0
  return repeats || counts || bias.size > 0
}

/**
 * Changes logits in place, first by `repetition_penalty` (θ: a logit below 0 is multiplied by θ, one
 * above 0 divided; Keskar et al. 2019; over prompt and reply), then by the formula of OpenAI's API
 * reference over the reply alone, logit − count · frequency_penalty − presence_penalty, and last by
 * the bias. A logit of −∞ stays: what a format rules out, no bias brings back.
 */
export function adjust(logits: Float64Array, { penalties, bias, seen, generated }: Changes): void {
  const { repetition_penalty, frequency_penalty, presence_penalty } = penalties
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

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

/**
 * The changed logits of the candidates that anything touches; all others keep theirs. First acts
 * `repetition_penalty` (θ: a logit below 0 is multiplied by θ, one above 0 divided; Keskar et al.
 * 2019; over prompt and reply), then the formula of OpenAI's API reference over the reply alone,
 * logit − count · frequency_penalty − presence_penalty, and last the bias. `logitOf` gives a
 * candidate's logit; one of −∞ stays, so that no bias brings back what a format rules out.
 */
export function changedLogits(
  logitOf: (candidate: number) => number,
  { penalties, bias, seen, generated }: Changes,
): Map<number, number> {
  const { repetition_penalty, frequency_penalty, presence_penalty } = penalties
  const logits = new Map<number, number>()
  const change = (index: number, to: (logit: number) => number) => {
    logits.set(index, to(logits.get(index) ?? logitOf(index)))
  }
  const repeat = (logit: number) =>
    logit < 0 ? logit * repetition_penalty : logit / repetition_penalty
  if (repetition_penalty !== 1) for (const index of seen) change(index, repeat)
  if (frequency_penalty !== 0 || presence_penalty !== 0) {
    for (const [index, count] of generated) {
      change(index, (logit) => logit - count * frequency_penalty - presence_penalty)
    }
  }
  for (const [index, amount] of bias) change(index, (logit) => logit + amount)
  return logits
}

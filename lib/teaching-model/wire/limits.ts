/** The most tokens that one request may ask for: the token limit times `n`. */
export const tokenCap = 16_384

/** The most tokens of a prompt and its reply together. */
export const contextWindow = 32_768

const usualLimit = 256

/** The most tokens of each of `n` choices, where a request sets no limit. */
export function usualLimitFor(n: number): number {
  return Math.min(usualLimit, Math.floor(tokenCap / n))
}

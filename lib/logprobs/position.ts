/** What a provider told about one position of a reply; all logprobs in nats, as recorded. */
export interface Position {
  /** The logprob of the chosen token; NaN where none came. */
  readonly chosen: number
  /** The logprobs of the listed likeliest tokens, as they were sent; NaN where one is missing. */
  readonly listed: ArrayLike<number>
  /** 0-based place of the chosen token in the list; −1 where the list does not hold it. */
  readonly chosenAt: number
}

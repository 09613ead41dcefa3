/** How much of a pasted text is read; more than this is no request that a person pastes. */
export const importLimits = {
  /** UTF-16 units of the whole text. */
  characters: 2_000_000,
  /** Tokens of a piece of code. */
  tokens: 400_000,
  /** Levels of brackets that are read; deeper ones are passed over. */
  levels: 100,
  /** Values that are made while variables are put in their places. */
  values: 400_000,
  /** Places of a log entry in which a request is looked for. */
  places: 20_000,
} as const

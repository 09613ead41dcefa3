/** How large a schema may be, so that reading one takes a bounded time and room. */
export const limits = {
  /** Schemas inside one another. */
  depth: 64,
  /** Schemas in all. */
  nodes: 2000,
  /** Bytes of all property names and enum members together. */
  literalBytes: 400_000,
  /** States of the network, its array counters included. */
  places: 200_000,
  /** Characters of a pattern. */
  patternLength: 2000,
  /** Parts of a pattern after its counted repetitions are written out. */
  patternParts: 4000,
  /** Steps and table entries for all patterns, lengths, multiples and `oneOf` of a schema together. */
  work: 2_000_000,
  /** States of a pattern times the lengths that are counted. */
  stringCells: 200_000,
  /** The longest string that a schema can demand, in code points. */
  stringLength: 20_000,
  /** The largest number of items that is counted. */
  items: 1000,
  /** Digits of a number: as many as a double keeps apart. */
  digits: 15,
  /** The largest multipleOf. */
  multiple: 1000,
} as const

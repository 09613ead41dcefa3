/** What is wrong with a schema, and where in it: keywords, names and positions from its top. */
export interface SchemaProblem {
  path: readonly (string | number)[]
  message: string
}

/** The problems below some steps, their paths counted from there. */
export function problemsBelow(
  problems: readonly SchemaProblem[],
  ...steps: string[]
): SchemaProblem[] {
  return problems
    .filter(({ path }) => steps.every((step, index) => String(path[index]) === step))
    .map(({ path, message }) => ({ path: path.slice(steps.length), message }))
}

/** The problems that are told at a schema itself: those that no row below it tells. */
export function ownProblems(
  problems: readonly SchemaProblem[],
  rowNames: readonly string[],
  hasItems: boolean,
): SchemaProblem[] {
  return problems.filter(({ path: [first, second] }) => {
    if (first === 'items') return !hasItems
    return first !== 'properties' || !rowNames.includes(String(second))
  })
}

// The laws of the tree that no lint rule can state, as functions over names and sources.

const forbiddenAtRoot = /^(proxy|middleware|instrumentation|instrumentation-client)\.[cm]?[jt]sx?$/

/** Files at the top level whose work belongs elsewhere (checks in lib/server/gate.ts). */
export function strayRootFiles(names: readonly string[]): string[] {
  return names.filter((name) => forbiddenAtRoot.test(name))
}

/** The 1-based lines on which a source reads the clock by `Date()` or `new Date()`. */
export function clockReadings(source: string): number[] {
  return linesMatching(source, /\bDate\(\s*\)|\bnew\s+Date\b(?!\s*\()/)
}

/** The 1-based lines on which a source silences the linter. */
export function lintSuppressions(source: string): number[] {
  return linesMatching(source, /(?:oxlint|eslint)-disable/)
}

function linesMatching(source: string, pattern: RegExp): number[] {
  return source.split('\n').flatMap((line, index) => (pattern.test(line) ? [index + 1] : []))
}

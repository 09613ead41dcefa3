// Reading how a test run ended from its JSON report.

/** What is counted when a runner left no report: one failure. */
const none = { passed: 0, failed: 0, skipped: 0 }

/** The counts of a vitest report; a file that could not run counts as one failed test. */
export function countUnit(report) {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(isFailure),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** The counts of a Playwright report; an error outside of any test counts as one failed test. */
export function countBrowser({ stats, errors }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  }
}

/**
 * The outcome of one part: its counts, and the fault when they alone would not show one.
 * A part in which no test ran has failed, and so has a runner that says so by its exit code.
 */
export function outcomeOf(title, exitCode, counts = none) {
  if (counts.failed > 0) return counts
  if (exitCode !== 0) return failing(counts, `The ${title} ended with exit code ${exitCode}.`)
  if (counts.passed === 0) return failing(counts, `No test ran in the ${title}.`)
  return counts
}

/** The counts of all outcomes together. */
export function sum(outcomes) {
  return outcomes.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    none,
  )
}

/** Counts as one line: `12 passed, 0 failed`, and the skipped ones when there are any. */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

function failing(counts, fault) {
  return { ...counts, failed: 1, fault }
}

function isFailure(assertion) {
  return assertion.status === 'failed'
}

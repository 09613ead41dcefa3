import { describe, expect, it } from 'vitest'
import { closingLine, countBrowser, countUnit, outcomeOf, sum } from './test-counts.mjs'

describe('the count of unit tests', () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 0,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }],
  }

  it('tells passed, failed and skipped', () => {
    expect(countUnit(report)).toEqual({ passed: 5, failed: 0, skipped: 3 })
  })

  it('counts a file that could not run, and no failed test twice', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
    ]
    expect(countUnit({ ...report, numFailedTests: 1, testResults }).failed).toBe(2)
  })
})

describe('the count of browser tests', () => {
  it('tells passed (flaky ones too), failed (faults of the run too) and skipped', () => {
    const stats = { expected: 7, flaky: 1, unexpected: 2, skipped: 3 }
    expect(countBrowser({ stats, errors: [{}] })).toEqual({ passed: 8, failed: 3, skipped: 3 })
  })
})

describe('the outcome of a part', () => {
  const counts = { passed: 3, failed: 0, skipped: 0 }

  it('is its counts when it ended well', () => {
    expect(outcomeOf('unit tests', 0, counts)).toEqual(counts)
  })

  it('is its counts when a test failed', () => {
    expect(outcomeOf('unit tests', 1, { ...counts, failed: 2 })).toEqual({ ...counts, failed: 2 })
  })

  it('is a failure when the runner failed beside its tests', () => {
    expect(outcomeOf('unit tests', 1, counts)).toMatchObject({ passed: 3, failed: 1 })
  })

  it('is a failure when no test ran', () => {
    const outcome = outcomeOf('unit tests', 0, { passed: 0, failed: 0, skipped: 4 })
    expect(outcome).toEqual({
      passed: 0,
      failed: 1,
      skipped: 4,
      fault: 'No test ran in the unit tests.',
    })
  })

  it('is a failure when there is no report', () => {
    expect(outcomeOf('browser tests', 0).failed).toBe(1)
    expect(outcomeOf('browser tests', 1).failed).toBe(1)
  })
})

describe('the closing line', () => {
  it('sums up all parts, and names skipped tests only when there are any', () => {
    const unit = { passed: 3, failed: 1, skipped: 0 }
    expect(closingLine(sum([unit, { passed: 4, failed: 0, skipped: 0 }]))).toBe(
      '7 passed, 1 failed',
    )
    expect(closingLine(sum([unit, { passed: 0, failed: 0, skipped: 2 }]))).toBe(
      '3 passed, 1 failed, 2 skipped',
    )
  })
})

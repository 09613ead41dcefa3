import { describe, expect, it } from 'vitest'
import { partsToRun } from './test-arguments.mjs'

describe('the arguments of npm test', () => {
  it.each([
    ['nothing runs both', [], { unit: [], e2e: [] }],
    ['both names run both', ['--unit', '--e2e'], { unit: [], e2e: [] }],
    ['--unit', ['--unit'], { unit: [], e2e: undefined }],
    ['--e2e', ['--e2e'], { unit: undefined, e2e: [] }],
    [
      'a rest goes to the chosen part',
      ['--e2e', '-g', 'run'],
      { unit: undefined, e2e: ['-g', 'run'] },
    ],
    ['a unit test by its path', ['lib/a.test.ts'], { unit: ['lib/a.test.ts'], e2e: undefined }],
    ['a folder of unit tests', ['lib/preset'], { unit: ['lib/preset'], e2e: undefined }],
    [
      'a browser test by its path',
      ['e2e/specs/a.spec.ts'],
      { unit: undefined, e2e: ['e2e/specs/a.spec.ts'] },
    ],
    ['one of each', ['lib/a', './e2e/specs'], { unit: ['lib/a'], e2e: ['./e2e/specs'] }],
  ])('%s', (_title, args, parts) => {
    expect(partsToRun(args)).toEqual(parts)
  })

  it('refuse an option that two runners would read differently', () => {
    expect(() => partsToRun(['-g', 'run'])).toThrow(
      '-g is for one kind of tests: say --unit or --e2e',
    )
  })
})

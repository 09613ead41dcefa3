// Which of the two kinds of tests a command line asks for.
import { Unready } from './processes.mjs'

/**
 * The arguments for vitest and for Playwright; a part that is not asked for is undefined.
 * `--unit` and `--e2e` choose a part; without them a path chooses the part it belongs to.
 */
export function partsToRun(args) {
  const unit = args.includes('--unit')
  const e2e = args.includes('--e2e')
  const rest = args.filter((argument) => argument !== '--unit' && argument !== '--e2e')
  if (rest.length === 0)
    return { unit: unit || !e2e ? [] : undefined, e2e: e2e || !unit ? [] : undefined }
  if (unit !== e2e) return { unit: unit ? rest : undefined, e2e: e2e ? rest : undefined }
  return byPath(rest)
}

function byPath(args) {
  const option = args.find((argument) => argument.startsWith('-'))
  if (option !== undefined) {
    throw new Unready(`${option} is for one kind of tests: say --unit or --e2e before it.`)
  }
  const e2e = args.filter(isBrowserTest)
  const unit = args.filter((argument) => !isBrowserTest(argument))
  return { unit: unit.length > 0 ? unit : undefined, e2e: e2e.length > 0 ? e2e : undefined }
}

function isBrowserTest(path) {
  return /^(\.[\\/])?e2e[\\/]|\.spec\.ts/.test(path)
}

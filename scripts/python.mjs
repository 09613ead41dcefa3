// Finding a Python, and keeping a virtual environment that holds exactly the packages of a list.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runProgram, Unready } from './processes.mjs'

// The packages of the list have wheels for these.
const oldest = [3, 11]
const tooNew = [3, 15]

const onWindows = process.platform === 'win32'
const usualNames = onWindows
  ? ['python', 'python3']
  : ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python']

// What a Python must be able to import to make an environment with pip in it.
const question =
  'import ensurepip, sys, venv; print(sys.executable, *sys.version_info[:3], sep="\\n")'

/** The first Python that can be used, `PYTHON` before all others; throws `Unready` without one. */
export function findPython(ask = askPython, chosen = process.env.PYTHON) {
  const seen = []
  for (const name of chosen ? [chosen] : usualNames) {
    const found = ask(name)
    if (found !== undefined && isUsable(found.version)) return found
    if (found !== undefined) seen.push(`${name} is ${found.version.join('.')}`)
  }
  throw new Unready(
    `LiteLLM needs Python ${oldest.join('.')} or newer, older than ${tooNew.join('.')}, with venv and pip` +
      ` (${seen.length > 0 ? seen.join(', ') : 'none was found'}).\n` +
      'Install one, or set PYTHON to the program, and run the command again.',
  )
}

/** Whether a version, as `[major, minor, …]`, is one that the packages have wheels for. */
export function isUsable([major, minor]) {
  return major === 3 && minor >= oldest[1] && minor < tooNew[1]
}

/** Makes the environment in `folder` with exactly the packages of `list`, unless it is there. */
export async function ensureEnvironment(folder, list, python) {
  const wanted = environmentFingerprint(list, python)
  if (environmentIsCurrent(folder, wanted)) return
  console.log(`Installing the packages of ${list} …`)
  const started = performance.now()
  rmSync(folder, { recursive: true, force: true })
  const pip = ['-m', 'pip', '--disable-pip-version-check']
  // Wheels only: what has none would run its own code here. The list is complete, so that nothing
  // has to be resolved; `check` proves it.
  const wheels = ['--only-binary', ':all:', '--no-deps', '--no-input', '--progress-bar', 'off']
  const own = programOf(folder, 'python')
  const steps = [
    [python.program, ['-m', 'venv', folder]],
    [own, [...pip, 'install', '--quiet', ...wheels, '-r', list]],
    [own, [...pip, 'check']],
  ]
  for (const [program, args] of steps) {
    if ((await runProgram(program, args)) !== 0) {
      throw new Unready(`The packages of ${list} could not be installed; the reason stands above.`)
    }
  }
  writeFileSync(stampOf(folder), wanted)
  console.log(`They are installed (${((performance.now() - started) / 1000).toFixed(1)} s).`)
}

/** One text (hex) for a list of packages and the Python that they are for. */
export function environmentFingerprint(list, { program, version }) {
  const hash = createHash('sha256').update(`${program}\0${version.join('.')}\0${process.arch}\0`)
  return hash.update(readFileSync(list)).digest('hex')
}

/** True when `ensureEnvironment` has completed an environment in `folder` with this fingerprint. */
export function environmentIsCurrent(folder, fingerprint) {
  if (!existsSync(stampOf(folder)) || !existsSync(programOf(folder, 'python'))) return false
  return readFileSync(stampOf(folder), 'utf8') === fingerprint
}

/** The file of a program in a virtual environment. */
export function programOf(folder, name) {
  return onWindows ? join(folder, 'Scripts', `${name}.exe`) : join(folder, 'bin', name)
}

function stampOf(folder) {
  return join(folder, 'nucleus-stamp')
}

function askPython(name) {
  const { status, stdout } = spawnSync(name, ['-c', question], { encoding: 'utf8' })
  if (status !== 0) return undefined
  const [program, ...version] = stdout.trim().split(/\r?\n/)
  return { program, version: version.map(Number) }
}

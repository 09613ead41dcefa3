// Finding the project, and running its programs with their output in plain view.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the project. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url))

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** A condition the person at the terminal can change; its message says how. */
export class Unready extends Error {}

/** Runs a script's main function: an `Unready` becomes a plain message and exit code 1. */
export async function main(run) {
  try {
    process.exitCode = (await run()) ?? 0
  } catch (error) {
    if (!(error instanceof Unready)) throw error
    console.error(`\n${error.message}\n`)
    process.exitCode = 1
  }
}

/** Starts a JavaScript program of node_modules, named by its file, as a child on this terminal. */
export function startTool(root, file, args, env = {}) {
  return spawn(process.execPath, [join(root, 'node_modules', file), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
  })
}

/** Runs a program of node_modules to its end and gives its exit code. */
export function runTool(root, file, args, env) {
  return exitCodeOf(startTool(root, file, args, env))
}

/** Runs any program to its end and gives its exit code; 127 when it cannot be started. */
export async function runProgram(program, args) {
  try {
    return await exitCodeOf(spawn(program, args, { stdio: 'inherit' }))
  } catch (error) {
    if (error.syscall === undefined) throw error
    console.error(error.message)
    return 127
  }
}

/** Runs npm to its end and gives its exit code, wherever this machine keeps it. */
export function runNpm(root, args) {
  const script = process.env.npm_execpath
  const inNode = script !== undefined && /npm-cli\.c?js$/.test(script)
  const [command, rest] = inNode ? [process.execPath, [script, ...args]] : ['npm', args]
  const shell = !inNode && process.platform === 'win32'
  return exitCodeOf(spawn(command, rest, { cwd: root, stdio: 'inherit', shell }))
}

/**
 * How a child ended: its exit code (128 + the signal's number when a signal ended it), and whether
 * this process was asked to stop meanwhile. It passes that on to the child, and ends a child that
 * has not stopped after `patience` milliseconds.
 */
export async function endOf(child, patience) {
  let stopped = false
  const stop = (signal) => {
    if (stopped) return
    stopped = true
    // A terminal has sent its Ctrl-C to the child too, and twice would mean "at once".
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    setTimeout(() => child.kill('SIGKILL'), patience).unref()
  }
  for (const signal of stopSignals) process.on(signal, stop)
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (exitCode, signal) => resolve(exitCode ?? 128 + constants.signals[signal]))
  })
  for (const signal of stopSignals) process.off(signal, stop)
  return { code, stopped }
}

async function exitCodeOf(child) {
  const { code, stopped } = await endOf(child, 10_000)
  if (stopped) process.exit(code === 0 ? 1 : code)
  return code
}

// Whether a server can listen at a place, and when it does.
import { connect, createServer } from 'node:net'
import { setTimeout as after } from 'node:timers/promises'
import { addressOf, reachableHost } from './environment.mjs'
import { Unready } from './processes.mjs'

/** Throws `Unready`, saying what to do, when nothing can listen at this place. */
export async function ensureFree(place) {
  const code = await tryListening(place)
  if (code !== undefined) throw new Unready(remedy(place, code))
}

/** Resolves once something accepts connections at this place, or the signal aborts. */
export async function listens(place, signal) {
  while (!signal.aborted && !(await accepts(place))) await after(25)
}

function tryListening({ host, port }) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error) => resolve(error.code))
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)))
  })
}

function accepts({ host, port }) {
  return new Promise((resolve) => {
    const socket = connect({ host: reachableHost(host), port }, () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

function remedy({ host, port }, code) {
  if (code === 'EADDRINUSE') {
    return (
      `Port ${port} is in use: perhaps Nucleus runs already, at ${addressOf({ host, port })} .\n` +
      `To start on another port: ${settingFor(port === 65_535 ? 3000 : port + 1)}`
    )
  }
  if (code === 'EACCES') {
    return `Port ${port} needs special rights on this machine. Choose one above 1023: ${settingFor(3000)}`
  }
  return (
    `HOST is "${host}", which is not an address of this machine (${code}).\n` +
    'Unset HOST to listen on 127.0.0.1, or set it to 0.0.0.0 to listen on every address.'
  )
}

function settingFor(port) {
  return process.platform === 'win32' ? `$env:PORT=${port}; npm start` : `PORT=${port} npm start`
}

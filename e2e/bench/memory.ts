import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** The memory that a process holds now (resident set), in bytes; throws where it cannot be read. */
export function residentBytes(pid: number): number {
  const path = `/proc/${pid}/status`
  const kib = existsSync(path)
    ? /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(path, 'utf8'))?.[1]
    : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  if (!kib) throw new Error(`The memory of process ${pid} cannot be read.`)
  return Number(kib) * 1024
}

/** Reads a process's memory ten times a second; what it returns stops that and gives the most. */
export function watchPeak(pid: number): () => number {
  let peak = residentBytes(pid)
  const read = () => void (peak = Math.max(peak, residentBytes(pid)))
  const timer = setInterval(read, 100)
  return () => {
    clearInterval(timer)
    read()
    return peak
  }
}

/** A size in MB of 1,000,000 bytes, for a table. */
export function mb(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}

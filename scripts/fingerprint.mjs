// What the production build is made from, as one hash.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const buildInputs = [
  'app',
  'components',
  'lib',
  'public',
  'next.config.js',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  '.postcssrc.json',
]

/** SHA-256 (hex) over the names and contents of all files that the build reads; tests are left out. */
export function buildFingerprint(root) {
  const hash = createHash('sha256')
  for (const path of buildInputs.flatMap((input) => filesUnder(root, input))) {
    const content = readFileSync(join(root, path))
    hash.update(`${path}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/** The files at or below a path, as sorted paths with forward slashes; none when it does not exist. */
function filesUnder(root, path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false })
  if (found === undefined) return []
  if (!found.isDirectory()) return isTest(path) ? [] : [path]
  const names = readdirSync(join(root, path)).toSorted()
  return names.flatMap((name) => filesUnder(root, `${path}/${name}`))
}

function isTest(path) {
  return /\.test\.tsx?$/.test(path)
}

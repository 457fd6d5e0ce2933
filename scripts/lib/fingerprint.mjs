import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot } from './paths.mjs'

const SKIPPED = new Set(['node_modules', 'dist', 'out', '.git'])

/**
 * All files below a file or folder of the checkout, in a stable order.
 * @param {string} path relative to the root
 * @returns {string[]}
 */
function filesBelow(path) {
  const absolute = inRoot(path)
  if (!existsSync(absolute)) return []
  if (statSync(absolute).isFile()) return [path]
  return readdirSync(absolute)
    .sort()
    .filter(name => !SKIPPED.has(name))
    .flatMap(name => filesBelow(join(path, name)))
}

/**
 * One hash over names and contents: a fresh clone and a touched file compare equal, which times do not.
 * @param {readonly string[]} paths files and folders, relative to the root
 */
export function fingerprint(paths) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(filesBelow))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(inRoot(file)))
  return hash.digest('hex')
}

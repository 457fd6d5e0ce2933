/**
 * Whether node_modules is what the lockfile says, told from npm's own lists.
 *
 * @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} LockEntry
 * @typedef {Readonly<Record<string, LockEntry>>} LockEntries
 */

/**
 * Whether an optional package must be here: one for exactly this platform. Those that name no platform are
 * parts of others, and which C library an installation is for only npm knows.
 * @param {LockEntry} entry
 */
const isForThisPlatform = ({ os, cpu, libc }) =>
  Boolean(os?.includes(process.platform) && (!cpu || cpu.includes(process.arch)) && !libc)

/** @param {LockEntry} entry */
export const isExpected = entry => entry.optional !== true || isForThisPlatform(entry)

/**
 * @param {LockEntries} locked entries of package-lock.json
 * @param {LockEntries} present entries of node_modules/.package-lock.json
 */
export function matchesLockfile(locked, present) {
  const isComplete = Object.entries(locked).every(([path, entry]) => {
    const found = present[path]
    return found ? found.version === entry.version : !isExpected(entry)
  })
  return isComplete && Object.keys(present).every(path => path in locked)
}

import { closeSync, existsSync, fsyncSync, openSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { withSqliteErrors } from '../sqlite-error.ts'

/** The new file while it is being made; worth nothing until it is whole. */
export const unfinishedPath = (path: string): string => `${path}.rebuilding`
/** The new file once it is whole. While it lies here, the damaged one is still to be put aside. */
export const rebuiltPath = (path: string): string => `${path}.rebuilt`

const SIDE_FILES = ['-wal', '-shm', ''] as const

/** A free name beside the file: an earlier damaged file stays where it is. */
function asidePath(path: string): string {
  for (let number = 1; ; number += 1) {
    const aside = `${path}.damaged-${number}`
    if (!existsSync(aside)) return aside
  }
}

/** The names in the folder of a file are on the disk. On Windows a folder cannot be synced; its journal keeps renames in order. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(dirname(path), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

/**
 * Puts the damaged file aside and the rebuilt one in its place. Cut off anywhere it can be called again; without a
 * rebuilt file it does nothing. Answers where the damaged file lies now; null when there was none.
 */
export function swapIn(path: string): string | null {
  if (!existsSync(rebuiltPath(path))) return null
  return withSqliteErrors(() => {
    const aside = asidePath(path)
    const hasFile = existsSync(path)
    // The file itself goes last: while it is there, a swap that was cut off goes on under the same name.
    for (const end of SIDE_FILES) if (existsSync(path + end)) renameSync(path + end, aside + end)
    syncFolder(path)
    renameSync(rebuiltPath(path), path)
    syncFolder(path)
    return hasFile ? aside : null
  })
}

/** The new file is whole and on the disk: from here on it replaces the damaged one, whatever happens. */
export function markWhole(path: string): void {
  const file = openSync(unfinishedPath(path), 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(unfinishedPath(path), rebuiltPath(path))
  syncFolder(path)
}

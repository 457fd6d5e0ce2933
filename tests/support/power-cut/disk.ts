import { execFileSync } from 'node:child_process'
import { chmodSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openFolder } from '../at-the-end.ts'
import { cutPower } from './restore.ts'
import type { Cut } from './restore.ts'

const SOURCE = join(import.meta.dirname, 'disk.c')

let library: string | null = null

function compiled(): string {
  if (library !== null) return library
  const folder = openFolder('disk')
  const path = join(folder, 'disk.so')
  execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', path, SOURCE])
  chmodSync(path, 0o755)
  library = path
  return path
}

export type DiskFault = `${'write' | 'sync' | 'read'} ${number}`

/** A disk that keeps only what was synced, for processes started with its environment. */
export type ForgetfulDisk = {
  /** `cutAfter`: the process dies before its n-th write, truncation or sync below the folder. */
  readonly env: (options?: { readonly cutAfter?: number }) => Record<string, string>
  /** After every process on it has died: files become what a power cut leaves. */
  readonly cut: (random: () => number) => Cut
  /** Calls that fail from now on; none: the disk is well. */
  readonly fail: (...faults: readonly DiskFault[]) => void
  readonly remove: () => void
}

/** Needs a compiler and Linux. */
export function forgetfulDisk(folder: string): ForgetfulDisk {
  const path = compiled()
  const home = openFolder('cut')
  const journal = join(home, 'journal')
  execFileSync('mkdir', ['-m', '0777', journal])
  const faults = join(home, 'faults')
  writeFileSync(faults, '')
  return {
    env: ({ cutAfter } = {}) => ({
      LD_PRELOAD: path,
      TANDEM_DISK_FOLDER: folder,
      TANDEM_DISK_JOURNAL: journal,
      TANDEM_DISK_FAULTS: faults,
      // Writes must pass through the C library.
      UV_USE_IO_URING: '0',
      ...(cutAfter === undefined ? {} : { TANDEM_DISK_CUT_AFTER: String(cutAfter) }),
    }),
    cut: random => cutPower({ folder, journal, random }),
    fail: (...given) => writeFileSync(faults, given.join('\n')),
    remove: () => rmSync(home, { recursive: true, force: true }),
  }
}

import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const works: (() => void)[] = []

/** To be done behind the last test of the file, or at the end of a process that runs no tests. In reverse order. */
export const atTheEnd = (work: () => void): void => void works.push(work)

/** Does what was to be done at the end. The runner of tests calls it behind each file. */
export function finish(): void {
  for (const work of works.splice(0).toReversed()) work()
}

// The runner ends its processes without a word: what waits for the end of one waits for ever there.
process.once('exit', finish)

/** The folder of this run of tests, which is looked through when all is over; without one, the machine's temporary one. */
export const runFolder = (): string => process.env['TANDEM_RUN_FOLDER'] ?? tmpdir()

/** A folder that goes with the test file. */
export function passingFolder(name: string, under = runFolder()): string {
  const folder = mkdtempSync(join(under, `tandem-${name}-`))
  atTheEnd(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The same, where other users of the machine reach it: the database server's own is not root. */
export function openFolder(name: string): string {
  const folder = passingFolder(name, process.env['TANDEM_RUN_FOLDER'] ?? '/var/tmp')
  chmodSync(folder, 0o777)
  return folder
}

const MEMORY = '/dev/shm'
const ENOUGH_BYTES = 1_000_000_000

/** Whether there is memory that looks like a disk, and enough of it. */
function isMemoryThere(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY)
    return bavail * bsize > ENOUGH_BYTES
  } catch {
    return false
  }
}

/**
 * The same in memory that looks like a disk, where there is enough of it: a commit waits for no platter. For files that
 * outlast their process, as every test needs it, and not the machine.
 */
export const quickFolder = (name: string): string => passingFolder(name, quickParent(runFolder()))

/** Memory, or the folder given where there is not enough of it. */
export const quickParent = (otherwise: string): string => (isMemoryThere() ? MEMORY : otherwise)

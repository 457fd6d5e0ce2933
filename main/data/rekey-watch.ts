import { closeSync, openSync, readSync } from 'node:fs'
import type { Clock } from '../../shared/clock.ts'
import type { CopyMarks } from './db/rekey/copy-whole.ts'

// One call of SQLite writes the whole copy anew, and the thread it runs on says nothing meanwhile. The bytes of the copy
// say how far it is: a page under another key looks different.

const LOOK_EVERY_MS = 200
/** Copying is the smaller part of the work. */
const COPYING = 0.3

export type RekeyWatch = {
  readonly copied: (share: number) => void
  readonly marked: (marks: CopyMarks) => void
  readonly stop: () => void
}
type Deps = { readonly clock: Pick<Clock, 'after'>; readonly tell: (share: number) => void }

/** Share of the marked pages that are not as they were, 0 to 1. */
export function rewrittenShare(file: number, { places, bytes }: CopyMarks): number {
  const size = bytes.length / places.length
  const found = Buffer.alloc(size)
  const isOther = (at: number, index: number): boolean => {
    readSync(file, found, 0, size, at)
    return !found.equals(bytes.subarray(index * size, (index + 1) * size))
  }
  return places.filter(isOther).length / places.length
}

/** Follows one replacement of a key and tells its share, 0 to 1. */
export function watchRekey({ clock, tell }: Deps): RekeyWatch {
  let file: number | null = null
  let cancel: (() => void) | null = null
  const look = (marks: CopyMarks): void => {
    if (file === null) return
    tell(COPYING + (1 - COPYING) * rewrittenShare(file, marks))
    cancel = clock.after(LOOK_EVERY_MS, () => look(marks))
  }
  return {
    copied: share => tell(COPYING * share),
    marked: marks => {
      try {
        // Kept open to the end: closing it would let go of the locks this process has on it.
        file = openSync(marks.path, 'r')
      } catch {
        // It is through already, or has failed: either is told by whoever asked for it.
        return
      }
      look(marks)
    },
    stop: () => {
      cancel?.()
      if (file !== null) closeSync(file)
      file = null
    },
  }
}

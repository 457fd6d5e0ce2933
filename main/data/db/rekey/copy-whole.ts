import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { invariant } from '../../../../shared/assert.ts'

/** First bytes of pages all over the copy, as they were under the old key: where they differ, the new one has been. */
export type CopyMarks = {
  /** Of the copy. */
  readonly path: string
  /** Offsets in bytes, rising. */
  readonly places: readonly number[]
  /** `MARK_BYTES` of each, one after the other. */
  readonly bytes: Uint8Array
}

export const MARK_BYTES = 16
const MOST_MARKS = 200
const CHUNK_BYTES = 4 * 2 ** 20
/** SQLite locks bytes here and keeps nothing in their page; where locks bind everybody, they cannot be read either. */
const LOCK_BYTE = 2 ** 30

export type Copying = {
  /** Open for reading. */
  readonly source: number
  readonly target: string
  readonly pageBytes: number
  readonly pages: number
  /** Share that is copied, 0 to 1. */
  readonly tell: (share: number) => void
}

function readFully(source: number, chunk: Uint8Array, at: number): void {
  for (let done = 0; done < chunk.length;) {
    const count = readSync(source, chunk, done, chunk.length - done, at + done)
    invariant(count > 0, 'the file is as long as its pages')
    done += count
  }
}

function writeFully(target: number, chunk: Uint8Array, at: number): void {
  for (let done = 0; done < chunk.length;)
    done += writeSync(target, chunk, done, chunk.length - done, at + done)
}

/** Chunks of whole pages; the page of the locks lies between two of them. */
export function* chunksOf(size: number, pageBytes: number): Generator<readonly [from: number, to: number]> {
  for (let from = 0; from < size;) {
    if (from === LOCK_BYTE) from += pageBytes
    const end = from < LOCK_BYTE ? Math.min(size, LOCK_BYTE) : size
    const to = Math.min(from + CHUNK_BYTES, end)
    if (to > from) yield [from, to]
    from = to
  }
}

function marksOf({ source, target, pageBytes, pages }: Copying): CopyMarks {
  const step = Math.max(1, Math.floor(pages / MOST_MARKS))
  const places: number[] = []
  for (let page = 0; page < pages; page += step)
    if (page * pageBytes !== LOCK_BYTE) places.push(page * pageBytes)
  const bytes = new Uint8Array(places.length * MARK_BYTES)
  places.forEach((at, index) =>
    readFully(source, bytes.subarray(index * MARK_BYTES, (index + 1) * MARK_BYTES), at),
  )
  return { path: target, places, bytes }
}

/** Copies a database file nobody writes to, page by page as it lies. Throws what the file system throws. */
export function copyWhole(copying: Copying): CopyMarks {
  const { source, pageBytes, pages, tell } = copying
  const size = pages * pageBytes
  const target = openSync(copying.target, 'wx', 0o600)
  try {
    const buffer = new Uint8Array(Math.min(CHUNK_BYTES, size))
    for (const [from, to] of chunksOf(size, pageBytes)) {
      const chunk = buffer.subarray(0, to - from)
      readFully(source, chunk, from)
      writeFully(target, chunk, from)
      tell(to / size)
    }
  } finally {
    closeSync(target)
  }
  return marksOf(copying)
}

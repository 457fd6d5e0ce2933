import {
  closeSync,
  fstatSync,
  ftruncateSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

const SECTOR = 512
const HEAD = 32

type Write = { readonly at: number; readonly size: number; readonly before: Buffer; readonly written: number }
type Given = { readonly folder: string; readonly journal: string; readonly random: () => number }
/** What the cut took: files that were not as they had last been synced, and writes to them. */
export type Cut = { readonly files: number; readonly writes: number }

/** The notes of disk.c: place, size of the file, bytes that stood there, bytes that were put there. A cut-off last one is none. */
function writesIn(notes: Buffer): readonly Write[] {
  const writes: Write[] = []
  for (let at = 0; at + HEAD <= notes.length;) {
    const number = (index: number): number => Number(notes.readBigUInt64LE(at + index * 8))
    const kept = number(2)
    if (at + HEAD + kept > notes.length) break
    const before = notes.subarray(at + HEAD, at + HEAD + kept)
    writes.push({ at: number(0), size: number(1), before, written: number(3) })
    at += HEAD + kept
  }
  return writes
}

function* filesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(path)
    else if (entry.isFile()) yield path
  }
}

function nameOfNotes(path: string): string {
  const { dev, ino } = lstatSync(path, { bigint: true })
  return `${dev.toString(16)}-${ino.toString(16)}`
}

/** A disk may have written some sectors already, in any order: those survive. */
function survivors(fd: number, writes: readonly Write[], random: () => number): Map<number, Buffer> {
  const share = random() < 0.5 ? 0 : random()
  const kept = new Map<number, Buffer>()
  const seen = new Set<number>()
  for (const { at, written } of writes) {
    for (let sector = Math.floor(at / SECTOR); sector * SECTOR < at + written; sector += 1) {
      if (seen.has(sector)) continue
      seen.add(sector)
      if (random() >= share) continue
      const content = Buffer.alloc(SECTOR)
      kept.set(sector, content.subarray(0, readSync(fd, content, 0, SECTOR, sector * SECTOR)))
    }
  }
  return kept
}

function putBack(path: string, writes: readonly Write[], random: () => number): void {
  const fd = openSync(path, 'r+')
  try {
    const kept = survivors(fd, writes, random)
    for (const { at, size, before } of writes.toReversed()) {
      if (before.length > 0) writeSync(fd, before, 0, before.length, at)
      if (fstatSync(fd).size !== size) ftruncateSync(fd, size)
    }
    for (const [sector, content] of kept) writeSync(fd, content, 0, content.length, sector * SECTOR)
  } finally {
    closeSync(fd)
  }
}

/**
 * Makes the files below the folder what a power cut leaves of them: each as it was when it was last synced, with some
 * sectors of what was written since. Every process that wrote to them is dead.
 */
export function cutPower({ folder, journal, random }: Given): Cut {
  const notes = new Set(readdirSync(journal))
  let [files, count] = [0, 0]
  for (const path of filesBelow(folder)) {
    const name = nameOfNotes(path)
    if (!notes.has(name)) continue
    const writes = writesIn(readFileSync(join(journal, name)))
    if (writes.length === 0) continue
    putBack(path, writes, random)
    files += 1
    count += writes.length
  }
  for (const name of notes) rmSync(join(journal, name))
  return { files, writes: count }
}

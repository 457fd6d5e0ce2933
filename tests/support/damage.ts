import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { close, openReader } from '../../main/data/db/open.ts'
import { TEST_KEY } from './laptop-database.ts'

const PAGE_BYTES = 4_096

/** The pages a table or an index lies on, leaves only. The file was closed, so that all of it is in the file. */
export function leavesOf(path: string, name: string, key = TEST_KEY): readonly number[] {
  const db = openReader({ path, key })
  try {
    return db.handle
      .prepare(`SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno`)
      .pluck()
      .all(name) as number[]
  } finally {
    close(db)
  }
}

/** Turns one bit of a page over, as a worn disk does. */
export function flipBitIn(path: string, page: number, bit = 11_003): void {
  const at = (page - 1) * PAGE_BYTES + Math.floor(bit / 8)
  const fd = openSync(path, 'r+')
  try {
    const byte = Buffer.alloc(1)
    readSync(fd, byte, 0, 1, at)
    byte[0] = (byte[0] ?? 0) ^ (1 << (bit % 8))
    writeSync(fd, byte, 0, 1, at)
  } finally {
    closeSync(fd)
  }
}

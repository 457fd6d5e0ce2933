import { get } from './statement.ts'
import type { Connection } from './types.ts'

/** How the parts of an index lie in levels: merges go from one level to the next, and only into the last one for good. */
export type SearchStructure = { readonly parts: number; readonly partsOfLastLevel: number }

/** Where FTS5 keeps it among its own rows. */
const STRUCTURE_ID = 10
const COOKIE_BYTES = 4
const NUMBERS_OF_PART = 3

/** Numbers as SQLite packs them: seven bits a byte, the highest first; no more than fit exactly are asked for. */
function* numbersOf(block: Uint8Array): Generator<number, 0> {
  let value = 0
  for (const byte of block.subarray(COOKIE_BYTES)) {
    value = value * 128 + (byte & 127)
    if (byte < 128) {
      yield value
      value = 0
    }
  }
  return 0
}

/** Levels, parts and a counter; then for each level a mark, its parts, and three numbers of each part. */
function read(block: Uint8Array): SearchStructure {
  const numbers = numbersOf(block)
  const next = (): number => numbers.next().value
  const [levels, parts] = [next(), next(), next()]
  let partsOfLastLevel = 0
  for (let level = 0; level < levels; level += 1) {
    next()
    partsOfLastLevel = next()
    for (let skipped = 0; skipped < partsOfLastLevel * NUMBERS_OF_PART; skipped += 1) next()
  }
  return { parts, partsOfLastLevel }
}

export function searchStructure(db: Connection, index: string): SearchStructure {
  const found = get<{ block: Uint8Array }>(db, `SELECT block FROM ${index}_data WHERE id = ${STRUCTURE_ID}`)
  return found ? read(found.block) : { parts: 0, partsOfLastLevel: 0 }
}

import { z } from 'zod'
import { SnapshotHead } from '../../../shared/protocol/pull.ts'
import { BadAnswer } from './http.ts'
import type { SnapshotPart } from './remote.ts'

const NEW_LINE = 10

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new BadAnswer('A line of the snapshot is not JSON')
  }
}

/**
 * Reads a part as it arrives: first line the head, then one array of values a row. A part that was cut off has fewer
 * rows than its head says and is refused, so nothing half goes in. Lines are decoded one by one: a single sign outside
 * of Latin-1 makes a text twice as large, and parsing it together with its neighbours took four times as long.
 */
export async function readSnapshot(chunks: AsyncIterable<Uint8Array>): Promise<SnapshotPart> {
  const values: unknown[] = []
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    const bytes = Buffer.concat([rest, chunk])
    let from = 0
    for (let end = bytes.indexOf(NEW_LINE); end >= 0; end = bytes.indexOf(NEW_LINE, from)) {
      values.push(parse(bytes.subarray(from, end)))
      from = end + 1
    }
    rest = bytes.subarray(from)
  }
  if (rest.length > 0) values.push(parse(rest))
  return partOf(values)
}

function partOf([first, ...rows]: readonly unknown[]): SnapshotPart {
  const head = z.safeParse(SnapshotHead, first)
  if (!head.success) throw new BadAnswer('The head of the snapshot does not fit')
  const { columns } = head.data
  // One look at the shape; values are checked where they are put.
  const areRows = rows.every(row => Array.isArray(row) && row.length === columns.length)
  if (!areRows || rows.length !== head.data.rows) throw new BadAnswer('A part of the snapshot is not whole')
  return { head: head.data, rows: rows as readonly (readonly unknown[])[] }
}

import { z } from 'zod'
import { SnapshotHead } from '../../../shared/protocol/pull.ts'
import { BadAnswer } from './http.ts'
import type { SnapshotPart } from './remote.ts'

/** Lines as one list of values; parsing them together takes half of the time of one by one. */
function parse(lines: string): readonly unknown[] {
  try {
    return JSON.parse(`[${lines.replaceAll('\n', ',')}]`) as unknown[]
  } catch {
    throw new BadAnswer('A line of the snapshot is not JSON')
  }
}

/**
 * Reads a part as it arrives: first line the head, then one array of values a row. A part that was cut off has fewer
 * rows than its head says and is refused, so nothing half goes in.
 */
export async function readSnapshot(chunks: AsyncIterable<Uint8Array>): Promise<SnapshotPart> {
  const decoder = new TextDecoder()
  const values: unknown[] = []
  let rest = ''
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true })
    const end = rest.lastIndexOf('\n')
    if (end < 0) continue
    for (const value of parse(rest.slice(0, end))) values.push(value)
    rest = rest.slice(end + 1)
  }
  for (const value of parse(rest + decoder.decode())) values.push(value)
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

import { z } from 'zod'
import { SnapshotHead } from '../../../shared/protocol/pull.ts'
import { BadAnswer } from './http.ts'
import type { SnapshotPart } from './remote.ts'

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
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
  let head: SnapshotHead | null = null
  const rows: (readonly unknown[])[] = []
  const take = (line: string): void => {
    if (line === '') return
    const value = parse(line)
    if (head) {
      // One look at the shape; values are checked where they are put.
      if (!Array.isArray(value)) throw new BadAnswer('A row of the snapshot is not a list')
      rows.push(value)
      return
    }
    const parsed = z.safeParse(SnapshotHead, value)
    if (!parsed.success) throw new BadAnswer('The head of the snapshot does not fit')
    head = parsed.data
  }
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) take(line)
  }
  take(rest + decoder.decode())
  const whole = head as SnapshotHead | null
  if (whole === null || rows.length !== whole.rows || rows.some(row => row.length !== whole.columns.length)) {
    throw new BadAnswer('A part of the snapshot is not whole')
  }
  return { head: whole, rows }
}

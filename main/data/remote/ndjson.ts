import { z } from 'zod'
import { SnapshotHead } from '../../../shared/protocol/pull.ts'
import { BadAnswer } from './bad-answer.ts'
import type { SnapshotPart } from './remote.ts'

const NEW_LINE = 10

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new BadAnswer('A line of the snapshot is not JSON')
  }
}

/**
 * Reads the parts of an answer: each is a line with its head and then one array of values a row. A part that was cut off
 * has fewer rows than its head says and is refused, so nothing half goes in; parts behind the first are with it as
 * `following`. Lines are decoded one by one: a single sign outside of Latin-1 makes a text twice as large, and parsing it
 * together with its neighbours took four times as long.
 */
export function readSnapshot(bytes: Buffer): SnapshotPart {
  const parts: unknown[][] = [[]]
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(NEW_LINE, from)
    const to = end < 0 ? bytes.length : end
    const value = parse(bytes.toString('utf8', from, to))
    const isHead = !Array.isArray(value) && parts.at(-1)?.length !== 0
    if (isHead) parts.push([value])
    else parts.at(-1)?.push(value)
    from = to + 1
  }
  const [first, ...following] = parts.map(partOf)
  if (!first) throw new BadAnswer('The snapshot has no part')
  return following.length === 0 ? first : { ...first, following }
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

import type { SnapshotPart } from '../../server/sync/snapshot.ts'

/** However little there is: parts for everybody are kept. */
export const KEEPING = { fromRows: 0, toRows: 1_000_000 }

/** The lines of a part, whoever was given them first; those nobody was given yet are handed over for others. */
export async function linesIn({ lines, packed, keep }: SnapshotPart): Promise<readonly string[]> {
  await keep?.(new TextEncoder().encode(JSON.stringify(lines)))
  return packed ? (JSON.parse(new TextDecoder().decode(packed)) as string[]) : lines
}

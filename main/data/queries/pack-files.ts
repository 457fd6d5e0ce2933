import { PACKED_BYTES, PACKED_FILE_BYTES } from '../../../shared/rules/day-pack.ts'
import type { Amount } from '../../../shared/contract/offline.ts'
import type { Connection } from '../db/types.ts'
import { all } from '../db/statement.ts'

/** A file of the day; the same content of one customer is one file. */
export type PackFile = {
  readonly sha256: string
  readonly customerId: string
  readonly bytes: number
  readonly isHere: boolean
}

const FILES = `
  SELECT f.sha256, f.customer_id AS customerId, f.size_bytes AS bytes,
    EXISTS (SELECT 1 FROM blobs b WHERE b.sha256 = f.sha256 AND b.owner IN (f.customer_id, 'place')) AS isHere
  FROM json_each(?) j CROSS JOIN attachments f INDEXED BY attachments_by_ticket ON f.ticket_id = j.value`

type Found = Omit<PackFile, 'isHere'> & { readonly isHere: number }

/** Files of these tickets in the order of the tickets, each content once. */
function filesOf(db: Connection, ticketIds: readonly string[]): readonly PackFile[] {
  const rows = all<Found>(db, FILES, [JSON.stringify(ticketIds)])
  const once = new Map(rows.map(row => [`${row.customerId} ${row.sha256}`, row]))
  return [...once.values()].map(row => ({ ...row, isHere: row.isHere === 1 }))
}

export type PackFiles = { readonly taken: readonly PackFile[]; readonly leftOut: readonly PackFile[] }

/** Which files of these tickets are taken along: none that is very large, and no more than a day's worth in all. */
export function packFiles(db: Connection, ticketIds: readonly string[]): PackFiles {
  const [taken, leftOut]: [PackFile[], PackFile[]] = [[], []]
  let bytes = 0
  for (const file of filesOf(db, ticketIds)) {
    const fits = file.bytes <= PACKED_FILE_BYTES && bytes + file.bytes <= PACKED_BYTES
    // What is here anyway is no question of room.
    if (!fits && !file.isHere) {
      leftOut.push(file)
      continue
    }
    bytes += file.bytes
    taken.push(file)
  }
  return { taken, leftOut }
}

export const amountOf = (files: readonly { readonly bytes: number }[]): Amount => ({
  count: files.length,
  bytes: files.reduce((sum, file) => sum + file.bytes, 0),
})

import type { Connection } from '../db/types.ts'
import { all } from '../db/statement.ts'
import type { BlobName } from '../blobs/blob-store.ts'

export type KeptFile = BlobName & { readonly bytes: number; readonly isRemovable: boolean }

/** Files beside the database. The hub has it, and neither an intent that waits nor a draft names it: then it may go. */
const KEPT = `
  SELECT b.sha256, b.owner AS customerId, b.size_bytes AS bytes,
    b.is_uploaded = 1
      AND NOT EXISTS (SELECT 1 FROM outbox o WHERE instr(o.args_json, b.sha256) > 0)
      AND NOT EXISTS (SELECT 1 FROM drafts d WHERE instr(coalesce(d.files_json, ''), b.sha256) > 0) AS isRemovable
  FROM blobs b`

type Found = Omit<KeptFile, 'isRemovable'> & { readonly isRemovable: number }

/** All files on this device; those of the day pack, named by content, are kept. */
export function keptFiles(db: Connection, packed: ReadonlySet<string>): readonly KeptFile[] {
  return all<Found>(db, KEPT).map(file => ({
    ...file,
    isRemovable: file.isRemovable === 1 && !packed.has(file.sha256),
  }))
}

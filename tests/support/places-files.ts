import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createBlobStore } from '../../main/data/blobs/blob-store.ts'
import type { BlobName, BlobStore } from '../../main/data/blobs/blob-store.ts'
import { openSealed } from '../../main/data/blobs/seal.ts'
import { all } from '../../main/data/db/statement.ts'
import { blobRecords } from '../../main/data/db/store-blobs.ts'
import type { Database } from '../../main/data/db/write.ts'

export const filesFolder = (folder: string): string => join(folder, 'blobs')

export const blobStoreIn = (folder: string, database: Database): BlobStore =>
  createBlobStore({ records: blobRecords(database), folder: filesFolder(folder), nowMs: () => 1 })

/** Keeps files of two customers and one that belongs to nobody yet; answers what is in each. */
export async function keepFiles(
  blobs: BlobStore,
  owners: readonly string[],
): Promise<ReadonlyMap<BlobName, string>> {
  const kept = new Map<BlobName, string>()
  for (const [place, customerId] of owners.entries()) {
    for (let number = 0; number < 2; number += 1) {
      const content = `file ${number} of owner ${place} `.repeat(500)
      const { sha256 } = await blobs.keep(new TextEncoder().encode(content))
      // Reading moves it under its owner's key.
      await blobs.read({ sha256, customerId })
      kept.set({ sha256, customerId }, content)
    }
  }
  await blobs.keep(new TextEncoder().encode('for nobody yet'))
  return kept
}

/** Names of files that are not what they were. */
export async function filesLost(
  blobs: BlobStore,
  kept: ReadonlyMap<BlobName, string>,
): Promise<readonly string[]> {
  const lost: string[] = []
  for (const [name, content] of kept) {
    const found = await blobs.read(name).catch(() => null)
    if (found?.toString() !== content) lost.push(name.sha256)
  }
  return lost
}

/** Every key that opens a file here, as the database has them. */
export const keysIn = ({ db }: Database): readonly Uint8Array[] =>
  all<{ key: Uint8Array; next_key: Uint8Array | null }>(db, 'SELECT key, next_key FROM blob_keys').flatMap(
    ({ key, next_key }) => (next_key ? [key, next_key] : [key]),
  )

/** Files below the folder that one of the keys opens. */
export const openedBy = (folder: string, keys: readonly Uint8Array[]): readonly string[] =>
  readdirSync(filesFolder(folder), { recursive: true, withFileTypes: true })
    .filter(file => file.isFile())
    .map(file => join(file.parentPath, file.name))
    .filter(path => keys.some(key => openSealed(key, readFileSync(path)) !== null))

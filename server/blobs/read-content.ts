import { invariant } from '../../shared/assert.ts'
import type { BlobRef } from '../sync/store.ts'
import type { StoredChunk } from '../db/queries/blob-content.ts'
import type { ByteRange } from './range.ts'
import { unseal } from './seal.ts'

export type ContentSource = {
  readonly blob: BlobRef
  readonly key: Buffer
  readonly chunkAt: (byte: number) => Promise<StoredChunk | null>
}

/** The bytes of a range, chunk by chunk, so that a large attachment never is in memory as a whole. */
export async function* readContent(
  { blob, key, chunkAt }: ContentSource,
  { first, last }: ByteRange,
): AsyncGenerator<Buffer> {
  let next = first
  while (next <= last) {
    const chunk = await chunkAt(next)
    invariant(chunk, 'a complete blob has all its chunks')
    const plain = unseal(key, { sha256: blob.sha256, startByte: chunk.startByte }, chunk.content)
    const part = plain.subarray(next - chunk.startByte, last + 1 - chunk.startByte)
    yield part
    next += part.length
  }
}

import { BLOB_CHUNK_BYTES, BLOB_LIMIT_BYTES, MASKED_HEADER } from '../../../shared/protocol/version.ts'
import { routes } from '../../../shared/protocol/routes.ts'
import type { Hub } from '../remote/hub.ts'
import { BadAnswer } from '../remote/bad-answer.ts'
import { answered } from '../remote/remote.ts'
import type { Answered, BlobRef, Failure } from '../remote/remote.ts'
import type { BlobStore } from './blob-store.ts'

const HEAD_TIMEOUT_MS = 20_000
/** A chunk over a slow line. */
const CHUNK_TIMEOUT_MS = 120_000

const pathOf = ({ sha256, customerId }: BlobRef): string =>
  `${routes.blob.replace(':sha256', sha256)}?customerId=${encodeURIComponent(customerId)}`

/** Bytes the hub has of it so far, so that a cut upload goes on where it stopped. */
function offsetOf(
  hub: Hub,
  ref: BlobRef,
): Promise<Answered<{ readonly received: number; readonly isWhole: boolean }>> {
  return hub.send({ method: 'HEAD', path: pathOf(ref), timeoutMs: HEAD_TIMEOUT_MS }, async response => {
    const received = Number(response.headers.get('upload-offset') ?? Number.NaN)
    if (!Number.isSafeInteger(received) || received < 0) throw new BadAnswer('No upload offset')
    return { received, isWhole: response.headers.get('upload-length') !== null }
  })
}

async function upload(hub: Hub, ref: BlobRef, content: Uint8Array): Promise<Answered<null>> {
  const start = await offsetOf(hub, ref)
  if (!start.ok) return start
  if (start.value.isWhole) return answered(null)
  for (let at = Math.min(start.value.received, content.byteLength); ;) {
    const chunk = content.subarray(at, at + BLOB_CHUNK_BYTES)
    const headers = {
      'content-type': 'application/octet-stream',
      'upload-offset': String(at),
      'upload-length': String(content.byteLength),
    }
    const sent = await hub.send(
      { method: 'PATCH', path: pathOf(ref), headers, body: chunk, timeoutMs: CHUNK_TIMEOUT_MS },
      async () => null,
    )
    if (!sent.ok) return sent
    at += chunk.byteLength
    if (at >= content.byteLength) return answered(null)
  }
}

/**
 * Brings files to the hub before the intents that name them. Null: nothing stands in the way of the push. What the hub
 * refuses (a customer it does not know yet) or what is not here is left to the hub's verdict, which says `blob-missing`.
 */
export async function uploadAll(
  { hub, blobs }: { readonly hub: Hub; readonly blobs: BlobStore },
  refs: readonly BlobRef[],
): Promise<Failure | null> {
  for (const ref of refs) {
    const isThere = blobs.isUploaded(ref) && !ref.isDoubtful
    const content = isThere ? null : await blobs.read(ref)
    if (!content) continue
    const sent = await upload(hub, ref, content)
    if (sent.ok) blobs.markUploaded(ref)
    else if (sent.failure.kind !== 'refused') return sent.failure
  }
  return null
}

/** `sha256`: what the bytes are. Of words that are masked for a guest another one than they are named by. */
export type Downloaded = { readonly bytes: Uint8Array; readonly sha256: string }

/** The content of a file from the hub. */
export function download(hub: Hub, ref: BlobRef): Promise<Answered<Downloaded>> {
  return hub.send({ method: 'GET', path: pathOf(ref), timeoutMs: CHUNK_TIMEOUT_MS }, async response => {
    const bytes = new Uint8Array(await response.arrayBuffer())
    if (bytes.byteLength > BLOB_LIMIT_BYTES) throw new BadAnswer('The file is larger than any file')
    return { bytes, sha256: response.headers.get(MASKED_HEADER) ?? ref.sha256 }
  })
}

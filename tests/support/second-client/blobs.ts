import { createHash } from 'node:crypto'
import { askSignedIn } from './api.ts'
import type { Core } from './api.ts'
import { HubError, json } from './wire.ts'

export type BlobName = { readonly customerId: string; readonly sha256: string }
export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

const pathOf = ({ sha256, customerId }: BlobName): string => `/v1/blobs/${sha256}?customerId=${customerId}`

export type Standing = { readonly offset: number; readonly length: number | null }
/** How much of it is on the hub. */
export async function blobStanding(core: Core, name: BlobName): Promise<Standing> {
  const { headers } = await askSignedIn(core, { method: 'HEAD', path: pathOf(name) })
  const length = headers['upload-length']
  return { offset: Number(headers['upload-offset']), length: length === undefined ? null : Number(length) }
}

export type Chunk = { readonly offset: number; readonly length: number; readonly bytes: Buffer }
export type Received = { readonly receivedBytes: number; readonly isComplete: boolean }

export async function sendChunk(core: Core, name: BlobName, chunk: Chunk): Promise<Received> {
  const answer = await askSignedIn(core, {
    method: 'PATCH',
    path: pathOf(name),
    headers: {
      'content-type': 'application/octet-stream',
      'upload-offset': String(chunk.offset),
      'upload-length': String(chunk.length),
    },
    body: chunk.bytes,
  })
  return json<Received>(answer)
}

/** Sends what the hub lacks, chunk by chunk; goes where the hub says after a cut. */
export async function upload(
  core: Core,
  { customerId, bytes, chunkBytes = 1_048_576 }: { customerId: string; bytes: Buffer; chunkBytes?: number },
): Promise<string> {
  const name = { customerId, sha256: sha256Of(bytes) }
  let { offset } = await blobStanding(core, name)
  while (offset < bytes.length) {
    try {
      const chunk = bytes.subarray(offset, offset + chunkBytes)
      offset = (await sendChunk(core, name, { offset, length: bytes.length, bytes: chunk })).receivedBytes
    } catch (error) {
      if (!(error instanceof HubError) || error.code !== 'conflict') throw error
      offset = Number(error.details['offset'])
    }
  }
  return name.sha256
}

/** The content, or what is missing behind `have`. Throws when it is not what its name says. */
export async function download(core: Core, name: BlobName, have: Buffer = Buffer.alloc(0)): Promise<Buffer> {
  const headers: Record<string, string> = have.length > 0 ? { range: `bytes=${have.length}-` } : {}
  const answer = await askSignedIn(core, { path: pathOf(name), headers })
  const whole = answer.status === 206 ? Buffer.concat([have, answer.body]) : answer.body
  if (sha256Of(whole) !== name.sha256) throw new Error('The content is not what its name says')
  return whole
}

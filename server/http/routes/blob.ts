import { Readable } from 'node:stream'
import { z } from 'zod'
import { CustomerId } from '../../../shared/domain/ids.ts'
import { AppError, ErrorCode } from '../../../shared/errors.ts'
import { BLOB_CHUNK_BYTES, MASKED_HEADER } from '../../../shared/protocol/version.ts'
import type { BlobName } from '../../blobs/blobs.ts'
import { readRange } from '../../blobs/range.ts'
import { inputOf, numberHeader } from '../input.ts'
import type { HubRoute, SignedInExchange } from '../route.ts'
import { EVERY_ROLE } from '../route.ts'

const Params = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })
const Query = z.object({ customerId: CustomerId })

function nameOf({ request }: SignedInExchange): BlobName {
  const { sha256 } = inputOf(Params, request, 'params')
  const { customerId } = inputOf(Query, request, 'query')
  return { customerId, sha256 }
}

/** How much of the blob is here, so that a cut upload goes on where it stopped. */
export const blobOffsetRoute: HubRoute = {
  name: 'blob',
  method: 'HEAD',
  access: 'agent',
  roles: EVERY_ROLE,
  bodyLimit: 0,
  handle: async exchange => {
    const { receivedBytes, sizeBytes } = await exchange.services.blobs.progress(
      exchange.session,
      nameOf(exchange),
    )
    void exchange.reply.header('upload-offset', receivedBytes)
    if (sizeBytes !== null) void exchange.reply.header('upload-length', sizeBytes)
    return exchange.reply.code(200).send()
  },
}

/** Takes the next chunk. The answer names the offset reached, and whether the content is whole and as named. */
export const blobChunkRoute: HubRoute = {
  name: 'blob',
  method: 'PATCH',
  access: 'agent',
  roles: EVERY_ROLE,
  bodyLimit: BLOB_CHUNK_BYTES,
  handle: async exchange => {
    const { request, reply, services, session } = exchange
    if (!Buffer.isBuffer(request.body)) {
      throw new AppError(ErrorCode.BadRequest, 'Input refused', { where: 'headers.content-type' })
    }
    const { receivedBytes, sizeBytes } = await services.blobs.append(session, nameOf(exchange), {
      startByte: numberHeader(request, 'upload-offset'),
      sizeBytes: numberHeader(request, 'upload-length'),
      bytes: request.body,
    })
    void reply.header('upload-offset', receivedBytes)
    return { receivedBytes, isComplete: receivedBytes === sizeBytes }
  },
}

/** The content, or a part of it. Never shown by a browser as a page, whatever it is. */
export const blobContentRoute: HubRoute = {
  name: 'blob',
  method: 'GET',
  access: 'agent',
  roles: EVERY_ROLE,
  bodyLimit: 0,
  handle: async exchange => {
    const { request, reply, services, session } = exchange
    const name = nameOf(exchange)
    const blob = await services.blobs.open(session, name)
    const range = readRange(request.headers.range, blob.sizeBytes)
    void reply.header('accept-ranges', 'bytes').header('content-disposition', 'attachment')
    if (blob.maskedSha256 !== undefined) void reply.header(MASKED_HEADER, blob.maskedSha256)
    if (range === 'unsatisfiable') {
      void reply.header('content-range', `bytes */${blob.sizeBytes}`).code(416)
      return reply.type('application/octet-stream').send('')
    }
    const { first, last } = range === 'all' ? { first: 0, last: blob.sizeBytes - 1 } : range
    if (range !== 'all')
      void reply.code(206).header('content-range', `bytes ${first}-${last}/${blob.sizeBytes}`)
    void reply.header('content-length', last - first + 1).type('application/octet-stream')
    return reply.send(Readable.from(blob.read({ first, last })))
  },
}

import { pipeline } from 'node:stream'
import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { BROTLI_QUALITY, chooseEncoding, compressor, GZIP_LEVEL } from './compression.ts'

/** Below this, compressing costs more than it saves. */
const MIN_COMPRESSED_BYTES = 1024

const asGzip = promisify(gzip)
const asBrotli = promisify(brotliCompress)

/** Sends JSON text, compressed when it is long and the client takes it. */
export async function sendText(
  request: FastifyRequest,
  reply: FastifyReply,
  text: string,
): Promise<FastifyReply> {
  void reply.type('application/json; charset=utf-8').header('vary', 'accept-encoding')
  const encoding = text.length < MIN_COMPRESSED_BYTES ? 'identity' : encodingOf(request)
  if (encoding === 'identity') return reply.send(text)
  const body =
    encoding === 'gzip'
      ? await asGzip(text, { level: GZIP_LEVEL })
      : await asBrotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } })
  return reply.header('content-encoding', encoding).send(body)
}

type StreamAnswer = { readonly type: string; readonly body: Readable }

/** Sends a stream, compressed while it runs. A client that goes away ends both streams. */
export function sendStream(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, body }: StreamAnswer,
): FastifyReply {
  void reply.type(type).header('vary', 'accept-encoding')
  const encoding = encodingOf(request)
  const squeeze = compressor(encoding)
  if (!squeeze) return reply.send(body)
  // An error reaches the socket by ending it: Fastify listens to the compressed stream.
  const squeezed = pipeline(body, squeeze, () => undefined)
  return reply.header('content-encoding', encoding).send(squeezed)
}

function encodingOf(request: FastifyRequest): ReturnType<typeof chooseEncoding> {
  return chooseEncoding(request.headers['accept-encoding'])
}

import { promisify } from 'node:util'
import { zstdDecompress } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { FRAMES_TYPE, joinFrames, NEXT_HEADER } from '../../shared/protocol/frames.ts'
import { compressed } from './compression.ts'
import { sendWhole } from './send.ts'
import type { SyncCore } from './sync-core.ts'

type Part = Awaited<ReturnType<SyncCore['snapshot']>>[number]
/** Whole lines, in the order they are sent: as text, or packed for everybody. */
type Piece = { readonly lines: readonly string[] } | { readonly packed: Uint8Array }

const NEW_LINE = 10
const BREAK = Buffer.from('\n')
const unpacked = promisify(zstdDecompress)

/**
 * Lines put into memory that is asked for once: what buffers of pieces leave would have to be collected every few parts.
 */
function bytesOf(lines: readonly string[]): Buffer {
  const bytes = Buffer.allocUnsafeSlow(lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0))
  let at = 0
  for (const line of lines) {
    at += bytes.write(line, at)
    at = bytes.writeUInt8(NEW_LINE, at)
  }
  return bytes.subarray(0, -1)
}

/** Rows that are kept for others are packed apart from all else, and handed over. */
async function piecesOf(parts: readonly Part[]): Promise<readonly Piece[]> {
  const pieces: Piece[] = []
  let lines: string[] = []
  const apart = (packed: Uint8Array): void => {
    pieces.push({ lines }, { packed })
    lines = []
  }
  for (const part of parts) {
    lines.push(JSON.stringify(part.head))
    if (part.packed) apart(part.packed)
    else if (part.keep) {
      const packed = await compressed('zstd', bytesOf(part.lines))
      await part.keep(packed)
      apart(packed)
    } else lines.push(...part.lines)
  }
  if (lines.length > 0) pieces.push({ lines })
  return pieces
}

const asFrame = async (piece: Piece): Promise<Uint8Array> =>
  'packed' in piece ? piece.packed : compressed('zstd', bytesOf(piece.lines))

const asText = async (piece: Piece): Promise<Buffer> =>
  'packed' in piece ? unpacked(piece.packed) : bytesOf(piece.lines)

/** Part behind part, each its head and then its rows, one line each; in frames where the client takes them. */
export async function sendParts(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: readonly Part[],
): Promise<FastifyReply> {
  const pieces = await piecesOf(parts)
  void reply.header('vary', 'accept, accept-encoding').header(NEXT_HEADER, parts.at(-1)?.head.next ?? '')
  if (request.headers.accept?.includes(FRAMES_TYPE)) {
    const frames = joinFrames(await Promise.all(pieces.map(asFrame)))
    return reply.type(FRAMES_TYPE).send(Buffer.from(frames.buffer))
  }
  const texts = await Promise.all(pieces.map(asText))
  const [only] = texts
  const body =
    only && texts.length === 1
      ? only
      : Buffer.concat(texts.flatMap((text, index) => (index === 0 ? [text] : [BREAK, text])))
  return sendWhole(request, reply, { type: 'application/x-ndjson', body })
}

import { promisify } from 'node:util'
import { brotliDecompress, createZstdDecompress, gunzip, zstdDecompress } from 'node:zlib'
import { FRAMES_TYPE, splitFrames } from '../../../shared/protocol/frames.ts'
import { BadAnswer } from './bad-answer.ts'

/** Zstandard where this runtime can unpack it: a first fill spends a quarter of gzip's time on it. */
const hasZstd = typeof createZstdDecompress === 'function'
/** What may be asked for, as an Accept-Encoding header. */
export const ENCODINGS = hasZstd ? 'zstd, br, gzip' : 'br, gzip'

/** What parts of a snapshot may come as, as an Accept header. */
export const PART_TYPES = hasZstd ? `${FRAMES_TYPE}, application/x-ndjson` : 'application/x-ndjson'

/** No answer of a hub comes near it; what unpacks to more was made to fill this machine's memory. */
export const LARGEST_BYTES = 64 * 1_048_576

/** Rows unpack to about four times their size: pieces that are rather too large than a way between threads for each. */
const GROWTH = 5
const LARGEST_PIECE = 8 * 1_048_576
const SMALLEST_PIECE = 16_384

const optionsFor = ({ length }: Uint8Array, most = LARGEST_BYTES) => ({
  maxOutputLength: most,
  chunkSize: Math.min(LARGEST_PIECE, Math.max(SMALLEST_PIECE, length * GROWTH)),
})
const asGzip = promisify(gunzip)
const asBrotli = promisify(brotliDecompress)

function unpackAs(encoding: string, bytes: Buffer): Promise<Buffer> {
  const options = optionsFor(bytes)
  switch (encoding) {
    case 'gzip':
      return asGzip(bytes, options)
    case 'br':
      return asBrotli(bytes, options)
    case 'zstd':
      return promisify(zstdDecompress)(bytes, options)
    default:
      throw new BadAnswer('The answer is packed in a way nobody asked for')
  }
}

/**
 * A whole body as it was before it was packed, outside of this thread. `encoding` is the Content-Encoding header, null
 * where nothing was packed. Throws BadAnswer for what is cut off, broken or larger than `LARGEST_BYTES`.
 */
export async function unpack(encoding: string | null, bytes: Buffer): Promise<Buffer> {
  if (encoding === null || encoding === 'identity') return bytes
  try {
    return await unpackAs(encoding, bytes)
  } catch {
    throw new BadAnswer('The answer cannot be unpacked')
  }
}

const BREAK = Buffer.from('\n')
const asZstd = (frame: Uint8Array, most: number): Promise<Buffer> =>
  promisify(zstdDecompress)(frame, optionsFor(frame, most))

/** The lines of an answer in frames. Throws BadAnswer as `unpack` does. */
export async function unpackFrames(bytes: Uint8Array): Promise<Buffer> {
  const frames = splitFrames(bytes)
  if (!frames) throw new BadAnswer('The answer ends within a frame')
  const texts: Buffer[] = []
  let left = LARGEST_BYTES
  try {
    for (const frame of frames) {
      const text = await asZstd(frame, left)
      texts.push(...(texts.length === 0 ? [text] : [BREAK, text]))
      left = Math.max(1, left - text.length)
    }
  } catch {
    throw new BadAnswer('A frame cannot be unpacked')
  }
  const [only] = texts
  return only && texts.length === 1 ? only : Buffer.concat(texts)
}

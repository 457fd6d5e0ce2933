import { promisify } from 'node:util'
import { brotliDecompress, createZstdDecompress, gunzip, zstdDecompress } from 'node:zlib'
import { BadAnswer } from './bad-answer.ts'

/** Zstandard where this runtime can unpack it: a first fill spends a quarter of gzip's time on it. */
const hasZstd = typeof createZstdDecompress === 'function'
/** What may be asked for, as an Accept-Encoding header. */
export const ENCODINGS = hasZstd ? 'zstd, br, gzip' : 'br, gzip'

/** No answer of a hub comes near it; what unpacks to more was made to fill this machine's memory. */
export const LARGEST_BYTES = 64 * 1_048_576

/** Rows unpack to about four times their size: pieces that are rather too large than a way between threads for each. */
const GROWTH = 5
const LARGEST_PIECE = 8 * 1_048_576
const SMALLEST_PIECE = 16_384

const optionsFor = ({ length }: Buffer) => ({
  maxOutputLength: LARGEST_BYTES,
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

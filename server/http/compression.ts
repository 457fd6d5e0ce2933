import { promisify } from 'node:util'
import { brotliCompress, constants, gzip, zstdCompress } from 'node:zlib'

export type Encoding = 'zstd' | 'br' | 'gzip' | 'identity'
type Compression = Exclude<Encoding, 'identity'>

/**
 * The cheapest first, which wins a tie: at these levels, rows of messages cost Zstandard half of gzip's time to pack, a
 * quarter to unpack, and come out a tenth smaller; Brotli lies in between.
 */
const PREFERRED: readonly Compression[] = ['zstd', 'br', 'gzip']

/** Fast levels: the hub serves many laptops, and fast levels already remove most of what repeats in rows. */
const ZSTD_LEVEL = 3
const BROTLI_QUALITY = 1
const GZIP_LEVEL = 1

/** Weight of an encoding in an Accept-Encoding header, 0 when it is refused or not named. */
function weight(header: string, encoding: Compression): number {
  for (const part of header.split(',')) {
    const [name = '', ...parameters] = part.split(';').map(text => text.trim().toLowerCase())
    // Who takes anything may well be older than Zstandard.
    const isMeant = name === encoding || (name === '*' && encoding !== 'zstd')
    if (!isMeant) continue
    const q = parameters.find(parameter => parameter.startsWith('q='))
    const value = q === undefined ? 1 : Number(q.slice(2))
    if (Number.isFinite(value)) return value
  }
  return 0
}

/** Chooses the encoding of an answer: what the client likes most, among equals the cheapest. */
export function chooseEncoding(header: string | undefined): Encoding {
  let best: Encoding = 'identity'
  let bestWeight = 0
  for (const encoding of header === undefined ? [] : PREFERRED) {
    const its = weight(header ?? '', encoding)
    if (its <= bestWeight) continue
    best = encoding
    bestWeight = its
  }
  return best
}

/** Rows come out at a quarter of their size. */
const SHARE = 0.4

/** A large body comes out in few pieces, and none takes much more memory than comes out: it would have to be collected. */
const chunkSizeFor = ({ length }: string | Buffer): number =>
  Math.min(1_048_576, Math.max(1_024, Math.ceil(length * SHARE)))

const asZstd = promisify(zstdCompress)
const asBrotli = promisify(brotliCompress)
const asGzip = promisify(gzip)

/** Compresses a whole body, outside of the thread that serves. */
export function compressed(encoding: Compression, body: string | Buffer): Promise<Buffer> {
  const chunkSize = chunkSizeFor(body)
  switch (encoding) {
    case 'zstd':
      return asZstd(body, {
        chunkSize,
        params: { [constants.ZSTD_c_compressionLevel]: ZSTD_LEVEL },
      })
    case 'br':
      return asBrotli(body, {
        chunkSize,
        params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY },
      })
    case 'gzip':
      return asGzip(body, { chunkSize, level: GZIP_LEVEL })
  }
}

import { inflateSync } from 'node:zlib'

const SIGNATURE = '89504e470d0a1a0a'
const PIXEL_BYTES: Readonly<Record<number, number>> = { 2: 3, 6: 4 }

export type Png = {
  readonly width: number
  readonly height: number
  /** Names of its parts in order, IDAT once for each. */
  readonly chunks: readonly string[]
  /** Red, green, blue and opacity of a pixel. */
  readonly at: (x: number, y: number) => readonly [number, number, number, number]
}

type Chunk = { readonly name: string; readonly data: Buffer }

function chunksOf(bytes: Buffer): readonly Chunk[] {
  if (bytes.subarray(0, 8).toString('hex') !== SIGNATURE) throw new Error('No PNG')
  const chunks: Chunk[] = []
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at)
    const name = bytes.toString('latin1', at + 4, at + 8)
    chunks.push({ name, data: bytes.subarray(at + 8, at + 8 + length) })
    at += length + 12
  }
  return chunks
}

/** What the standard calls Paeth: whichever neighbour is nearest to their sum less the third. */
function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}

type Neighbours = { readonly left: number; readonly up: number; readonly corner: number }
function predicted(filter: number, { left, up, corner }: Neighbours): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return Math.floor((left + up) / 2)
  return filter === 4 ? paeth(left, up, corner) : 0
}

/** The pixels of all lines, their filters undone. */
function unfiltered(raw: Buffer, stride: number, pixelBytes: number): Buffer {
  const lines = raw.length / (stride + 1)
  const out = Buffer.alloc(lines * stride)
  for (let y = 0; y < lines; y += 1) {
    const filter = raw[y * (stride + 1)] ?? 0
    for (let x = 0; x < stride; x += 1) {
      const back = (dx: number, dy: number): number =>
        x < dx || y < dy ? 0 : (out[(y - dy) * stride + x - dx] ?? 0)
      const near = { left: back(pixelBytes, 0), up: back(0, 1), corner: back(pixelBytes, 1) }
      out[y * stride + x] = ((raw[y * (stride + 1) + 1 + x] ?? 0) + predicted(filter, near)) & 0xff
    }
  }
  return out
}

/** Reads a PNG of eight bits a colour without interlacing, by the standard and nothing of ours. */
export function readPng(bytes: Buffer): Png {
  const chunks = chunksOf(bytes)
  const head = chunks[0]?.data ?? Buffer.alloc(0)
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)]
  const pixelBytes = PIXEL_BYTES[head[9] ?? 0]
  if (head[8] !== 8 || pixelBytes === undefined || head[12] !== 0) throw new Error('A PNG of another kind')
  const packed = chunks.filter(({ name }) => name === 'IDAT').map(({ data }) => data)
  const pixels = unfiltered(inflateSync(Buffer.concat(packed)), width * pixelBytes, pixelBytes)
  return {
    width,
    height,
    chunks: chunks.map(({ name }) => name),
    at: (x, y) => {
      const from = (y * width + x) * pixelBytes
      const [red = 0, green = 0, blue = 0, opacity = 255] = pixels.subarray(from, from + pixelBytes)
      return [red, green, blue, opacity]
    },
  }
}

import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { withFewerColours } from '../../../scripts/pictures/fewer-colours.mjs'
import { readPng } from '../../../scripts/pictures/png.mjs'

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')

function part(type: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(content.length)
  whole.set(body, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}

/** What a row says in each filter of PNG: itself less what is left of it, above it, between, or nearest of the three. */
const GUESSES = [
  () => 0,
  (left: number) => left,
  (_left: number, up: number) => up,
  (left: number, up: number) => Math.floor((left + up) / 2),
  (left: number, up: number, corner: number) =>
    [left, up, corner].reduce((best, each) =>
      Math.abs(left + up - corner - each) < Math.abs(left + up - corner - best) ? each : best,
    ),
]

/** A picture with transparency that is nowhere used, as browsers write it; its rows take the filters in turn. */
function browserPng(
  width: number,
  height: number,
  pixel: (x: number, y: number) => readonly number[],
): Buffer {
  const at = (x: number, y: number, channel: number): number =>
    x < 0 || y < 0 ? 0 : ([...pixel(x, y), 255][channel] ?? 0)
  const rows = Array.from({ length: height }, (_, y) => {
    const guess = GUESSES[y % GUESSES.length] ?? (() => 0)
    const bytes = Array.from({ length: width * 4 }, (_unused, index) => {
      const [x, channel] = [Math.floor(index / 4), index % 4]
      const guessed = guess(at(x - 1, y, channel), at(x, y - 1, channel), at(x - 1, y - 1, channel))
      return (at(x, y, channel) - guessed) & 255
    })
    return [y % GUESSES.length, ...bytes]
  })
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([8, 6, 0, 0, 0], 8)
  const data = deflateSync(Uint8Array.from(rows.flat()))
  return Buffer.concat([SIGNATURE, part('IHDR', head), part('IDAT', data), part('IEND', Buffer.alloc(0))])
}

/** The colours of a picture with a palette, row by row. */
function coloursOf(png: Buffer): readonly (readonly number[])[] {
  const found = new Map<string, Buffer>()
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12)
    found.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  const palette = found.get('PLTE') ?? Buffer.alloc(0)
  const width = png.readUInt32BE(16)
  const rows = inflateSync(found.get('IDAT') ?? Buffer.alloc(0))
  return [...rows]
    .filter((_, index) => index % (width + 1) !== 0)
    .map(index => [...palette.subarray(index * 3, index * 3 + 3)])
}

test('a picture of a browser is read in every way its rows are written', () => {
  const pixel = (x: number, y: number): readonly number[] => [(x * 37) & 255, (y * 91) & 255, (x * y) & 255]
  const { width, height, rgb } = readPng(browserPng(17, 11, pixel))
  expect([width, height]).toEqual([17, 11])
  const wanted = Array.from({ length: 17 * 11 }, (_, index) => pixel(index % 17, Math.floor(index / 17)))
  expect([...rgb]).toEqual(wanted.flat())
})

test('with fewer colours what is seen often stays to the letter, and the rest looks like itself', () => {
  const [ground, ink] = [
    [250, 249, 247],
    [40, 38, 35],
  ] as const
  // Half of it is ground with letters, the other half a run of a thousand colours.
  const pixel = (x: number, y: number): readonly number[] => {
    if (y >= 20) return x % 3 === 0 ? ink : ground
    return [Math.min(255, x * 5), y * 12, 255 - x * 4]
  }
  const before = browserPng(50, 40, pixel)
  const colours = coloursOf(withFewerColours(before))
  expect(colours).toHaveLength(50 * 40)
  expect(new Set(colours.map(String)).size).toBeLessThanOrEqual(256)
  const off = colours.map((colour, index) => {
    const wanted = pixel(index % 50, Math.floor(index / 50))
    return Math.max(...colour.map((value, channel) => Math.abs(value - (wanted[channel] ?? 0))))
  })
  expect(off.slice(50 * 20).every(each => each === 0)).toBe(true)
  expect(Math.max(...off)).toBeLessThan(40)
})

test('anything else than such a picture is refused', () => {
  expect(() => readPng(Buffer.from('GIF89a'))).toThrow(/no PNG/)
})

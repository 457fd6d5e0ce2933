import { crc32, deflateSync, inflateSync } from 'node:zlib'

/**
 * Pixels of a picture without transparency, three bytes each, row by row.
 * @typedef {{ width: number, height: number, rgb: Uint8Array }} Pixels
 */

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')
const CHANNELS = /** @type {Record<number, number>} */ ({ 2: 3, 6: 4 })

/**
 * Reads what a browser writes: eight bits a channel, not interlaced. Its pictures of pages have no transparency.
 * @param {Buffer} png
 * @returns {Pixels}
 */
export function readPng(png) {
  if (!png.subarray(0, 8).equals(SIGNATURE)) throw new Error('This is no PNG')
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const channels = CHANNELS[png.readUInt8(25)]
  if (png.readUInt8(24) !== 8 || channels === undefined || png.readUInt8(28) !== 0)
    throw new Error('A kind of PNG that browsers do not write')
  const rows = unfiltered(inflateSync(Buffer.concat(partsOf(png, 'IDAT'))), width * channels, channels)
  const rgb = new Uint8Array(width * height * 3)
  for (let pixel = 0; pixel < width * height; pixel += 1)
    for (let channel = 0; channel < 3; channel += 1)
      rgb[pixel * 3 + channel] = rows[pixel * channels + channel] ?? 0
  return { width, height, rgb }
}

/**
 * @param {Buffer} png
 * @param {string} type
 * @returns {Buffer[]}
 */
function partsOf(png, type) {
  const found = []
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12)
    if (png.toString('latin1', at + 4, at + 8) === type)
      found.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  return found
}

/**
 * Takes back what every row says about its neighbours.
 * @param {Buffer} data each row behind a byte that names its filter
 * @param {number} length of a row in bytes
 * @param {number} step from a pixel to the next
 * @returns {Uint8Array}
 */
function unfiltered(data, length, step) {
  const height = data.length / (length + 1)
  const rows = new Uint8Array(length * height)
  for (let y = 0; y < height; y += 1) {
    const filter = data[y * (length + 1)] ?? 0
    for (let x = 0; x < length; x += 1) {
      const at = y * length + x
      const left = x < step ? 0 : (rows[at - step] ?? 0)
      const up = y === 0 ? 0 : (rows[at - length] ?? 0)
      const corner = x < step || y === 0 ? 0 : (rows[at - length - step] ?? 0)
      rows[at] = (data[y * (length + 1) + 1 + x] ?? 0) + guess(filter, left, { up, corner })
    }
  }
  return rows
}

/**
 * @param {number} filter
 * @param {number} left
 * @param {{ up: number, corner: number }} above
 */
function guess(filter, left, { up, corner }) {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter !== 4) return 0
  const sum = left + up - corner
  const [toLeft, toUp, toCorner] = [Math.abs(sum - left), Math.abs(sum - up), Math.abs(sum - corner)]
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

/**
 * Writes a picture of at most 256 colours.
 * @param {{ width: number, height: number, palette: Uint8Array, indexes: Uint8Array }} picture
 * @returns {Buffer}
 */
export function writeIndexedPng({ width, height, palette, indexes }) {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8)
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y += 1)
    rows.set(indexes.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  return Buffer.concat([
    SIGNATURE,
    part('IHDR', head),
    part('PLTE', palette),
    part('IDAT', deflateSync(rows, { level: 9 })),
    part('IEND', Buffer.alloc(0)),
  ])
}

/**
 * @param {string} type four letters
 * @param {Uint8Array} content
 */
function part(type, content) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(content.length, 0)
  whole.set(body, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}

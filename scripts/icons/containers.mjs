/**
 * Icon files of Windows and macOS: both are a table of contents around PNG images.
 * @typedef {{ size: number, png: Buffer }} Picture
 */

const ICO_HEADER = 6
const ICO_ENTRY = 16

/**
 * Windows: an ICO whose images are PNGs, which every Windows since Vista reads.
 * @param {readonly Picture[]} pictures at most 256 pixels wide
 * @returns {Buffer}
 */
export function toIco(pictures) {
  const header = Buffer.alloc(ICO_HEADER + ICO_ENTRY * pictures.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(pictures.length, 4)
  let offset = header.length
  for (const [index, { size, png }] of pictures.entries()) {
    const at = ICO_HEADER + ICO_ENTRY * index
    // 256 does not fit into a byte and is written as 0.
    header.writeUInt8(size % 256, at)
    header.writeUInt8(size % 256, at + 1)
    header.writeUInt16LE(1, at + 4)
    header.writeUInt16LE(32, at + 6)
    header.writeUInt32LE(png.length, at + 8)
    header.writeUInt32LE(offset, at + 12)
    offset += png.length
  }
  return Buffer.concat([header, ...pictures.map(({ png }) => png)])
}

/** macOS names an image by its size and by whether it is meant for a dense screen. */
const ICNS_TYPES = /** @type {const} */ ([
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['icp6', 64],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic13', 256],
  ['ic09', 512],
  ['ic14', 512],
  ['ic10', 1024],
])

/**
 * macOS: an ICNS with the sizes that are given.
 * @param {readonly Picture[]} pictures
 * @returns {Buffer}
 */
export function toIcns(pictures) {
  const parts = ICNS_TYPES.flatMap(([type, size]) => {
    const picture = pictures.find(candidate => candidate.size === size)
    return picture ? [icnsPart(type, picture.png)] : []
  })
  return icnsPart('icns', Buffer.concat(parts))
}

/**
 * @param {string} type four letters
 * @param {Buffer} content
 */
function icnsPart(type, content) {
  const head = Buffer.alloc(8)
  head.write(type, 'ascii')
  head.writeUInt32BE(content.length + 8, 4)
  return Buffer.concat([head, content])
}

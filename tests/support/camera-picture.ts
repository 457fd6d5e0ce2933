import { Buffer } from 'node:buffer'

/** What a camera writes beside the picture, for tests to look for. */
export const CAMERA_WORDS = 'Taken at 41.3874N 2.1686E by CAM-SERIAL-77'

const ENTRY = 12
const SHORT = 3
const LONG = 4
const ASCII = 2

type Field = { readonly tag: number; readonly type: number; readonly count: number; readonly value: number }

function directory(fields: readonly Field[], next: number): Buffer {
  const bytes = Buffer.alloc(2 + fields.length * ENTRY + 4)
  bytes.writeUInt16BE(fields.length, 0)
  for (const [index, { tag, type, count, value }] of fields.entries()) {
    const at = 2 + index * ENTRY
    bytes.writeUInt16BE(tag, at)
    bytes.writeUInt16BE(type, at + 2)
    bytes.writeUInt32BE(count, at + 4)
    if (type === SHORT) bytes.writeUInt16BE(value, at + 8)
    else bytes.writeUInt32BE(value, at + 8)
  }
  bytes.writeUInt32BE(next, 2 + fields.length * ENTRY)
  return bytes
}

/** EXIF with words, a turn of a quarter (the picture is shown upright, stored lying) and the small picture cameras keep. */
function exif(thumbnail: Buffer): Buffer {
  const words = Buffer.from(`${CAMERA_WORDS}\0`, 'latin1')
  const first = 8
  const wordsAt = first + 2 + 2 * ENTRY + 4
  const second = wordsAt + words.length
  const thumbnailAt = second + 2 + 2 * ENTRY + 4
  return Buffer.concat([
    Buffer.from('Exif\0\0MM\0*\0\0\0\u0008', 'latin1'),
    directory(
      [
        { tag: 0x010e, type: ASCII, count: words.length, value: wordsAt },
        { tag: 0x0112, type: SHORT, count: 1, value: 6 },
      ],
      second,
    ),
    words,
    directory(
      [
        { tag: 0x0201, type: LONG, count: 1, value: thumbnailAt },
        { tag: 0x0202, type: LONG, count: 1, value: thumbnail.length },
      ],
      0,
    ),
    thumbnail,
  ])
}

/** A JPEG as a camera would have stored it: the same picture with EXIF, its words and the small picture, in front. */
export function asCameraJpeg(jpeg: Buffer, thumbnail: Buffer): Buffer {
  const data = exif(thumbnail)
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, data, jpeg.subarray(2)])
}

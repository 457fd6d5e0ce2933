import { crc32 } from 'node:zlib'
import type { Page } from '@playwright/test'
import { middleBox } from '../../../shared/rules/redaction/boxes.ts'
import type { Box } from '../../../shared/rules/redaction/boxes.ts'
import { asCameraJpeg, CAMERA_WORDS } from '../../support/camera-picture.ts'
import { expect, openBox, rowsWhere, test } from '../../support/house.ts'
import type { Seat } from '../../support/house.ts'
import { readPng } from '../../support/png.ts'
import type { Png } from '../../support/png.ts'

test.describe.configure({ timeout: 240_000 })

const SIZE = { width: 240, height: 160 }

/** A picture with something different in every corner of it, drawn by the browser. */
async function drawn(window: Page, kind: string, { width, height }: typeof SIZE): Promise<Buffer> {
  const base64 = await window.evaluate(
    async ([type, w, h]) => {
      const canvas = new OffscreenCanvas(w, h)
      const paint = canvas.getContext('2d')
      for (let x = 0; x < w; x += 4)
        for (let y = 0; y < h; y += 4) {
          if (paint)
            paint.fillStyle = `rgb(${40 + ((x * 7) % 200)}, ${40 + ((y * 11) % 200)}, ${60 + ((x + y) % 180)})`
          paint?.fillRect(x, y, 4, 4)
        }
      const blob = await canvas.convertToBlob({ type, quality: 0.95 })
      const bytes = new Uint8Array(await blob.arrayBuffer())
      return btoa(Array.from(bytes, byte => String.fromCodePoint(byte)).join(''))
    },
    [kind, width, height] as const,
  )
  return Buffer.from(base64, 'base64')
}

/** A PNG with words of its own in front of the picture: a text part, as screenshot programs add them. */
function withWords(png: Buffer): Buffer {
  const data = Buffer.from(`Comment\0${CAMERA_WORDS}`, 'latin1')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const named = Buffer.concat([Buffer.from('tEXt', 'latin1'), data])
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([png.subarray(0, 33), length, named, check, png.subarray(33)])
}

/** Colours that are seen in the box, each once. */
function coloursIn(png: Png, { x, y, width, height }: Box): ReadonlySet<string> {
  const seen = new Set<string>()
  for (let dx = 0; dx < width; dx += 1)
    for (let dy = 0; dy < height; dy += 1) seen.add(png.at(x + dx, y + dy).join(' '))
  return seen
}

/** Everything that is wrong with a copy that should hide this box and say nothing of where it comes from. */
function leaksOf(bytes: Buffer, box: Box, thumbnail: Buffer): readonly string[] {
  const png = readPng(bytes)
  const colours = [...coloursIn(png, box)]
  return [
    colours.join() === '0 0 0 255' ? null : 'something is seen under the box',
    bytes.includes(CAMERA_WORDS) ? 'words of the camera' : null,
    bytes.includes(Buffer.from('Exif')) || png.chunks.includes('eXIf') ? 'EXIF' : null,
    thumbnail.length > 0 && bytes.includes(thumbnail.subarray(-200, -2)) ? 'the small picture' : null,
    png.chunks.some(name => /^[tiz]TXt|^tEXt|^tIME/u.test(name)) ? 'a text part' : null,
  ].filter(leak => leak !== null)
}

async function attach({ desk }: Seat, name: string, buffer: Buffer): Promise<void> {
  const note = await openBox(desk, 'note')
  const mimeType = name.endsWith('.png') ? 'image/png' : 'image/jpeg'
  await desk.conversation.locator('input[type=file]').setInputFiles({ name, mimeType, buffer })
  await note.fill(`The picture ${name}`)
  await expect(desk.conversation.getByRole('button', { name: 'Add note' })).toBeEnabled()
  await note.press('Control+Enter')
  await expect(note).toHaveValue('')
}

async function redact({ desk, window }: Seat, name: string): Promise<void> {
  await desk.conversation
    .getByRole('button', { name: new RegExp(name.replace('.', '\\.'), 'u') })
    .first()
    .click()
  const viewer = window.getByRole('dialog', { name })
  await viewer.getByRole('button', { name: 'Make a redacted copy' }).click()
  await viewer.getByRole('button', { name: 'Add a box' }).click()
  await window.screenshot({ path: `out/e2e/stories/redacted-${name}.png` })
  await viewer.getByRole('button', { name: 'Keep the copy' }).click()
  await expect(desk.conversation.getByText(`Redacted copy of ${name}`)).toBeVisible()
  await expect(viewer).toHaveCount(0)
}

test('in a redacted copy nothing is left of what was under the box, nor of what the file said of itself', async ({
  house,
  sit,
}) => {
  const subject = 'A photo of the display'
  const { ticketId, customerId } = await house.jonas.ticket({
    customer: 'Ines Prat',
    subject,
    text: 'See the photo.',
  })
  const seat = await sit()
  const { desk, window } = seat
  await desk.show('all-open')
  await desk.openTicket(subject)

  const png = withWords(await drawn(window, 'image/png', SIZE))
  const thumbnail = await drawn(window, 'image/jpeg', { width: 48, height: 32 })
  const photo = asCameraJpeg(await drawn(window, 'image/jpeg', SIZE), thumbnail)
  await attach(seat, 'screen.png', png)
  await attach(seat, 'photo.jpg', photo)
  await redact(seat, 'screen.png')
  await redact(seat, 'photo.jpg')
  await desk.settled()

  const files = rowsWhere(await house.rows(), 'attachments', { ticketId })
  const bytesOf = async (fileName: string): Promise<Buffer> => {
    const sha256 = files.find(row => row['fileName'] === fileName)?.['sha256']
    return house.file({ customerId, sha256: String(sha256) })
  }
  // The look itself sees what it looks for: in the originals, which nobody has touched.
  expect(await bytesOf('screen.png')).toEqual(png)
  expect(await bytesOf('photo.jpg')).toEqual(photo)
  const lying = middleBox(SIZE)
  expect(leaksOf(png, lying, Buffer.alloc(0))).toEqual([
    'something is seen under the box',
    'words of the camera',
    'a text part',
  ])
  expect([photo.includes(CAMERA_WORDS), photo.includes(thumbnail.subarray(-200, -2))]).toEqual([true, true])

  const screen = await bytesOf('screen-redacted.png')
  expect(leaksOf(screen, lying, Buffer.alloc(0))).toEqual([])
  // Beside the box everything is as it was, to the pixel.
  const [before, after] = [readPng(png), readPng(screen)]
  expect([after.width, after.height]).toEqual([SIZE.width, SIZE.height])
  for (const [x, y] of [
    [0, 0],
    [lying.x - 1, lying.y],
    [lying.x, lying.y + lying.height],
    [239, 159],
  ] as const)
    expect(after.at(x, y)).toEqual(before.at(x, y))

  // The camera held it upright: the box lies where it was seen, and the turn is in the picture, not beside it.
  const upright = { width: SIZE.height, height: SIZE.width }
  const copy = await bytesOf('photo-redacted.png')
  const shown = readPng(copy)
  expect([shown.width, shown.height]).toEqual([upright.width, upright.height])
  expect(leaksOf(copy, middleBox(upright), thumbnail)).toEqual([])
  expect(coloursIn(shown, { x: 0, y: 0, width: 20, height: 20 }).size).toBeGreaterThan(10)
  expect(seat.complaints).toEqual([])
})

import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { toIcns, toIco } from '../../../scripts/icons/containers.mjs'
import { drawIcon } from '../../../scripts/icons/drawing.mjs'

const FOLDER = join(import.meta.dirname, '../../../packaging')
const PNG = Buffer.from('89504e470d0a1a0a', 'hex')

/** Width and height as the image itself says. */
function sizeOf(png: Buffer): readonly [number, number] {
  expect(png.subarray(0, 8)).toEqual(PNG)
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}

function icoPictures(
  ico: Buffer,
): readonly { readonly said: number; readonly real: readonly [number, number] }[] {
  return Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const at = 6 + 16 * index
    const from = ico.readUInt32LE(at + 12)
    return {
      said: ico.readUInt8(at) || 256,
      real: sizeOf(ico.subarray(from, from + ico.readUInt32LE(at + 8))),
    }
  })
}

function icnsPictures(icns: Buffer): Map<string, readonly [number, number]> {
  const found = new Map<string, readonly [number, number]>()
  expect(icns.toString('ascii', 0, 4)).toBe('icns')
  expect(icns.readUInt32BE(4)).toBe(icns.length)
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
    found.set(
      icns.toString('ascii', at, at + 4),
      sizeOf(icns.subarray(at + 8, at + icns.readUInt32BE(at + 4))),
    )
  return found
}

describe('the icons that are shipped', () => {
  test('for Linux are there in every size a desktop asks for', () => {
    const files = readdirSync(join(FOLDER, 'icons')).sort()
    expect(files).toHaveLength(9)
    for (const file of files) {
      const [width, height] = sizeOf(readFileSync(join(FOLDER, 'icons', file)))
      expect(file).toBe(`${width}x${height}.png`)
    }
    expect(files).toEqual(expect.arrayContaining(['16x16.png', '512x512.png', '1024x1024.png']))
  })

  test('for Windows hold 16 to 256 pixels', () => {
    const pictures = icoPictures(readFileSync(join(FOLDER, 'icon.ico')))
    expect(pictures.map(({ said }) => said)).toEqual([16, 24, 32, 48, 64, 128, 256])
    for (const { said, real } of pictures) expect(real).toEqual([said, said])
  })

  test('for macOS hold 16 to 1024 pixels, dense ones too', () => {
    const pictures = icnsPictures(readFileSync(join(FOLDER, 'icon.icns')))
    expect(Object.fromEntries(pictures)).toMatchObject({
      icp4: [16, 16],
      ic11: [32, 32],
      ic07: [128, 128],
      ic13: [256, 256],
      ic10: [1024, 1024],
    })
  })
})

describe('an icon file', () => {
  const png = (size: number): Buffer => {
    const head = Buffer.alloc(24)
    PNG.copy(head)
    head.writeUInt32BE(size, 16)
    head.writeUInt32BE(size, 20)
    return Buffer.concat([head, Buffer.alloc(size)])
  }

  test('gives back the pictures it was made of', () => {
    const pictures = [16, 256].map(size => ({ size, png: png(size) }))
    expect(icoPictures(toIco(pictures))).toEqual([
      { said: 16, real: [16, 16] },
      { said: 256, real: [256, 256] },
    ])
    expect([...icnsPictures(toIcns(pictures)).keys()]).toEqual(['icp4', 'ic08', 'ic13'])
  })

  test('is drawn bolder where it is small', () => {
    const colours = { primary: '#000', onPrimary: '#fff', serviceMark: '#a00', supportMark: '#00a' }
    const strokeOf = (size: number): number =>
      Number(/stroke-width="([\d.]+)"/.exec(drawIcon({ size, shape: 'full', colours }))?.[1])
    expect(strokeOf(16)).toBeGreaterThan(strokeOf(48))
    expect(strokeOf(48)).toBeGreaterThan(strokeOf(512))
  })
})

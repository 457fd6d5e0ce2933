import { readPng, writeIndexedPng } from './png.mjs'

/** Colours that are kept to the letter: grounds, lines and the letters of a page. */
const KEPT = 96
const MOST = 256

/**
 * A picture of a page with 256 colours looks the same and takes a third: nearly everything on it is flat.
 * @param {Buffer} png
 * @returns {Buffer}
 */
export function withFewerColours(png) {
  const { width, height, rgb } = readPng(png)
  const counts = new Map()
  const codes = new Uint32Array(width * height)
  for (let pixel = 0; pixel < codes.length; pixel += 1) {
    const [red = 0, green = 0, blue = 0] = rgb.subarray(pixel * 3, pixel * 3 + 3)
    const code = (red << 16) | (green << 8) | blue
    codes[pixel] = code
    counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  const colours = paletteOf(counts)
  const nearest = new Map()
  const indexes = new Uint8Array(codes.length)
  for (const [pixel, code] of codes.entries()) {
    let index = nearest.get(code)
    if (index === undefined) nearest.set(code, (index = nearestTo(code, colours)))
    indexes[pixel] = index
  }
  const palette = Uint8Array.from(colours.flatMap(channelsOf))
  return writeIndexedPng({ width, height, palette, indexes })
}

/** @param {number} code */
const channelsOf = code => [code >> 16, (code >> 8) & 255, code & 255]

/**
 * The most frequent colours, and the middles of what is left, cut in halves by how often it is seen.
 * @param {ReadonlyMap<number, number>} counts
 * @returns {number[]}
 */
function paletteOf(counts) {
  const byCount = [...counts].sort(([, one], [, other]) => other - one)
  const kept = byCount.slice(0, KEPT).map(([code]) => code)
  /** @type {Box[]} */
  let boxes = [byCount.slice(KEPT)].filter(box => box.length > 0)
  while (boxes.length > 0 && boxes.length < MOST - kept.length) {
    const widest = boxes.reduce((best, box) => (spread(box).size > spread(best).size ? box : best))
    if (widest.length < 2) break
    boxes = [...boxes.filter(box => box !== widest), ...halves(widest)]
  }
  return [...kept, ...boxes.map(middle)]
}

/** @typedef {(readonly [code: number, count: number])[]} Box */

/**
 * @param {Box} box
 * @returns {{ channel: number, size: number }} the channel in which its colours differ most
 */
function spread(box) {
  const ranges = [0, 1, 2].map(channel => {
    let [low, high] = [255, 0]
    for (const [code] of box) {
      const value = channelsOf(code)[channel] ?? 0
      low = Math.min(low, value)
      high = Math.max(high, value)
    }
    return high - low
  })
  const size = Math.max(...ranges)
  return { channel: ranges.indexOf(size), size }
}

/**
 * @param {Box} box
 * @returns {[Box, Box]}
 */
function halves(box) {
  const { channel } = spread(box)
  const sorted = box.toSorted(
    ([one], [other]) => (channelsOf(one)[channel] ?? 0) - (channelsOf(other)[channel] ?? 0),
  )
  const half = sorted.length >> 1
  return [sorted.slice(0, half), sorted.slice(half)]
}

/** @param {Box} box */
function middle(box) {
  const total = box.reduce((sum, [, count]) => sum + count, 0)
  const [red = 0, green = 0, blue = 0] = [0, 1, 2].map(channel =>
    Math.round(box.reduce((sum, [code, count]) => sum + (channelsOf(code)[channel] ?? 0) * count, 0) / total),
  )
  return (red << 16) | (green << 8) | blue
}

/**
 * @param {number} code
 * @param {readonly number[]} colours
 */
function nearestTo(code, colours) {
  const [red = 0, green = 0, blue = 0] = channelsOf(code)
  let [best, least] = [0, Infinity]
  for (const [index, colour] of colours.entries()) {
    const [r = 0, g = 0, b = 0] = channelsOf(colour)
    const distance = 2 * (red - r) ** 2 + 4 * (green - g) ** 2 + 3 * (blue - b) ** 2
    if (distance < least) [best, least] = [index, distance]
  }
  return best
}

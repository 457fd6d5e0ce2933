import type { Pixels } from './png.ts'

/** Is the point inside? Coordinates run from 0 to 1 over the image. */
export type Shape = (x: number, y: number) => boolean
export type Layer = { readonly shape: Shape; readonly colour: string }

export const disc =
  (cx: number, cy: number, radius: number): Shape =>
  (x, y) =>
    Math.hypot(x - cx, y - cy) <= radius

export const ring =
  (cx: number, cy: number, bounds: readonly [inner: number, outer: number]): Shape =>
  (x, y) => {
    const distance = Math.hypot(x - cx, y - cy)
    return distance >= bounds[0] && distance <= bounds[1]
  }

/** Points a pixel is looked at in each direction: enough for soft edges at 16 px. */
const SAMPLES = 4

const channelsOf = (hex: string): readonly number[] =>
  [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16))

function coverOf(
  shape: Shape,
  at: { readonly x: number; readonly y: number; readonly size: number },
): number {
  let inside = 0
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
    const dx = ((sample % SAMPLES) + 0.5) / SAMPLES
    const dy = (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES
    if (shape((at.x + dx) / at.size, (at.y + dy) / at.size)) inside += 1
  }
  return inside / (SAMPLES * SAMPLES)
}

/** Paints layers over each other on nothing, with soft edges. */
export function paint(size: number, layers: readonly Layer[]): Pixels {
  const rgba = new Uint8Array(size * size * 4)
  for (let index = 0; index < size * size; index += 1) {
    let colour = [0, 0, 0]
    let alpha = 0
    for (const layer of layers) {
      const cover = coverOf(layer.shape, { x: index % size, y: Math.floor(index / size), size })
      if (cover === 0) continue
      const after = cover + alpha * (1 - cover)
      const own = channelsOf(layer.colour)
      colour = colour.map(
        (under, channel) => ((own[channel] ?? 0) * cover + under * alpha * (1 - cover)) / after,
      )
      alpha = after
    }
    rgba.set([...colour.map(Math.round), Math.round(alpha * 255)], index * 4)
  }
  return { width: size, height: size, rgba }
}

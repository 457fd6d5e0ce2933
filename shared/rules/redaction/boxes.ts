/** A black box over a picture, in the picture's own pixels. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export type Size = { readonly width: number; readonly height: number }
export type Point = { readonly x: number; readonly y: number }

/** Smaller than this is a slip of the hand. */
export const LEAST_BOX = 4

const between = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)

/** The box between two points, inside of the picture; null where it is too small to hide anything. */
export function boxBetween(from: Point, to: Point, size: Size): Box | null {
  const [x1, x2] = [from.x, to.x].map(x => between(Math.round(x), 0, size.width)).toSorted((a, b) => a - b)
  const [y1, y2] = [from.y, to.y].map(y => between(Math.round(y), 0, size.height)).toSorted((a, b) => a - b)
  const box = { x: x1 ?? 0, y: y1 ?? 0, width: (x2 ?? 0) - (x1 ?? 0), height: (y2 ?? 0) - (y1 ?? 0) }
  return box.width < LEAST_BOX || box.height < LEAST_BOX ? null : box
}

/** A box in the middle, a quarter of the picture wide: where a box without a pointer begins. */
export const middleBox = ({ width, height }: Size): Box => ({
  x: Math.round(width * 0.375),
  y: Math.round(height * 0.45),
  width: Math.max(Math.min(LEAST_BOX, width), Math.round(width * 0.25)),
  height: Math.max(Math.min(LEAST_BOX, height), Math.round(height * 0.1)),
})

/** Moved by so much, as far as the picture goes; it keeps its size. */
export const moveBox = (box: Box, by: Point, size: Size): Box => ({
  ...box,
  x: between(box.x + by.x, 0, size.width - box.width),
  y: between(box.y + by.y, 0, size.height - box.height),
})

/** Made wider and higher by so much, never smaller than something that hides and never beyond the picture. */
export const sizeBox = (box: Box, by: Point, size: Size): Box => ({
  ...box,
  width: between(box.width + by.x, Math.min(LEAST_BOX, box.width), size.width - box.x),
  height: between(box.height + by.y, Math.min(LEAST_BOX, box.height), size.height - box.y),
})

import type { Box } from '../../../../shared/rules/redaction/boxes.ts'
import { light } from '../../../theme/tokens.ts'

/** The picture with the boxes burnt in, as PNG; what the file said of itself (place, device) is left behind. Null: it cannot be drawn. */
export async function redactedPicture(
  image: HTMLImageElement,
  boxes: readonly Box[],
): Promise<Uint8Array<ArrayBuffer> | null> {
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth
  canvas.height = image.naturalHeight
  const paint = canvas.getContext('2d')
  if (!paint || canvas.width === 0) return null
  paint.drawImage(image, 0, 0)
  // One colour and nothing of what was there: what is under a box is not in the copy.
  paint.fillStyle = light.blot
  for (const { x, y, width, height } of boxes) paint.fillRect(x, y, width, height)
  const blob = await new Promise<Blob | null>(resolve => {
    canvas.toBlob(resolve, 'image/png')
  })
  return blob && new Uint8Array(await blob.arrayBuffer())
}

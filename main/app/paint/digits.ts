import type { Shape } from './shapes.ts'

/** Three by five points each, row by row, as on the smallest displays. */
const FORMS: Readonly<Record<string, string>> = {
  '0': '111101101101111',
  '1': '010110010010111',
  '2': '111001111100111',
  '3': '111001111001111',
  '4': '101101111001001',
  '5': '111100111001111',
  '6': '111100111101111',
  '7': '111001001010010',
  '8': '111101111101111',
  '9': '111101111001111',
  '+': '000010111010000',
}
const [COLUMNS, ROWS] = [3, 5]

/** A short number in the middle of the image, as high as `height` of it. */
export function digits(text: string, height: number): Shape {
  const point = height / ROWS
  const width = (text.length * (COLUMNS + 1) - 1) * point
  const [left, top] = [(1 - width) / 2, (1 - height) / 2]
  return (x, y) => {
    const column = Math.floor((x - left) / point)
    const row = Math.floor((y - top) / point)
    if (column < 0 || row < 0 || row >= ROWS || column % (COLUMNS + 1) === COLUMNS) return false
    const form = FORMS[text[Math.floor(column / (COLUMNS + 1))] ?? '']
    return form?.[row * COLUMNS + (column % (COLUMNS + 1))] === '1'
  }
}

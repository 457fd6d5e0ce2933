import { expect, test } from 'vitest'
import { rowHeight } from '../../../renderer/features/inbox/row-height.ts'

test('a row is higher with more air and with larger text, and always of whole pixels', () => {
  const regular = rowHeight('cards', { density: 'regular', textSize: 100 })
  expect(regular).toBe(81)
  expect(rowHeight('table', { density: 'regular', textSize: 100 })).toBe(29)
  expect(rowHeight('cards', { density: 'compact', textSize: 100 })).toBeLessThan(regular)
  expect(rowHeight('cards', { density: 'roomy', textSize: 100 })).toBeGreaterThan(regular)
  for (let textSize = 80; textSize <= 160; textSize += 7)
    expect(Number.isInteger(rowHeight('table', { density: 'compact', textSize }))).toBe(true)
})

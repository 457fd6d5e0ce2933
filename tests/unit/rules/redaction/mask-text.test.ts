import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findLines, linesOf, markLine } from '../../../../shared/rules/redaction/find-lines.ts'
import { MASK_KINDS, maskText } from '../../../../shared/rules/redaction/mask-text.ts'
import type { MaskRule } from '../../../../shared/rules/redaction/mask-text.ts'
import { boxBetween, LEAST_BOX, moveBox, sizeBox } from '../../../../shared/rules/redaction/boxes.ts'

const rule = (fields: Partial<MaskRule> = {}): MaskRule => ({
  kinds: [...MASK_KINDS],
  words: [],
  lines: new Set(),
  ...fields,
})
const masked = (text: string, fields: Partial<MaskRule> = {}): string => maskText(text, rule(fields)).text

test('masks what is secret or personal by its shape', () => {
  expect(masked('login ana.ruiz+till@norte.example from 192.168.4.17')).toBe('login [email] from [address]')
  expect(masked('Authorization: Bearer abc.def-123456 ok')).toBe('Authorization: Bearer [secret] ok')
  expect(masked('password="hunter2", retry=3')).toBe('password="[secret]", retry=3')
  expect(masked('paid with 4111 1111 1111 1111 today')).toBe('paid with [card] today')
  expect(masked('to DE89 3704 0044 0532 0130 00')).toBe('to [iban]')
  expect(masked('called +34 910 555 0143')).toBe('called [phone]')
  expect(masked('mac 00:1a:2b:3c:4d:5e')).toBe('mac [address]')
})

test('leaves alone what only looks like it: versions, times, order numbers, numbers that are no cards', () => {
  const plain = '2025-03-03T10:00:12.345Z order 7719 version 8.2.1 took 1234567890123 ns, E-310 (0x1f)'
  expect(masked(plain)).toBe(plain)
})

test('masks words people name, wherever they stand and however they are written, and whole lines', () => {
  const text = 'Librería Faro: ok\nlibrería faro failed\nlast'
  const result = maskText(text, rule({ kinds: [], words: ['Librería Faro'], lines: new Set([2]) }))
  expect(result).toEqual({ text: '[word]: ok\n[word] failed\n[line]', count: 3 })
  expect(masked('a card of [card]', { words: ['card'] })).toBe('a [word] of [card]')
})

const piece = fc.constantFrom(
  'ana@norte.example',
  '10.0.0.1',
  'token=abcdef123',
  'order 7719',
  '+49 30 1234567',
  '4111111111111111',
  'Faro',
  '\n',
  '{"a":1}',
  '[email]',
)
const logs = fc
  .array(fc.oneof(piece, fc.string({ maxLength: 12 })), { maxLength: 30 })
  .map(all => all.join(' '))

test('masking again changes nothing, lines stay where they are, and nothing named is left', () => {
  fc.assert(
    fc.property(logs, fc.subarray([...MASK_KINDS]), (text, kinds) => {
      const chosen = rule({ kinds, words: ['Faro'] })
      const once = maskText(text, chosen)
      expect(maskText(once.text, chosen).text).toBe(once.text)
      expect(once.text.split('\n')).toHaveLength(text.split('\n').length)
      expect(once.text).not.toMatch(/faro/iu)
      if (kinds.includes('email')) expect(once.text).not.toContain('ana@norte.example')
      expect(once.count === 0).toBe(once.text === text)
    }),
  )
})

test('lines are found in slices as in one go, and marked without losing a sign', () => {
  fc.assert(
    fc.property(logs, fc.constantFrom('order', 'FARO', 'é', 'a'), (text, words) => {
      const lines = linesOf(text)
      const whole = findLines(lines, words, { from: 0, end: lines.length })
      const half = Math.floor(lines.length / 2)
      expect([
        ...findLines(lines, words, { from: 0, end: half }),
        ...findLines(lines, words, { from: half, end: lines.length }),
      ]).toEqual(whole)
      for (const line of lines) {
        expect(
          markLine(line, words)
            .map(part => part.text)
            .join(''),
        ).toBe(line)
      }
    }),
  )
})

test('boxes hide something and never leave the picture', () => {
  const size = { width: 640, height: 400 }
  const point = fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) })
  fc.assert(
    fc.property(point, point, point, (from, to, by) => {
      const drawn = boxBetween(from, to, size)
      if (!drawn) return
      for (const box of [drawn, moveBox(drawn, by, size), sizeBox(drawn, by, size)]) {
        expect(box.width).toBeGreaterThanOrEqual(LEAST_BOX)
        expect(box.height).toBeGreaterThanOrEqual(LEAST_BOX)
        expect(box.x >= 0 && box.y >= 0).toBe(true)
        expect(box.x + box.width <= size.width && box.y + box.height <= size.height).toBe(true)
      }
    }),
  )
})

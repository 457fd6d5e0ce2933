import { expect, test } from 'vitest'
import { mentions } from '../../../shared/rules/mentions.ts'

test.each([
  ['@Lena Koch please', true],
  ['please, @lena!', true],
  ['(@LENA)', true],
  ['@Lena', true],
  ['@Lenard', false],
  ['mail@lena.example', false],
  ['Lena Koch', false],
  ['', false],
  ['@ Lena', false],
  ['@lenard and @lena', true],
])('%s', (body, expected) => {
  expect(mentions(body, 'Lena Koch')).toBe(expected)
})

test('a name with marks is found without them, and in any script', () => {
  expect(mentions('@jose, can you?', 'José Núñez')).toBe(true)
  expect(mentions('@佐藤 お願いします', '佐藤 花子')).toBe(true)
  expect(mentions('nobody @', '')).toBe(false)
})

import { describe, expect, test } from 'vitest'
import { keyFor } from '../../../renderer/features/settings/levels/calendars.tsx'
import { hoursText, readHours } from '../../../renderer/features/settings/levels/hours-text.ts'

describe('hours and minutes', () => {
  test.each([
    ['2:30', 150],
    ['48:00', 2880],
    ['4 h', 240],
    ['4h30', 270],
    ['4 Std. 30 min', 270],
    ['45 m', 45],
    ['45min', 45],
    ['4', 240],
    ['', null],
    ['–', null],
    ['soon', undefined],
    ['2:75', undefined],
    ['-3', undefined],
  ])('reads %j as %j minutes', (text, minutes) => {
    expect(readHours(text)).toBe(minutes)
  })

  test.each([0, 1, 59, 60, 150, 2880, 100_000])('what is written is read again: %i', minutes => {
    expect(readHours(hoursText(minutes))).toBe(minutes)
  })
})

test('a calendar is called by its name, and never like another', () => {
  expect(keyFor('Büro Madrid!', [])).toBe('buro-madrid')
  expect(keyFor('Madrid', ['madrid', 'madrid-2'])).toBe('madrid-3')
  expect(keyFor('東京', [])).toBe('calendar')
})

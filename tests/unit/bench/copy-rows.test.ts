import { describe, expect, test } from 'vitest'
import { copyArray, copyText } from '../../../bench/lib/copy-rows.ts'
import { assertRoom, ROOM_GIB } from '../../../bench/lib/disk-room.ts'

describe('values as COPY takes them', () => {
  test('keep every sign that would end a field or a line', () => {
    expect(copyText('a\tb\nc\rd\\e')).toBe('a\\tb\\nc\\rd\\\\e')
    expect(copyText('返品 👍🏽')).toBe('返品 👍🏽')
  })

  test('are told apart from nothing', () => {
    expect([null, undefined, '', 0, false, true].map(copyText)).toEqual(['\\N', '\\N', '', '0', 'f', 't'])
  })

  test('are JSON where they are objects, escaped once more', () => {
    expect(copyText({ text: 'a\nb' })).toBe('{"text":"a\\\\nb"}')
    expect(copyText([])).toBe('[]')
  })

  test('are arrays of keys', () => {
    expect(copyArray([])).toBe('{}')
    expect(copyArray(['all', 'team:1'])).toBe('{all,team:1}')
  })
})

describe('the room a bench takes', () => {
  test('grows with the size', () => {
    const room = Object.values(ROOM_GIB)
    expect(room).toEqual(room.toSorted((a, b) => a - b))
  })

  test('is told before anything is begun, in words, where it is not there', async () => {
    const told: string[] = []
    await assertRoom('.', 'XS', text => told.push(text))
    expect(told.join()).toMatch(/size XS takes up to 1.5 GiB of \., where [\d.]+ GiB are free/)
  })
})

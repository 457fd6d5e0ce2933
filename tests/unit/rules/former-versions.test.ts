import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  changedFields,
  changedWords,
  MOST_CHARACTERS,
  MOST_VERSIONS,
  versionsToDrop,
} from '../../../shared/rules/knowledge/former-versions.ts'
import type { Written } from '../../../shared/rules/knowledge/former-versions.ts'

const kept = (replacedAtMs: number, body = 'words') => ({ id: `v${replacedAtMs}`, body, replacedAtMs })
const some = (count: number, body?: string) => Array.from({ length: count }, (_, at) => kept(at, body))

describe('how much of the past is kept', () => {
  test('the newest, and no more than are kept', () => {
    expect(versionsToDrop(some(MOST_VERSIONS))).toEqual([])
    expect(versionsToDrop(some(MOST_VERSIONS + 2)).toSorted()).toEqual(['v0', 'v1'])
  })

  test('fewer of long texts, and always the newest', () => {
    const half = 'x'.repeat(MOST_CHARACTERS / 2)
    expect(versionsToDrop(some(4, half)).toSorted()).toEqual(['v0', 'v1'])
    expect(versionsToDrop([kept(1, 'x'.repeat(MOST_CHARACTERS + 1))])).toEqual([])
  })
})

test('what a version says otherwise is named by field', () => {
  const before: Written = {
    title: 'Points',
    language: 'en',
    body: 'They are booked.',
    url: null,
    tags: ['loyalty'],
    kind: null,
    state: 'published',
  }
  expect(changedFields(before, { ...before, tags: ['loyalty'] })).toEqual([])
  expect(changedFields(before, { ...before, body: 'They never run out.', state: 'archived' })).toEqual([
    'body',
    'state',
  ])
})

describe('what changed in a text', () => {
  test('word by word', () => {
    expect(changedWords('Frost makes them stiff.', 'Frost makes ribbons stiff.')).toEqual([
      { how: 'same', text: 'Frost makes ' },
      { how: 'gone', text: 'them' },
      { how: 'new', text: 'ribbons' },
      { how: 'same', text: ' stiff.' },
    ])
  })

  test('holds both texts whole', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'ä', '字', '.') })
    fc.assert(
      fc.property(text, text, (before, after) => {
        const found = changedWords(before, after)
        const without = (how: string): string =>
          found.flatMap(stretch => (stretch.how === how ? [] : [stretch.text])).join('')
        expect([without('new'), without('gone')]).toEqual([before, after])
      }),
    )
  })
})

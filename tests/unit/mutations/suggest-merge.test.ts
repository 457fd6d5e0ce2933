import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FieldConflict } from '../../../shared/mutations/define.ts'
import { suggestMerge, valueTaken } from '../../../shared/mutations/suggest-merge.ts'
import { idOf } from '../../support/builders.ts'

const conflict = (
  field: string,
  [seen, mine, theirs]: readonly [unknown, unknown, unknown],
): FieldConflict => ({
  table: 'tickets',
  id: idOf(2),
  field,
  seen,
  mine,
  theirs,
})

describe('what the rules suggest', () => {
  test.each([
    ['state', 'open', 'pending', 'solved'],
    ['kind', 'service', 'support', 'both'],
  ])('%s: only a person can say', (field, ...values) => {
    expect(suggestMerge(conflict(field, values as never))).toBeNull()
  })

  test('of owners the first stays; of everything else theirs, with mine one key away', () => {
    expect(suggestMerge(conflict('assigneeId', [null, idOf(1), idOf(3)]))).toEqual({
      take: 'theirs',
      value: idOf(3),
      because: 'first-wins',
    })
    expect(suggestMerge(conflict('priority', ['normal', 'low', 'urgent']))).toEqual({
      take: 'theirs',
      value: 'urgent',
      because: 'theirs-stands',
    })
  })

  test('words that do not overlap join; those that do are left to people', () => {
    const joined = conflict('subject', ['Printer broken', 'Printer broken in Lyon', 'HP printer broken'])
    expect(
      suggestMerge(
        conflict('subject', ['Printer is broken', 'Printer is broken in Lyon', 'The Printer is broken']),
      ),
    ).toEqual({ take: 'merged', value: 'The Printer is broken in Lyon', because: 'words-joined' })
    expect(suggestMerge({ ...joined, mine: 'Scanner broken', theirs: 'Copier broken' })).toMatchObject({
      take: 'theirs',
    })
  })

  test('a number joined out of two would be one nobody ever saw', () => {
    expect(suggestMerge(conflict('serial', ['A-1', 'A-1-x', 'y-A-1']))).toMatchObject({ take: 'theirs' })
  })

  const set = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'))

  test('of sets no addition is lost on either side, and nothing either side took away comes back', () => {
    fc.assert(
      fc.property(set, set, set, (base, mine, theirs) => {
        const suggestion = suggestMerge(conflict('labels', [base, mine, theirs]))
        expect(suggestion?.because).toBe('both-kept')
        const merged = suggestion?.value as readonly string[]
        for (const added of [...mine, ...theirs].filter(each => !base.includes(each)))
          expect(merged).toContain(added)
        for (const kept of base)
          expect(merged.includes(kept)).toBe(mine.includes(kept) && theirs.includes(kept))
        expect(new Set(merged).size).toBe(merged.length)
      }),
    )
  })

  const words = fc.array(fc.constantFrom('one', 'two', 'three', 'four'), { maxLength: 5 })
  const text = words.map(all => all.join(' '))

  test('joined words hold every word either side added, and never a mark of two versions', () => {
    fc.assert(
      fc.property(text, text, text, (seen, mine, theirs) => {
        const suggestion = suggestMerge(conflict('subject', [seen, mine, theirs]))
        if (suggestion?.take !== 'merged') return
        const merged = String(suggestion.value)
        expect(merged).not.toContain('[[')
        const added = (of: string) => of.split(' ').filter(word => !seen.split(' ').includes(word))
        for (const word of [...added(mine), ...added(theirs)]) expect(merged).toContain(word)
      }),
    )
  })

  test('what is taken is exactly mine, exactly theirs, or the suggestion', () => {
    const anything = fc.oneof(fc.string(), fc.constant(null), set, fc.integer())
    fc.assert(
      fc.property(
        fc.constantFrom('subject', 'labels', 'tier', 'state'),
        anything,
        anything,
        anything,
        (field, ...values) => {
          const given = conflict(field, values)
          expect(valueTaken(given, 'mine')).toEqual(given.mine)
          expect(valueTaken(given, 'theirs')).toEqual(given.theirs)
          const suggestion = suggestMerge(given)
          if (suggestion?.take === 'merged') expect(valueTaken(given, 'merged')).toEqual(suggestion.value)
        },
      ),
    )
  })
})

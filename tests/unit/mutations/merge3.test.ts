import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { merge3, mergeSets } from '../../../shared/mutations/merge3.ts'

/** Texts that share words and lines, so that edits meet. */
const word = fc.constantFrom('tea', 'green', 'two', 'charges', 'E-310', '返金', '\n', '.', 'Ana')
const text = fc.array(word, { maxLength: 25 }).map(words => words.join(' '))
const wordsOf = (value: string): string[] => value.match(/[\p{L}\p{N}_]+/gu) ?? []

describe('merging text three ways', () => {
  test('edits of different lines are both in', () => {
    const merged = merge3({ base: 'a\nb\nc\n', mine: 'A\nb\nc\n', theirs: 'a\nb\nC\n' })
    expect(merged).toEqual({ text: 'A\nb\nC\n', overlaps: 0 })
  })

  test('edits of different words in one line are both in', () => {
    const merged = merge3({
      base: 'Call at 9 about the scanner',
      mine: 'Call at 10 about the scanner',
      theirs: 'Call at 9 about the second scanner',
    })
    expect(merged).toEqual({ text: 'Call at 10 about the second scanner', overlaps: 0 })
  })

  test('edits of the same word are both kept and marked', () => {
    const merged = merge3({ base: 'Call at 9', mine: 'Call at 10', theirs: 'Call at 11' })
    expect(merged).toEqual({ text: 'Call at [[10 | 11]]', overlaps: 1 })
  })

  test('a change beats a deletion', () => {
    const merged = merge3({ base: 'a\nb\nc\n', mine: 'a\nc\n', theirs: 'a\nB\nc\n' })
    expect(merged.text).toBe('a\nB\nc\n')
  })

  test('lines added at the same place are both in', () => {
    const { text: both } = merge3({ base: 'a\n', mine: 'a\nmine\n', theirs: 'a\ntheirs\n' })
    expect(both).toContain('mine')
    expect(both).toContain('theirs')
  })

  test('with one side unchanged the result is the other side', () => {
    fc.assert(
      fc.property(text, text, (base, changed) => {
        expect(merge3({ base, mine: base, theirs: changed })).toEqual({ text: changed, overlaps: 0 })
        expect(merge3({ base, mine: changed, theirs: base })).toEqual({ text: changed, overlaps: 0 })
      }),
    )
  })

  test('both sides alike are taken once', () => {
    fc.assert(
      fc.property(text, text, (base, side) => {
        expect(merge3({ base, mine: side, theirs: side }).text).toBe(side)
      }),
    )
  })

  test('the sides may be swapped: the same words come out, and as many places are marked', () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const one = merge3({ base, mine, theirs })
        const other = merge3({ base, mine: theirs, theirs: mine })
        expect(wordsOf(one.text).toSorted()).toEqual(wordsOf(other.text).toSorted())
        expect(one.overlaps).toBe(other.overlaps)
      }),
    )
  })

  test('nothing that either side wrote anew is lost', () => {
    const fresh = fc.stringMatching(/^new[a-z]{3,8}$/)
    const at = fc.nat({ max: 20 })
    fc.assert(
      fc.property(
        text,
        fc.tuple(fresh, at),
        fc.tuple(fresh, at),
        (base, [mineWord, minePlace], [theirWord, theirPlace]) => {
          const put = (place: number, added: string): string => {
            const words = base.split(' ')
            words.splice(place % (words.length + 1), 1, added)
            return words.join(' ')
          }
          const merged = merge3({
            base,
            mine: put(minePlace, mineWord),
            theirs: put(theirPlace, theirWord),
          }).text
          expect(wordsOf(merged)).toEqual(expect.arrayContaining([mineWord, theirWord]))
        },
      ),
    )
  })

  test('a word that the other word begins with is a word of its own, and both are kept', () => {
    const { text: merged, overlaps } = merge3({ base: 'Call', mine: 'Call Ann', theirs: 'Call Anna' })
    expect(merged).toBe('Call[[ Ann |  Anna]]')
    expect(overlaps).toBe(1)
  })

  test('merging what is merged already changes nothing, so that a replay is harmless', () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const { text: merged, overlaps } = merge3({ base, mine, theirs })
        if (overlaps === 0) expect(merge3({ base, mine: merged, theirs: merged }).text).toBe(merged)
        else expect(merge3({ base, mine: merged, theirs: base }).text).toBe(merged)
      }),
    )
  })

  test('a replay over the merged words of a marked place leaves them as they are', () => {
    const { text: merged } = merge3({ base: 'Call at 9', mine: 'Call at 10', theirs: 'Call at 11' })
    expect(merge3({ base: 'Call at 9', mine: 'Call at 10', theirs: merged }).text).toBe(merged)
  })

  test('long texts that differ everywhere are both kept, in time that nobody feels', () => {
    const side = (name: string): string =>
      Array.from({ length: 20_000 }, (_each, line) => `${name} ${line}`).join('\n')
    const startedAt = performance.now()
    const merged = merge3({ base: side('base'), mine: side('mine'), theirs: side('theirs') })
    expect(performance.now() - startedAt).toBeLessThan(2_000)
    expect(merged.overlaps).toBe(1)
    expect(merged.text).toContain('mine 19998')
    expect(merged.text).toContain('theirs 19998')
  })
})

describe('merging sets three ways', () => {
  const set = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e'))

  test('added by either is in, removed by either is out', () => {
    expect(mergeSets(['a', 'b'], ['a', 'c'], ['b', 'd', 'a'])).toEqual(['d', 'a', 'c'])
  })

  test('an element is in exactly when a side that changed it wants it, or nobody changed it', () => {
    fc.assert(
      fc.property(set, set, set, (base, mine, theirs) => {
        const merged = mergeSets(base, mine, theirs)
        for (const value of ['a', 'b', 'c', 'd', 'e']) {
          const was = base.includes(value)
          const wanted = mine.includes(value) === was ? theirs.includes(value) : mine.includes(value)
          expect(merged.includes(value)).toBe(wanted)
        }
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MergedPages } from '../../../renderer/data/merged-pages.ts'

type Page = readonly string[]

/** Slow and obvious: all pages, one after the other, each key once. */
const naive = (pages: readonly (Page | null)[]): readonly string[] => [
  ...new Set(pages.flatMap(page => page ?? [])),
]
const merging = () => new MergedPages<Page, string>({ itemsOf: page => page, keyOf: item => item })

describe('pages put together', () => {
  test('are what putting all of them together would be, whatever changes', () => {
    const page = fc.option(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 4 }), {
      nil: null,
    })
    const edit = fc.record({ at: fc.nat(7), page, cut: fc.boolean() })
    fc.assert(
      fc.property(fc.array(page, { maxLength: 6 }), fc.array(edit, { maxLength: 20 }), (start, edits) => {
        const merged = merging()
        let pages: readonly (Page | null)[] = start
        expect(merged.of(pages)).toEqual(naive(pages))
        for (const { at, page: next, cut } of edits) {
          const index = Math.min(at, pages.length)
          pages = [...pages.slice(0, index), next, ...(cut ? [] : pages.slice(index + 1))]
          expect(merged.of(pages)).toEqual(naive(pages))
        }
      }),
    )
  })

  test('stay the same list while no page changes', () => {
    const merged = merging()
    const pages = [['a', 'b'], ['c']]
    const first = merged.of(pages)
    expect(merged.of([...pages])).toBe(first)
    expect(merged.of([...pages, ['d']])).toEqual(['a', 'b', 'c', 'd'])
    expect(first).toEqual(['a', 'b', 'c'])
  })

  test('read only what lies behind the page that changed', () => {
    const read: Page[] = []
    const merged = new MergedPages<Page, string>({
      itemsOf: page => {
        read.push(page)
        return page
      },
      keyOf: item => item,
    })
    const pages = Array.from({ length: 50 }, (_, index) => [`row-${index}`])
    merged.of(pages)
    read.length = 0
    merged.of([...pages, ['one more']])
    expect(read).toEqual([['one more']])
  })
})

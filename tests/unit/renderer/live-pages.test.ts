import { describe, expect, test } from 'vitest'
import { LivePages } from '../../../renderer/data/live-pages.ts'
import type { Paging } from '../../../renderer/data/live-pages.ts'
import { LiveQueries } from '../../../renderer/data/live-queries.ts'
import type { LiveDeps } from '../../../renderer/data/live-queries.ts'

type Row = { readonly ticketId: string }
const PAGE = 2

/** A list on a desk: pages of two rows, each cursor the id of the last row of the page before. */
function setUp(ids: readonly string[]) {
  let all = [...ids]
  const frames: (() => void)[] = []
  let nowMs = 0
  const asked: (string | null)[] = []
  const call = ({ after }: { after: string | null }) => {
    asked.push(after)
    const from = after === null ? 0 : all.indexOf(after) + 1
    const rows = all.slice(from, from + PAGE).map(ticketId => ({ ticketId }))
    return Promise.resolve({ rows, next: from + PAGE < all.length ? (rows.at(-1)?.ticketId ?? null) : null })
  }
  const deps = {
    call: (_name: string, input: never) => call(input),
    nextFrame: (run: () => void) => void frames.push(run),
    after: () => {},
    // Long after each other: nothing waits for a gap.
    now: () => (nowMs += 1_000),
  }
  const live = new LiveQueries(deps as unknown as LiveDeps)
  const paging: Paging<'threads.list', Row> = {
    name: 'threads.list',
    inputAt: after => ({ view: 'mine', after }),
    nextOf: page => page.next,
    itemsOf: page => page.rows,
    keyOf: row => row.ticketId,
  }
  const pages = new LivePages(live, paging)
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 6; turn += 1) {
      for (const run of frames.splice(0)) run()
      await Promise.resolve()
      await Promise.resolve()
      await Promise.resolve()
    }
  }
  const change = async (next: readonly string[]): Promise<void> => {
    all = [...next]
    live.changed({ threads: null })
    await settle()
  }
  return { pages, settle, change, asked }
}

const shown = (pages: LivePages<'threads.list', Row>): readonly string[] => {
  const state = pages.read()
  return state.state === 'ready' ? state.value.items.map(row => row.ticketId) : []
}

describe('live pages', () => {
  test('one page first, the next when it is asked for, and an end', async () => {
    const { pages, settle } = setUp(['a', 'b', 'c'])
    pages.subscribe(() => undefined)
    await settle()
    expect(shown(pages)).toEqual(['a', 'b'])

    pages.loadMore()
    await settle()
    expect(shown(pages)).toEqual(['a', 'b', 'c'])
    expect(pages.read()).toMatchObject({ value: { hasMore: false } })
  })

  test('a new row at the top moves every page, and no row shows twice or gets lost', async () => {
    const { pages, settle, change } = setUp(['a', 'b', 'c', 'd'])
    pages.subscribe(() => undefined)
    await settle()
    pages.loadMore()
    await settle()

    await change(['new', 'a', 'b', 'c', 'd'])

    expect(shown(pages)).toEqual(['new', 'a', 'b', 'c'])
    pages.loadMore()
    await settle()
    expect(shown(pages)).toEqual(['new', 'a', 'b', 'c', 'd'])
  })

  test('while a moved page is on its way its old rows stay in sight', async () => {
    const { pages, settle, change } = setUp(['a', 'b', 'c', 'd'])
    const seen: number[] = []
    pages.subscribe(() => seen.push(shown(pages).length))
    await settle()
    pages.loadMore()
    await settle()
    seen.length = 0

    await change(['new', 'a', 'b', 'c', 'd'])

    expect(Math.min(...seen)).toBeGreaterThanOrEqual(4)
  })

  test('rows that leave shorten the list', async () => {
    const { pages, settle, change } = setUp(['a', 'b', 'c'])
    pages.subscribe(() => undefined)
    await settle()
    pages.loadMore()
    await settle()

    await change(['a'])

    expect(shown(pages)).toEqual(['a'])
    expect(pages.read()).toMatchObject({ value: { hasMore: false } })
  })

  test('pages far out of sight rest with their rows, and are true again when they come near', async () => {
    const ids = Array.from({ length: 24 }, (_, n) => `t${String(n).padStart(2, '0')}`)
    const { pages, settle, change, asked } = setUp(ids)
    pages.subscribe(() => undefined)
    await settle()
    for (let page = 1; page < 12; page += 1) {
      pages.loadMore()
      await settle()
    }
    expect(shown(pages)).toEqual(ids)
    pages.show(10, 11)
    asked.length = 0

    // In sight is the sixth page: it and its neighbours are asked again, the others are not.
    const later = ids.filter(id => id !== 't00' && id !== 't10')
    await change(later)
    for (const far of [null, 't01', 't17', 't19', 't21']) expect(asked).not.toContain(far)
    expect(asked).toContain('t09')
    expect(asked.length).toBeLessThanOrEqual(6)
    expect(shown(pages)).not.toContain('t10')
    expect(shown(pages)).toContain('t00')

    pages.show(0, 1)
    await settle()
    expect(shown(pages)).not.toContain('t00')
    pages.show(0, 40)
    await settle()
    expect(shown(pages)).toEqual(later)
  })
})

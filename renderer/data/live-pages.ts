import type { Call, Output } from '../../shared/contract/index.ts'
import type { LiveName } from './concerns.ts'
import type { LiveQueries, LiveState } from './live-queries.ts'

/** How to page through one query: where its cursor goes in, and where the next one comes out. */
export type Paging<Name extends LiveName, Item> = {
  readonly name: Name
  readonly inputAt: (cursor: string | null) => Call<Name>
  readonly nextOf: (page: Output<Name>) => string | null
  readonly itemsOf: (page: Output<Name>) => readonly Item[]
  readonly keyOf: (item: Item) => string
}

export type Pages<Item> = {
  readonly items: readonly Item[]
  readonly hasMore: boolean
  readonly isLoadingMore: boolean
}

export type LivePages<Item> = {
  readonly subscribe: (listener: () => void) => () => void
  readonly read: () => LiveState<Pages<Item>>
  readonly loadMore: () => void
}

type Page<Output> = { cursor: string | null; value: Output | null; stop: () => void }

/**
 * A chain of live pages. When rows move, cursors move with them: a page whose cursor changed keeps its old rows
 * until the new ones are here, and a row that is on two pages for a moment shows once.
 */
export function createLivePages<Name extends LiveName, Item>(
  live: LiveQueries,
  paging: Paging<Name, Item>,
): LivePages<Item> {
  const pages: Page<Output<Name>>[] = []
  let wanted = 1
  let snapshot: LiveState<Pages<Item>> = { state: 'loading' }
  let notify: (() => void) | null = null

  const stateAt = (cursor: string | null) => live.read(paging.name, paging.inputAt(cursor))

  function follow(index: number, cursor: string | null): Page<Output<Name>> {
    const old = pages[index]
    if (old && old.cursor === cursor) return old
    old?.stop()
    const page: Page<Output<Name>> = { cursor, value: old?.value ?? null, stop: () => undefined }
    pages[index] = page
    page.stop = live.subscribe(paging.name, paging.inputAt(cursor), refresh)
    return page
  }

  function refresh(): void {
    if (notify === null) return
    let cursor: string | null = null
    let isLoadingMore = false
    for (let index = 0; index < wanted; index += 1) {
      const page = follow(index, cursor)
      const state = stateAt(cursor)
      if (state.state === 'ready') page.value = state.value
      else if (index === 0 && page.value === null) return publish(state)
      else isLoadingMore = true
      cursor = page.value === null ? null : paging.nextOf(page.value)
      if (cursor === null) {
        for (const dropped of pages.splice(index + 1)) dropped.stop()
        break
      }
    }
    publish({ state: 'ready', value: { items: merge(), hasMore: cursor !== null, isLoadingMore } })
  }

  function merge(): readonly Item[] {
    const seen = new Map<string, Item>()
    for (const page of pages) {
      for (const item of page.value === null ? [] : paging.itemsOf(page.value)) {
        const key = paging.keyOf(item)
        if (!seen.has(key)) seen.set(key, item)
      }
    }
    return [...seen.values()]
  }

  function publish(next: LiveState<Pages<Item>>): void {
    if (isSame(snapshot, next)) return
    snapshot = next
    notify?.()
  }

  return {
    subscribe: listener => {
      notify = listener
      refresh()
      return () => {
        notify = null
        for (const page of pages.splice(0)) page.stop()
      }
    },
    read: () => snapshot,
    loadMore: () => {
      if (snapshot.state !== 'ready' || !snapshot.value.hasMore || snapshot.value.isLoadingMore) return
      wanted += 1
      refresh()
    },
  }
}

function isSame<Item>(a: LiveState<Pages<Item>>, b: LiveState<Pages<Item>>): boolean {
  if (a.state === 'ready' && b.state === 'ready') {
    const [left, right] = [a.value, b.value]
    const isSameEnd = left.hasMore === right.hasMore && left.isLoadingMore === right.isLoadingMore
    return (
      isSameEnd &&
      left.items.length === right.items.length &&
      left.items.every((item, index) => item === right.items[index])
    )
  }
  return a === b || (a.state === 'loading' && b.state === 'loading')
}

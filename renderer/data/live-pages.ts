import type { Call, Output } from '../../shared/contract/index.ts'
import type { LiveName } from './concerns.ts'
import type { LiveQueries, LiveState } from './live-queries.ts'
import { MergedPages } from './merged-pages.ts'

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

const resting = (): void => undefined
type Page<Value> = { readonly cursor: string | null; value: Value | null; stop: () => void }

/** Pages kept true beside those in sight. */
const NEAR = 1

/**
 * A chain of live pages. When rows move, cursors move with them: a page whose cursor changed keeps its old rows
 * until the new ones are here, and a row that is on two pages for a moment shows once. Pages far out of sight rest:
 * they keep their rows and ask nothing until they come near again, so that a change costs the same however far down
 * somebody is.
 */
export class LivePages<Name extends LiveName, Item> {
  readonly #live: LiveQueries
  readonly #paging: Paging<Name, Item>
  readonly #pages: Page<Output<Name>>[] = []
  #wanted = 1
  /** Indexes of the first and last page in sight; until somebody tells, all are. */
  #sight: readonly [number, number] = [0, Number.POSITIVE_INFINITY]
  readonly #merged: MergedPages<Output<Name>, Item>
  #snapshot: LiveState<Pages<Item>> = { state: 'loading' }
  #notify: (() => void) | null = null

  constructor(live: LiveQueries, paging: Paging<Name, Item>) {
    this.#live = live
    this.#paging = paging
    this.#merged = new MergedPages(paging)
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#notify = listener
    this.#refresh()
    return () => {
      this.#notify = null
      for (const page of this.#pages.splice(0)) page.stop()
    }
  }

  readonly read = (): LiveState<Pages<Item>> => this.#snapshot

  /** Asks for one page more; does nothing while one is on its way or there is none. */
  readonly loadMore = (): void => {
    const { state } = this.#snapshot
    if (state === 'failed') return this.#live.reload(this.#paging.name, this.#paging.inputAt(null))
    if (this.#snapshot.state !== 'ready') return
    if (!this.#snapshot.value.hasMore || this.#snapshot.value.isLoadingMore) return
    this.#wanted += 1
    this.#refresh()
  }

  /** Tells which items are in sight, by their places in the list. */
  readonly show = (first: number, last: number): void => {
    const sight = [this.#pageOf(first), this.#pageOf(last)] as const
    if (sight[0] === this.#sight[0] && sight[1] === this.#sight[1]) return
    this.#sight = sight
    this.#refresh()
  }

  #pageOf(place: number): number {
    let before = 0
    for (const [index, { value }] of this.#pages.entries()) {
      before += value === null ? 0 : this.#paging.itemsOf(value).length
      if (place < before) return index
    }
    return Math.max(0, this.#pages.length - 1)
  }

  #isNear(index: number): boolean {
    return index >= this.#sight[0] - NEAR && index <= this.#sight[1] + NEAR
  }

  #follow(index: number, cursor: string | null): Page<Output<Name>> {
    const old = this.#pages[index]
    if (old?.value && !this.#isNear(index)) {
      old.stop()
      old.stop = resting
      return old
    }
    if (old && old.cursor === cursor && old.stop !== resting) return old
    old?.stop()
    const page: Page<Output<Name>> = { cursor, value: old?.value ?? null, stop: () => undefined }
    this.#pages[index] = page
    const { name, inputAt } = this.#paging
    page.stop = this.#live.subscribe(name, inputAt(cursor), () => this.#refresh())
    return page
  }

  #refresh(): void {
    if (this.#notify === null) return
    const { name, inputAt, nextOf, itemsOf } = this.#paging
    let cursor: string | null = null
    let isLoadingMore = false
    for (let index = 0; index < this.#wanted; index += 1) {
      const page = this.#follow(index, cursor)
      const state: LiveState<Output<Name>> =
        page.stop === resting && page.value
          ? { state: 'ready', value: page.value }
          : this.#live.read(name, inputAt(cursor))
      if (state.state === 'ready') page.value = state.value
      else if (index === 0 && page.value === null) return this.#publish(state)
      else isLoadingMore = true
      cursor = page.value === null ? null : nextOf(page.value)
      // A page of a rare view may be empty and yet not the last: nobody can scroll on from it.
      const isEmpty = page.value !== null && itemsOf(page.value).length === 0
      if (isEmpty && cursor !== null) this.#wanted = Math.max(this.#wanted, index + 2)
      if (cursor !== null) continue
      for (const dropped of this.#pages.splice(index + 1)) dropped.stop()
      break
    }
    this.#publish({
      state: 'ready',
      value: {
        items: this.#merged.of(this.#pages.map(({ value }) => value)),
        hasMore: cursor !== null,
        isLoadingMore,
      },
    })
  }

  #publish(next: LiveState<Pages<Item>>): void {
    if (isSame(this.#snapshot, next)) return
    this.#snapshot = next
    this.#notify?.()
  }
}

function isSame<Item>(a: LiveState<Pages<Item>>, b: LiveState<Pages<Item>>): boolean {
  if (a.state !== 'ready' || b.state !== 'ready')
    return a === b || (a.state === 'loading' && b.state === 'loading')
  const [left, right] = [a.value, b.value]
  return (
    left.hasMore === right.hasMore &&
    left.isLoadingMore === right.isLoadingMore &&
    left.items.length === right.items.length &&
    left.items.every((item, index) => item === right.items[index])
  )
}

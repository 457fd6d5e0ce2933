type Reading<Page, Item> = {
  readonly itemsOf: (page: Page) => readonly Item[]
  readonly keyOf: (item: Item) => string
}

/**
 * The items of a chain of pages as one list. An item that is on two pages for a moment counts where it comes first.
 * Only what lies behind the first page that changed is put together again: one page more costs one page, however long
 * the list has become.
 */
export class MergedPages<Page, Item> {
  readonly #reading: Reading<Page, Item>
  /** Pages that are in, and how many items were in before each. */
  readonly #pages: (Page | null)[] = []
  readonly #starts: number[] = []
  readonly #keys = new Set<string>()
  #items: readonly Item[] = []

  constructor(reading: Reading<Page, Item>) {
    this.#reading = reading
  }

  /** A page that is not here yet is null. Answers the same list as long as no page changed. */
  of(pages: readonly (Page | null)[]): readonly Item[] {
    let same = 0
    while (same < pages.length && same < this.#pages.length && pages[same] === this.#pages[same]) same += 1
    if (same === pages.length && same === this.#pages.length) return this.#items
    const items = this.#upTo(same)
    for (const page of pages.slice(same)) this.#add(page, items)
    this.#items = items
    return items
  }

  /** Takes out what lies behind the first so many pages. */
  #upTo(count: number): Item[] {
    const start = this.#starts[count] ?? this.#items.length
    for (const item of this.#items.slice(start)) this.#keys.delete(this.#reading.keyOf(item))
    this.#pages.length = count
    this.#starts.length = count
    return this.#items.slice(0, start)
  }

  #add(page: Page | null, items: Item[]): void {
    this.#pages.push(page)
    this.#starts.push(items.length)
    for (const item of page === null ? [] : this.#reading.itemsOf(page)) {
      const key = this.#reading.keyOf(item)
      if (this.#keys.has(key)) continue
      this.#keys.add(key)
      items.push(item)
    }
  }
}

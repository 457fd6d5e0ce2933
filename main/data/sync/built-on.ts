import { keyText } from './links.ts'
import { isLookup } from './outbox-store.ts'
import type { Link, OutboxEntry } from './outbox-store.ts'
import type { LaptopStore } from './store.ts'
import { contradict } from './wait-rules.ts'

/** Later unfinished work that needs a row these entries make, or wrote the same field after them. */
export function isBuiltOn({ outbox }: LaptopStore, entries: readonly OutboxEntry[]): boolean {
  const own = new Set(entries.map(entry => entry.mutationId))
  const lastSeq = Math.max(...entries.map(entry => entry.seq))
  const needs = (link: Link): boolean =>
    !isLookup(link) &&
    link.writes !== 'none' &&
    outbox
      .onRow(link.table, link.id)
      .filter(later => later.seq > lastSeq && !own.has(later.mutationId))
      .some(later => link.writes === 'whole' || contradict(link.table, link.writes, later.writes))
  const links = new Map(
    entries.flatMap(entry => outbox.linksOf(entry.mutationId)).map(link => [keyText(link), link]),
  )
  return [...links.values()].some(needs)
}

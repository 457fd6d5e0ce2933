import type { SearchHit } from '../../../shared/contract/search.ts'
import type { ReadableDb, SqlValue } from '../db/types.ts'
import { all, allValues } from '../db/statement.ts'
import { excerptOf } from '../search/excerpt.ts'
import { personNames } from './person-names.ts'

type Ask = { readonly match: string; readonly text: string; readonly limit: number }
type Found = {
  readonly source: Source
  readonly ticketId: string
  readonly localId: number
  readonly atMs: number
}

type Source = {
  readonly index: string
  readonly table: string
  readonly ticket: string
  readonly at: string
  readonly words: string
}
const TICKETS: Source = {
  index: 'search_tickets',
  table: 'tickets',
  ticket: 'id',
  at: 'created_at_ms',
  words: 'subject',
}
const SOURCES: readonly Source[] = [
  TICKETS,
  {
    index: 'search_messages',
    table: 'messages',
    ticket: 'ticket_id',
    at: 'written_at_ms',
    words: 'body_text',
  },
  { index: 'search_notes', table: 'notes', ticket: 'ticket_id', at: 'created_at_ms', words: 'body' },
  { index: 'search_attachments', table: 'attachments', ticket: 'ticket_id', at: '0', words: 'file_name' },
]

/** Candidates are the newest rows that match; only those are looked at, so a common word costs no more than a rare one. */
const newestOf = ({ index, table, ticket, at }: Source): string => `
  SELECT r.${ticket}, f.hit, ${at === '0' ? at : `r.${at}`}
  FROM (SELECT rowid AS hit FROM ${index} WHERE ${index} MATCH ?1 ORDER BY rowid DESC LIMIT ?2) f
  JOIN ${table} r ON r.local_id = f.hit`
const CANDIDATES = SOURCES.map(source => ({ source, sql: newestOf(source) }))

const foundIn =
  (source: Source) =>
  ([ticketId, localId, atMs]: readonly SqlValue[]): Found => ({
    source,
    ticketId: String(ticketId),
    localId: Number(localId),
    atMs: Number(atMs),
  })

function candidatesOf(db: ReadableDb, { match, limit }: Ask): readonly (readonly Found[])[] {
  return CANDIDATES.map(({ source, sql }) =>
    // Several hits can lie in one ticket: look at more candidates than there are places.
    allValues(db, sql, { 1: match, 2: limit * 3 }).map(foundIn(source)),
  )
}

/** A number as it is spoken, written or pasted: 4711, #4711; or new-3, which a ticket had until the hub numbered it. */
const NUMBER = /^\s*(?:#?(?<number>\d{1,15})|new-(?<local>\d{1,9}))\s*$/i

const BY_NUMBER = 'SELECT id, local_id, created_at_ms FROM tickets WHERE number = ? LIMIT 1'
const BY_LOCAL_NUMBER = `
  SELECT k.id, k.local_id, k.created_at_ms
  FROM local_numbers n JOIN tickets k ON k.id = n.ticket_id WHERE n.number = ? LIMIT 1`

/** The ticket whose number this is: there as soon as its row is, whether or not its words are indexed yet. */
function numbered(db: ReadableDb, text: string): readonly Found[] {
  const { number, local } = NUMBER.exec(text)?.groups ?? {}
  if (number !== undefined) return allValues(db, BY_NUMBER, [Number(number)]).map(foundIn(TICKETS))
  if (local !== undefined) return allValues(db, BY_LOCAL_NUMBER, [Number(local)]).map(foundIn(TICKETS))
  return []
}

/** Words of the hits that are shown: most candidates are not, and mails can be long. */
function wordsOf(db: ReadableDb, hits: readonly Found[]): ReadonlyMap<Found, string> {
  const words = new Map<Found, string>()
  for (const [source, found] of Map.groupBy(hits, hit => hit.source)) {
    const byId = new Map(found.map(hit => [hit.localId, hit]))
    const sql = `SELECT r.local_id, r.${source.words} FROM json_each(?) j CROSS JOIN ${source.table} r ON r.local_id = j.value`
    for (const [localId, text] of allValues(db, sql, [JSON.stringify([...byId.keys()])])) {
      const hit = byId.get(Number(localId))
      if (hit) words.set(hit, String(text))
    }
  }
  return words
}

const FACTS = `
  SELECT k.id, k.number, k.subject, k.customer_id,
    (SELECT n.number FROM local_numbers n WHERE n.ticket_id = k.id) AS local_number,
    (SELECT json_group_array(t.kind ORDER BY t.kind) FROM threads t WHERE t.ticket_id = k.id) AS kinds_json,
    (SELECT max(t.last_activity_at_ms) FROM threads t WHERE t.ticket_id = k.id) AS at_ms
  FROM json_each(?) j CROSS JOIN tickets k ON k.id = j.value`

type Facts = {
  readonly id: string
  readonly number: number | null
  readonly subject: string
  readonly customer_id: string
  readonly local_number: number | null
  readonly kinds_json: string
  readonly at_ms: number | null
}

const KINDS = ['service', 'support'] as const

/**
 * Tickets whose number, subject, tags, fields, messages, notes or file names hold the words: the one with that very
 * number first, then subjects, then the newest.
 */
export function ticketHits(db: ReadableDb, { match, text, limit }: Ask): readonly SearchHit[] {
  const newestFirst = (left: Found, right: Found): number => right.atMs - left.atMs
  const [bySubject = [], ...byText] = candidatesOf(db, { match, text, limit })
  const ordered = [
    ...numbered(db, text),
    ...bySubject.toSorted(newestFirst),
    ...byText.flat().toSorted(newestFirst),
  ]
  const first = new Map<string, Found>()
  for (const each of ordered) {
    if (first.size === limit) break
    if (!first.has(each.ticketId)) first.set(each.ticketId, each)
  }
  const ids = [...first.keys()]
  const words = wordsOf(db, [...first.values()])
  const rows = all<Facts>(db, FACTS, [JSON.stringify(ids)])
  const facts = new Map(rows.map(row => [row.id, row]))
  const names = personNames(
    db,
    rows.map(row => row.customer_id),
  )
  return ids.flatMap(id => {
    const row = facts.get(id)
    const hit = first.get(id)
    if (!row || !hit) return []
    const kinds = JSON.parse(row.kinds_json) as string[]
    return [
      {
        subject: 'ticket',
        id,
        ticketId: id,
        title: row.subject,
        excerpt: excerptOf(words.get(hit) ?? '', text),
        detail: [
          row.number === null ? `new-${row.local_number ?? 0}` : `#${row.number}`,
          names.get(row.customer_id) ?? '',
        ].join(' · '),
        kinds: KINDS.filter(kind => kinds.includes(kind)),
        atMs: row.at_ms,
      },
    ]
  })
}

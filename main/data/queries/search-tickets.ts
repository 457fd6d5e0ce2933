import type { SearchHit } from '../../../shared/contract/search.ts'
import type { ReadableDb } from '../db/types.ts'
import { all } from '../db/statement.ts'
import { excerptOf } from '../search/excerpt.ts'

type Ask = { readonly match: string; readonly text: string; readonly limit: number }
type Found = { readonly ticket_id: string; readonly words: string; readonly at_ms: number }

/** Candidates are the newest rows that match; only those are looked at, so a common word costs no more than a rare one. */
const found = (source: string, select: string): string => `
  SELECT ${select} FROM (SELECT rowid AS hit FROM ${source} WHERE ${source} MATCH ?1 ORDER BY rowid DESC LIMIT ?2) f`

const SOURCES: readonly string[] = [
  `${found('search_tickets', 'k.id AS ticket_id, k.subject AS words, k.created_at_ms AS at_ms')} JOIN tickets k ON k.local_id = f.hit`,
  `${found('search_messages', 'm.ticket_id, m.body_text AS words, m.written_at_ms AS at_ms')} JOIN messages m ON m.local_id = f.hit`,
  `${found('search_notes', 'n.ticket_id, n.body AS words, n.created_at_ms AS at_ms')} JOIN notes n ON n.local_id = f.hit`,
  `${found('search_attachments', 'a.ticket_id, a.file_name AS words, 0 AS at_ms')} JOIN attachments a ON a.local_id = f.hit`,
]

/** A number as it is spoken, written or pasted: 4711, #4711; or new-3, which a ticket had until the hub numbered it. */
const NUMBER = /^\s*(?:#?(?<number>\d{1,15})|new-(?<local>\d{1,9}))\s*$/i

const BY_NUMBER =
  'SELECT id AS ticket_id, subject AS words, created_at_ms AS at_ms FROM tickets WHERE number = ? LIMIT 1'
const BY_LOCAL_NUMBER = `
  SELECT k.id AS ticket_id, k.subject AS words, k.created_at_ms AS at_ms
  FROM local_numbers n JOIN tickets k ON k.id = n.ticket_id WHERE n.number = ? LIMIT 1`

/** The ticket whose number this is: there as soon as its row is, whether or not its words are indexed yet. */
function numbered(db: ReadableDb, text: string): readonly Found[] {
  const { number, local } = NUMBER.exec(text)?.groups ?? {}
  if (number !== undefined) return all<Found>(db, BY_NUMBER, [Number(number)])
  if (local !== undefined) return all<Found>(db, BY_LOCAL_NUMBER, [Number(local)])
  return []
}

const FACTS = `
  SELECT k.id, k.number, k.subject, c.name AS customer_name,
    (SELECT n.number FROM local_numbers n WHERE n.ticket_id = k.id) AS local_number,
    (SELECT json_group_array(t.kind ORDER BY t.kind) FROM threads t WHERE t.ticket_id = k.id) AS kinds_json,
    (SELECT max(t.last_activity_at_ms) FROM threads t WHERE t.ticket_id = k.id) AS at_ms
  FROM json_each(?) j CROSS JOIN tickets k ON k.id = j.value LEFT JOIN customers c ON c.id = k.customer_id`

type Facts = {
  readonly id: string
  readonly number: number | null
  readonly subject: string
  readonly customer_name: string | null
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
  // Several hits can lie in one ticket: look at more candidates than there are places.
  const candidates = SOURCES.map(sql => all<Found>(db, sql, { 1: match, 2: limit * 3 }))
  const newestFirst = (left: Found, right: Found): number => right.at_ms - left.at_ms
  const [bySubject = [], ...byText] = candidates
  const ordered = [
    ...numbered(db, text),
    ...bySubject.toSorted(newestFirst),
    ...byText.flat().toSorted(newestFirst),
  ]
  const first = new Map<string, Found>()
  for (const each of ordered) if (!first.has(each.ticket_id)) first.set(each.ticket_id, each)
  const ids = [...first.keys()].slice(0, limit)
  const facts = new Map(all<Facts>(db, FACTS, [JSON.stringify(ids)]).map(row => [row.id, row]))
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
        excerpt: excerptOf(hit.words, text),
        detail: [
          row.number === null ? `new-${row.local_number ?? 0}` : `#${row.number}`,
          row.customer_name ?? '',
        ].join(' · '),
        kinds: KINDS.filter(kind => kinds.includes(kind)),
        atMs: row.at_ms,
      },
    ]
  })
}

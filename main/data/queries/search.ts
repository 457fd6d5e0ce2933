import type { Input, Output } from '../../../shared/contract/index.ts'
import type { SearchHit } from '../../../shared/contract/search.ts'
import { searchQuery } from '../../../shared/rules/search-text.ts'
import type { ReadableDb } from '../db/types.ts'
import { all, get } from '../db/statement.ts'
import { excerptOf } from '../search/excerpt.ts'
import { familiesOf } from './family.ts'
import type { QueryContext } from './query-context.ts'
import { ticketHits } from './search-tickets.ts'

type Ask = { readonly match: string; readonly text: string; readonly limit: number }

const CUSTOMERS_OF = (from: string): string => `
  SELECT c.id, c.name, c.job_title, o.name AS organisation, c.local_id, c.merged_into_id,
    (SELECT p.value FROM contact_points p WHERE p.customer_id = c.id ORDER BY p.is_primary DESC LIMIT 1) AS contact
  FROM ${from}
  LEFT JOIN organisations o ON o.id = c.organisation_id`
const CUSTOMERS = (source: string, own: string): string =>
  CUSTOMERS_OF(
    `(SELECT rowid AS hit FROM ${source} WHERE ${source} MATCH ? ORDER BY rowid DESC LIMIT ?) f ${own}`,
  )

type CustomerRecord = {
  readonly id: string
  readonly name: string
  readonly job_title: string | null
  readonly organisation: string | null
  readonly contact: string | null
  readonly merged_into_id: string | null
}

const BY_ID = CUSTOMERS_OF('json_each(?) j JOIN customers c ON c.id = j.value')

/** For a record that was merged: whoever stands for the person. What was found by stays to be seen. */
function standingFor(db: ReadableDb, records: readonly CustomerRecord[]): readonly CustomerRecord[] {
  const merged = records.flatMap(record => (record.merged_into_id === null ? [] : [record.id]))
  if (merged.length === 0) return records
  const roots = new Map([...familiesOf(db, merged)].map(([id, { rootId }]) => [id, rootId]))
  const found = all<CustomerRecord>(db, BY_ID, [JSON.stringify([...new Set(roots.values())])])
  const byId = new Map(found.map(record => [record.id, record]))
  return records.map(record => {
    const root = byId.get(roots.get(record.id) ?? '')
    return root ? { ...root, contact: record.contact } : record
  })
}

/** Customers by name, facts, address or number, the newest first; each person once. */
export function customerRecords(
  db: ReadableDb,
  { match, limit }: Omit<Ask, 'text'>,
): readonly CustomerRecord[] {
  const byText = all<CustomerRecord>(
    db,
    CUSTOMERS('search_customers', 'JOIN customers c ON c.local_id = f.hit'),
    [match, limit],
  )
  const byContact = all<CustomerRecord>(
    db,
    CUSTOMERS(
      'search_contact_points',
      'JOIN contact_points cp ON cp.local_id = f.hit JOIN customers c ON c.id = cp.customer_id',
    ),
    [match, limit],
  )
  const people = standingFor(db, [...byText, ...byContact])
  return [...new Map(people.map(record => [record.id, record])).values()].slice(0, limit)
}

const customerHits = (db: ReadableDb, ask: Ask): readonly SearchHit[] =>
  customerRecords(db, ask).map(record => ({
    subject: 'customer',
    id: record.id,
    ticketId: null,
    title: record.name,
    excerpt: excerptOf(record.contact ?? '', ask.text),
    detail: [record.job_title, record.organisation].filter(part => part !== null).join(', '),
    kinds: [],
    atMs: null,
  }))

function articleHits(db: ReadableDb, ask: Ask): readonly SearchHit[] {
  const rows = all<{ id: string; title: string; body: string; language: string; updated_at_ms: number }>(
    db,
    `SELECT a.id, a.title, a.body, a.language, a.updated_at_ms
     FROM (SELECT rowid AS hit FROM search_articles WHERE search_articles MATCH ? ORDER BY rowid DESC LIMIT ?) f
     JOIN articles a ON a.local_id = f.hit WHERE a.state = 'published'`,
    [ask.match, ask.limit],
  )
  return rows.map(row => ({
    subject: 'article',
    id: row.id,
    ticketId: null,
    title: row.title,
    excerpt: excerptOf(row.body, ask.text),
    detail: row.language,
    kinds: [],
    atMs: row.updated_at_ms,
  }))
}

function issueHits(db: ReadableDb, ask: Ask): readonly SearchHit[] {
  const rows = all<{
    id: string
    code: string
    title: string
    symptoms: string
    state: string
    updated_at_ms: number
  }>(
    db,
    `SELECT i.id, i.code, i.title, i.symptoms, i.state, i.updated_at_ms
     FROM (SELECT rowid AS hit FROM search_known_issues WHERE search_known_issues MATCH ? ORDER BY rowid DESC LIMIT ?) f
     JOIN known_issues i ON i.local_id = f.hit`,
    [ask.match, ask.limit],
  )
  return rows.map(row => ({
    subject: 'known-issue',
    id: row.id,
    ticketId: null,
    title: `${row.code} ${row.title}`,
    excerpt: excerptOf(row.symptoms, ask.text),
    detail: row.state,
    kinds: ['support'],
    atMs: row.updated_at_ms,
  }))
}

/** What stands on this laptop under the words typed: every word must be there, the last may be unfinished. */
export function search({ db }: QueryContext, input: Input<'search.query'>): Output<'search.query'> {
  const isComplete = get(db, 'SELECT 1 AS one FROM search_progress LIMIT 1') === null
  const match = searchQuery(input.text)
  if (match === null) return { hits: [], isComplete }
  const ask: Ask = { match, text: input.text, limit: input.limit }
  const wants = (subject: typeof input.subject): boolean =>
    input.subject === 'all' || input.subject === subject
  const hits = [
    ...(wants('customers') ? customerHits(db, ask) : []),
    ...(wants('tickets') ? ticketHits(db, ask) : []),
    ...(wants('known-issues') ? issueHits(db, ask) : []),
    ...(wants('articles') ? articleHits(db, ask) : []),
  ]
  return { hits, isComplete }
}

/** People by name, address or number as typed; for "new ticket". */
export function findCustomers(
  { db }: QueryContext,
  input: Input<'customers.find'>,
): Output<'customers.find'> {
  const match = searchQuery(input.text)
  if (match === null) return []
  return customerRecords(db, { match, limit: input.limit }).map(({ id, name, organisation, contact }) => ({
    id,
    name,
    organisationName: organisation,
    contact,
  }))
}

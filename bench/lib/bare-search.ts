import type { Connection } from '../../main/data/db/types.ts'
import { searchQuery, searchText } from '../../shared/rules/search-text.ts'
import { turn } from './turn.ts'

/** What a search over tickets has to ask at least: the newest hits of each index with the rows they stand for. */
export const NEWEST = 60
const from = (index: string, select: string, join: string): string =>
  `SELECT ${select} FROM (SELECT rowid AS hit FROM ${index} WHERE ${index} MATCH ?1 ORDER BY rowid DESC LIMIT ${NEWEST}) f ${join}`
const STATEMENTS = [
  from('search_tickets', 'k.id, k.created_at_ms, k.subject', 'JOIN tickets k ON k.local_id = f.hit'),
  from(
    'search_messages',
    'm.ticket_id, m.written_at_ms, m.body_text',
    'JOIN messages m ON m.local_id = f.hit',
  ),
  from('search_notes', 'n.ticket_id, n.created_at_ms, n.body', 'JOIN notes n ON n.local_id = f.hit'),
  from('search_attachments', 'a.ticket_id, 0, a.file_name', 'JOIN attachments a ON a.local_id = f.hit'),
]
export const bareSearchSql = STATEMENTS.join('; ')

export type Hit = readonly [ticketId: string, atMs: number, words: string]
export type Candidates = readonly (readonly Hit[])[]

export function bareSearch({ handle }: Connection): (text: string) => Candidates {
  const prepared = STATEMENTS.map(sql => handle.prepare(sql).raw(true))
  return text => prepared.map(statement => statement.all({ 1: searchQuery(text) }) as unknown as Hit[])
}

/** Tickets of the candidates as a search shows them: by subject first, then the newest. Made after the clock stopped. */
export function ticketsOf([bySubject = [], ...byText]: Candidates, limit: number): readonly string[] {
  const newest = (left: Hit, right: Hit): number => right[1] - left[1]
  const ordered = [...bySubject.toSorted(newest), ...byText.flat().toSorted(newest)]
  return [...new Set(ordered.map(([ticketId]) => ticketId))].slice(0, limit)
}

const isIn = (words: ReadonlySet<string>, text: string, query: string): boolean => {
  if (query.startsWith('"')) return ` ${text} `.includes(` ${searchText(query)} `)
  const tokens = searchText(query).split(' ')
  const last = tokens.pop() ?? ''
  if (!tokens.every(token => words.has(token))) return false
  for (const word of words) if (word.startsWith(last)) return true
  return false
}

const ROWS_A_TURN = 500

/**
 * Holds the index against every message from `above` on: the rows it answers must be those whose transformed text holds
 * the transformed words, no more and no fewer. Answers how many were compared; throws where they differ.
 */
export async function checkRecall(
  { handle }: Connection,
  queries: readonly string[],
  above: number,
): Promise<number> {
  const expected = queries.map(() => new Set<number>())
  const rows = handle
    .prepare('SELECT local_id, body_text FROM messages WHERE local_id > ?')
    .raw(true)
    .iterate(above)
  let compared = 0
  for (const [localId, body] of rows as IterableIterator<[number, string]>) {
    const text = searchText(body)
    const words = new Set(text.split(' '))
    compared += 1
    if (compared % ROWS_A_TURN === 0) await turn()
    for (const [index, query] of queries.entries())
      if (isIn(words, text, query)) expected[index]?.add(localId)
  }
  const match = handle
    .prepare('SELECT rowid FROM search_messages WHERE search_messages MATCH ? AND rowid > ?')
    .pluck()
  for (const [index, query] of queries.entries()) {
    const found = new Set(match.all(searchQuery(query), above) as number[])
    const missing = expected[index]?.symmetricDifference(found).size ?? 0
    if (missing > 0) throw new Error(`The index and ${compared} texts differ in ${missing} rows for ${query}`)
  }
  return compared
}

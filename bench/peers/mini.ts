import { createRequire } from 'node:module'
import type { Connection } from '../../main/data/db/types.ts'
import { documents } from '../../main/data/search/documents.ts'
import type { TableName } from '../../shared/domain/tables.ts'
import { searchText } from '../../shared/rules/search-text.ts'
import type { Candidates, Hit } from '../lib/bare-search.ts'
import { NEWEST } from '../lib/bare-search.ts'

type Search = { readonly combineWith: 'AND'; readonly prefix: (term: string) => boolean }
type Words = {
  readonly add: (document: { readonly id: number; readonly text: string }) => void
  readonly search: (text: string, options: Search) => readonly { readonly id: number }[]
}
type MiniSearch = new (options: {
  readonly fields: readonly string[]
  readonly tokenize: (text: string) => string[]
  readonly processTerm: (term: string) => string
}) => Words

/** What a hit is made of, and the values its words come from, as the laptop's own index takes them. */
const SOURCES = {
  tickets: `SELECT local_id, id, created_at_ms, json_object('number', number, 'subject', subject, 'tags', json(tags_json),
      'fields', json(fields_json)) FROM tickets`,
  messages: `SELECT local_id, ticket_id, written_at_ms, json_object('bodyText', body_text) FROM messages`,
  notes: `SELECT local_id, ticket_id, created_at_ms, json_object('body', body) FROM notes`,
  attachments: `SELECT local_id, ticket_id, 0, json_object('fileName', file_name) FROM attachments`,
} as const satisfies Partial<Record<TableName, string>>
type SourceName = keyof typeof SOURCES
const NAMES = Object.keys(SOURCES) as readonly SourceName[]

type Kept = { readonly hit: Hit; readonly text: string }
type Index = { readonly words: Words; readonly kept: ReadonlyMap<number, Kept> }

/** Folding and cutting are done before: both legs look for the same words. */
const asItStands = (term: string): string => term
const atSpaces = (text: string): string[] => text.split(' ')

function indexOf({ handle }: Connection, name: SourceName): Index {
  const MiniSearch = createRequire(import.meta.url)('minisearch') as MiniSearch
  const words = new MiniSearch({ fields: ['text'], tokenize: atSpaces, processTerm: asItStands })
  const kept = new Map<number, Kept>()
  const rows = handle.prepare(SOURCES[name]).raw(true).iterate() as IterableIterator<
    readonly [number, string, number, string]
  >
  for (const [localId, ticketId, atMs, values] of rows) {
    const text = documents.get(name)?.text(JSON.parse(values)) ?? ''
    kept.set(localId, { hit: [ticketId, atMs, text], text })
    words.add({ id: localId, text })
  }
  return { words, kept }
}

function newestIn({ words, kept }: Index, typed: string): readonly Hit[] {
  const text = searchText(typed)
  const isPhrase = typed.startsWith('"')
  const last = text.slice(text.lastIndexOf(' ') + 1)
  const found = words.search(text, { combineWith: 'AND', prefix: term => !isPhrase && term === last })
  const ids = found.map(({ id }) => id).toSorted((a, b) => b - a)
  const hits: Hit[] = []
  for (const id of ids) {
    const row = kept.get(id)
    // It knows no phrases: whether words stand side by side is looked up in the text.
    if (row && (!isPhrase || ` ${row.text} `.includes(` ${text} `))) hits.push(row.hit)
    if (hits.length === NEWEST) break
  }
  return hits
}

/** The same rows in MiniSearch, all of them in memory: what comes with every letter typed, the newest of each index. */
export function miniSearch(db: Connection): (typed: string) => Candidates {
  const indexes = NAMES.map(name => indexOf(db, name))
  return typed => indexes.map(index => newestIn(index, typed))
}

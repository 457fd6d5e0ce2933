import { fromSql, shape } from '../../main/data/db/row-codec.ts'
import type { Connection, SqlValue } from '../../main/data/db/types.ts'
import { documents } from '../../main/data/search/documents.ts'
import type { TableName } from '../../shared/domain/tables.ts'

const ROWS_PER_TRANSACTION = 2_000

/** The script that makes a loaded file searchable: every searched text folded and put into FTS5, in the order of rows. */
export function indexWords({ handle }: Connection): void {
  for (const [table, { fields, text }] of documents) {
    const { name, byKey } = shape(table)
    const columns = fields.map(field => byKey.get(field)).filter(column => column !== undefined)
    const page = handle
      .prepare(
        `SELECT local_id, ${columns.map(column => column.name).join(', ')} FROM ${name} WHERE local_id > ? ORDER BY local_id LIMIT ${ROWS_PER_TRANSACTION}`,
      )
      .raw(true)
    const insert = handle.prepare(`INSERT INTO search_${name} (rowid, text) VALUES (?, ?)`)
    for (let after = 0; ;) {
      const rows = page.all(after) as SqlValue[][]
      const last = rows.at(-1)
      if (!last) break
      handle.exec('BEGIN IMMEDIATE')
      for (const [localId = 0, ...values] of rows) {
        const row = Object.fromEntries(
          columns.map((column, index) => [column.key, fromSql(column, values[index] ?? null)]),
        )
        const words = text(row)
        if (words !== '') insert.run(localId, words)
      }
      handle.exec('COMMIT')
      after = Number(last[0])
    }
  }
}

const WORDS = ['refund', 'scanner', 'the', '返品', 'delivery invoice'] as const

/** How many rows of each index hold some words: two files that agree in it were made searchable alike. */
export function hitsIn({ handle }: Connection): readonly (readonly [TableName, string, number])[] {
  return [...documents.keys()].flatMap(table => {
    const index = `search_${shape(table).name}`
    const count = handle.prepare(`SELECT count(*) FROM ${index} WHERE ${index} MATCH ?`).pluck()
    return WORDS.map(words => [table, words, Number(count.get(matchOf(words)))] as const)
  })
}

const matchOf = (words: string): string =>
  words
    .split(' ')
    .map(word => `"${word}"`)
    .join(' ')

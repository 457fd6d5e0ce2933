import { SEARCH_TEXT_VERSION } from '../../../shared/rules/search-text.ts'
import { documents } from '../search/documents.ts'
import { get, run } from './statement.ts'
import { shape } from './row-codec.ts'
import { inTransaction, write } from './write.ts'
import type { Database } from './write.ts'

/**
 * Empties the index when it was made by another version of the search text function; `tidy` of the store fills it again
 * in small steps. What the two versions would make of one word cannot be mixed: neither could be taken out again.
 */
export function refreshSearch(database: Database, version: number = SEARCH_TEXT_VERSION): void {
  const stored = get<{ text_version: number }>(
    database.db,
    'SELECT text_version FROM search_version WHERE only = 1',
  )
  if (stored?.text_version === version) return
  write(database, 'relaxed', () => {
    const tx = inTransaction(database)
    if (stored) {
      for (const table of documents.keys()) {
        const index = `search_${shape(table).name}`
        run(tx, `INSERT INTO ${index} (${index}) VALUES ('delete-all')`)
        run(
          tx,
          'INSERT INTO search_progress (table_name, up_to_local_id) VALUES (?, 0) ON CONFLICT DO UPDATE SET up_to_local_id = 0',
          [table],
        )
      }
    }
    run(
      tx,
      'INSERT INTO search_version (only, text_version) VALUES (1, ?) ON CONFLICT DO UPDATE SET text_version = excluded.text_version',
      [version],
    )
  })
}

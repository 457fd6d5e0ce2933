import type { InternalInput } from '../../shared/contract/internal.ts'
import type { Rebuilt } from '../../shared/contract/session.ts'
import { databasePath } from './database-path.ts'
import { rebuild } from './db/rescue/rebuild.ts'
import { withSqliteErrors } from './db/sqlite-error.ts'
import { sqliteStore } from './db/sqlite-store.ts'
import { replant } from './sync/replant.ts'

/**
 * Saves what only this laptop has out of a place's damaged database into a fresh one, which the hub fills once the place
 * is opened. The place is closed. Throws as `rebuild` does.
 */
export function rescuePlace({ folder, key, place }: InternalInput<'data.rescue'>): Rebuilt {
  return withSqliteErrors(() =>
    rebuild({ path: databasePath(folder), key }, fresh =>
      replant({ store: sqliteStore(fresh), actor: () => place.agent }),
    ),
  )
}

import type { WireRow } from '../../../shared/domain/codec.ts'
import type { TableName } from '../../../shared/domain/tables.ts'
import { assertIndexed } from '../../../shared/mutations/look-ups.ts'
import type {
  Departure,
  DepartureStore,
  LaptopStore,
  RowKey,
  ShadowStore,
  StateStore,
} from '../sync/store.ts'
import { LOCAL_VERSION } from '../sync/store.ts'
import { isCountClockBehind, moveCountClock, WORTH_A_WRITE } from './count-clock.ts'
import { all, get, run } from './statement.ts'
import { inTransaction, write } from './write.ts'
import type { Database } from './write.ts'
import { shape } from './row-codec.ts'
import { rowStore } from './store-rows.ts'
import { heldGroups } from './held-groups.ts'
import { outboxStore } from './store-outbox.ts'
import { searchIndex } from './store-search.ts'

function shadowStore(database: Database): ShadowStore {
  const { db } = database
  return {
    get: ({ table, id }) => {
      const found = get<{ feed_version: number; row_json: string | null }>(
        db,
        'SELECT feed_version, row_json FROM shadows WHERE table_name = ? AND row_id = ?',
        [table, id],
      )
      if (!found) return null
      return {
        row: found.row_json === null ? null : (JSON.parse(found.row_json) as WireRow),
        version: found.feed_version,
      }
    },
    put: ({ table, id }, { row, version }) => {
      run(
        inTransaction(database),
        `INSERT INTO shadows (table_name, row_id, feed_version, row_json) VALUES (?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET feed_version = excluded.feed_version, row_json = excluded.row_json`,
        [table, id, version, row === null ? null : JSON.stringify(row)],
      )
    },
    drop: ({ table, id }) => {
      run(inTransaction(database), 'DELETE FROM shadows WHERE table_name = ? AND row_id = ?', [table, id])
    },
    isIn: table => get(db, 'SELECT 1 AS one FROM shadows WHERE table_name = ? LIMIT 1', [table]) !== null,
    under: ({ table, column, value }) => {
      assertIndexed({ table, where: { [column]: value }, above: null })
      const { name, byKey } = shape(table)
      // The few rows of the look-up first: after a day without a network there are thousands of shadows.
      const sql = `SELECT rows.id FROM ${name} AS rows CROSS JOIN shadows ON shadows.table_name = ? AND shadows.row_id = rows.id
        WHERE rows.${byKey.get(column)?.name ?? column} = ?`
      return all<{ id: string }>(db, sql, [table, value]).map(({ id }) => id)
    },
    olderThan: version =>
      all<{ table_name: TableName; row_id: string }>(
        db,
        `SELECT table_name, row_id FROM shadows
         WHERE row_json IS NOT NULL AND feed_version < ? AND feed_version <> ${LOCAL_VERSION}
         ORDER BY table_name, row_id`,
        [version],
      ).map(({ table_name, row_id }) => ({ table: table_name, id: row_id })),
    lower: version => {
      const sql = 'UPDATE shadows SET feed_version = ? WHERE feed_version = ?'
      run(inTransaction(database), sql, [version - 1, version])
    },
    isEmpty: () => get(db, 'SELECT 1 AS one FROM shadows LIMIT 1') === null,
  }
}

const partsOf = (departure: Departure): [string, string, string] =>
  departure.kind === 'customer' ? ['customer', '', departure.id] : ['row', departure.table, departure.id]

function departureStore(database: Database): DepartureStore {
  return {
    list: () =>
      all<{ kind: Departure['kind']; table_name: string; id: string }>(
        database.db,
        'SELECT kind, table_name, id FROM departures ORDER BY kind, table_name, id',
      ).map(({ kind, table_name, id }): Departure => {
        const key: RowKey = { table: table_name as TableName, id }
        return kind === 'customer' ? { kind, id } : { kind, ...key }
      }),
    add: departure => {
      const sql = 'INSERT INTO departures (kind, table_name, id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING'
      run(inTransaction(database), sql, partsOf(departure))
    },
    drop: departure => {
      const sql = 'DELETE FROM departures WHERE kind = ? AND table_name = ? AND id = ?'
      run(inTransaction(database), sql, partsOf(departure))
    },
    heldOf: customerIds => heldGroups(database.db, customerIds),
  }
}

function stateStore(database: Database): StateStore {
  return {
    get: key =>
      get<{ value: string }>(database.db, 'SELECT value FROM sync_state WHERE key = ?', [key])?.value ?? null,
    set: (key, value) => {
      const tx = inTransaction(database)
      if (value === null) run(tx, 'DELETE FROM sync_state WHERE key = ?', [key])
      else
        run(
          tx,
          'INSERT INTO sync_state (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
          [key, value],
        )
    },
  }
}

/** The laptop's storage on SQLite. One per open database, on the thread that writes. */
export function sqliteStore(database: Database): LaptopStore {
  const search = searchIndex(database)
  return {
    transaction: (durability, work) => write(database, durability, work),
    rows: rowStore(database, search),
    shadows: shadowStore(database),
    outbox: outboxStore(database),
    departures: departureStore(database),
    state: stateStore(database),
    searchLater: tables => {
      for (const table of tables) search.deferNew(table)
    },
    tidy: nowMs =>
      write(database, 'relaxed', () => {
        if (search.step()) return true
        return isCountClockBehind(database.db, nowMs, WORTH_A_WRITE) && moveCountClock(database, nowMs)
      }),
  }
}

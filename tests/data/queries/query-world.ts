import type { AnyRow, TableName } from '../../../shared/domain/tables.ts'
import type { QueryContext } from '../../../main/data/queries/query-context.ts'
import { NOW_MS } from '../../support/builders.ts'
import { openLaptopDatabase } from '../../support/laptop-database.ts'

export const ME = '01955bb0-a580-7000-8000-00000000a001'
export const MY_CLIENT = '01955bb0-a580-7000-8000-00000000c001'

export type QueryWorld = {
  readonly context: QueryContext
  readonly put: (table: TableName, ...rows: readonly AnyRow[]) => void
  readonly laptop: ReturnType<typeof openLaptopDatabase>
}

/** A laptop with rows as the hub sent them, and a reader that asks. */
export function openQueryWorld(): QueryWorld {
  const laptop = openLaptopDatabase()
  return {
    laptop,
    context: {
      db: laptop.reader(),
      agentId: ME,
      clientId: MY_CLIENT,
      clock: { now: () => NOW_MS, after: () => () => {} },
    },
    put: (table, ...rows) =>
      laptop.store.transaction('relaxed', () => {
        for (const row of rows) laptop.store.rows.put(table, row, 1)
      }),
  }
}

import type { TableName } from '../../shared/domain/tables.ts'
import { tableNames } from '../../shared/domain/tables.ts'
import { groupOf } from '../../shared/domain/codec.ts'
import { EVERYBODY } from '../../server/sync/scope.ts'
import type { FeedChange, HubStore, TableRow } from '../../server/sync/store.ts'

export type LoadDeps = {
  readonly store: HubStore
  readonly workspaceId: string
  readonly progress: (text: string) => void
}

const ROWS_PER_TRANSACTION = 4_000

const changeOf = ({ table, row }: TableRow): FeedChange => ({
  kind: 'row',
  table,
  rowId: row.id,
  groupId: groupOf(table, row),
  prevGroupIds: [],
  agentId: null,
})

/**
 * Puts rows into an empty workspace through the hub's own storage, feed and audience included, in larger transactions
 * than the product allows itself beside people at work. Rows are new: nothing is looked up.
 */
export async function loadHub(deps: LoadDeps, units: Iterable<readonly TableRow[]>): Promise<number> {
  let batch: TableRow[] = []
  let count = 0
  const write = async (): Promise<void> => {
    await writeBatch(deps, batch)
    count += batch.length
    deps.progress(`hub: ${count} rows`)
    batch = []
  }
  for (const unit of units) {
    batch.push(...unit)
    if (batch.length >= ROWS_PER_TRANSACTION) await write()
  }
  if (batch.length > 0) await write()
  return count
}

function writeBatch({ store, workspaceId }: LoadDeps, batch: readonly TableRow[]): Promise<void> {
  const byTable = Map.groupBy(batch, entry => entry.table)
  const entriesOf = (table: TableName): readonly TableRow[] => byTable.get(table) ?? []
  return store.write(workspaceId, async tx => {
    for (const table of tableNames) {
      const rows = entriesOf(table)
      if (rows.length > 0)
        await tx.insertRows(
          table,
          rows.map(({ row }) => row),
        )
    }
    await tx.setAudiences(new Map(entriesOf('customers').map(({ row }) => [row.id, [EVERYBODY]])))
    await tx.publish(batch.map(changeOf), Date.now())
  })
}

import type { TableName } from '../../shared/domain/tables.ts'
import { tableNames } from '../../shared/domain/tables.ts'
import { groupOf } from '../../shared/domain/codec.ts'
import { EVERYBODY } from '../../server/sync/scope.ts'
import { newId } from '../../shared/domain/ids.ts'
import { WORLD_NOW_MS } from '../generator/making.ts'
import type { FeedRowChange, HubStore, TableRow } from '../../server/sync/store.ts'

export type LoadDeps = {
  readonly store: HubStore
  readonly workspaceId: string
  readonly progress: (text: string) => void
}

const ROWS_PER_TRANSACTION = 4_000
/** Rows that were there once: the feed remembers them. */
const TOMBSTONE_SHARE = 0.05

const changeOf = ({ table, row }: TableRow): FeedRowChange => ({
  kind: 'row',
  table,
  rowId: row.id,
  groupId: groupOf(table, row),
  prevGroupIds: [],
  agentId: null,
})

/** Removals of messages among the rows of a batch, as many as their share says, with ids of their own. */
function removalsAmong(batch: readonly TableRow[]): readonly FeedRowChange[] {
  const messages = batch.filter(({ table }) => table === 'messages').map(changeOf)
  return messages
    .slice(0, Math.round(batch.length * TOMBSTONE_SHARE))
    .map(change => ({ ...change, kind: 'tombstone', rowId: newId(WORLD_NOW_MS, Math.random) }))
}

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
    await tx.publish([...batch.map(changeOf), ...removalsAmong(batch)], Date.now())
  })
}

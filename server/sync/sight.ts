import { groupOf } from '../../shared/domain/codec.ts'
import type { AnyRow, TableName } from '../../shared/domain/tables.ts'
import { tables } from '../../shared/domain/tables.ts'
import type { GuestSight } from '../../shared/rules/guests/what-guests-see.ts'
import {
  cutOrganisation,
  isKeptFrom,
  isSeenAfterStay,
  seenByGuest,
  SIGHT_VERSION,
} from '../../shared/rules/guests/what-guests-see.ts'
import type { Guesthood, Viewer } from './scope.ts'
import type { HubReader, SnapshotRows, TableRow } from './store.ts'

/** Rows in scope as one viewer is given them. */
export type Sight = {
  /** The row as the viewer gets it; null: nothing of it. */
  readonly seen: (entry: TableRow) => AnyRow | null
  /** It may have been seen before: while its ticket was the viewer's teams', say. */
  readonly isHidden: (entry: TableRow) => boolean
}

const WHOLE: Sight = { seen: ({ row }) => row, isHidden: () => false }
const AFTER_STAY: Sight = {
  seen: ({ table, row }) => (isSeenAfterStay(table) ? row : null),
  isHidden: () => false,
}

/** Looks up what has to be known about these rows. Of colleagues nothing is: they get rows as they stand. */
export async function sightOf(
  tx: HubReader,
  { guest, keys }: Viewer,
  entries: readonly TableRow[],
): Promise<Sight> {
  if (guest === null) return WHOLE
  if (guest.isOver) return AFTER_STAY
  const sight = await guestSight(tx, { ...guest, keys }, entries)
  return {
    seen: ({ table, row }) => seenByGuest(table, row, sight),
    isHidden: ({ table, row }) => isKeptFrom(table, row, sight),
  }
}

async function guestSight(
  tx: HubReader,
  { teamIds, keys }: Guesthood & Pick<Viewer, 'keys'>,
  entries: readonly TableRow[],
): Promise<GuestSight> {
  const groups = entries.flatMap(({ table, row }) => groupOf(table, row) ?? [])
  const idsOf = (wanted: TableName): readonly string[] =>
    entries.flatMap(({ table, row }) => (table === wanted ? [row.id] : []))
  return {
    ticketIds: await tx.ticketsOfTeams({ customerIds: [...new Set(groups)], teamIds }),
    forColleagues: await tx.forColleagues(idsOf('customers')),
    organisationIds: await tx.organisationsSeen({ ids: idsOf('organisations'), keys }),
  }
}

/** To a guest a customer comes with its organisation, which they were not given before. Of others nothing comes along. */
export async function organisationsAlong(
  tx: HubReader,
  { guest }: Viewer,
  entries: readonly TableRow[],
): Promise<readonly TableRow[]> {
  if (guest === null || guest.isOver) return []
  const ids = entries.flatMap(({ table, row }) => {
    const id = table === 'customers' ? row['organisationId'] : null
    return typeof id === 'string' ? [id] : []
  })
  const rows = ids.length === 0 ? [] : await tx.rows('organisations', [...new Set(ids)])
  return rows.map(row => ({ table: 'organisations', row: cutOrganisation(row) }))
}

/** The stamp of what a viewer is given of rows: another one sends their laptops to a fresh snapshot. */
export const sightStamp = (guest: { readonly isOver: boolean } | null): string =>
  guest === null ? '' : guest.isOver ? '.over' : `.guest${SIGHT_VERSION}`

/** The lines of a part as the viewer is given them; `count` says how many are left. */
export async function seenLines(
  tx: HubReader,
  { viewer, table }: { readonly viewer: Viewer; readonly table: TableName },
  part: SnapshotRows,
): Promise<SnapshotRows> {
  if (viewer.guest === null || part.count === 0) return part
  const columns = Object.keys(tables[table].columns)
  const rows = part.lines.map(line => rowOf(columns, JSON.parse(line) as readonly unknown[]))
  const sight = await sightOf(
    tx,
    viewer,
    rows.map(row => ({ table, row })),
  )
  const kept = rows.flatMap(row => sight.seen({ table, row }) ?? [])
  const lines = kept.map(row => JSON.stringify(columns.map(column => row[column])))
  return { ...part, lines, count: kept.length }
}

const rowOf = (columns: readonly string[], values: readonly unknown[]): AnyRow =>
  Object.fromEntries(columns.map((column, index) => [column, values[index]])) as AnyRow

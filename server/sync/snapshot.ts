import type { TableName } from '../../shared/domain/tables.ts'
import { tableNames, tables } from '../../shared/domain/tables.ts'
import { AppError, ErrorCode } from '../../shared/errors.ts'
import type { SnapshotHead } from '../../shared/protocol/pull.ts'
import { SNAPSHOT_PART_ROWS } from '../../shared/protocol/version.ts'
import type { Caller, Known } from './caller.ts'
import { knowCaller } from './caller.ts'
import type { SnapshotPlace } from './cursor.ts'
import { decodePlace, encodeCursor, encodePlace } from './cursor.ts'
import type { HubReader, HubStore, SnapshotRows } from './store.ts'

/** Customers sent ahead: an agent's own work on the first screens. They come again in their place, so keep it short. */
const OWN_CUSTOMERS = 200

export type SnapshotDeps = { readonly store: HubStore; readonly partRows?: number }
export type SnapshotQuery = {
  /** `next` of the part before, null for the first. */
  readonly position: string | null
  /** Send the customers of the own queues ahead of all others. Read with the first part only. */
  readonly ownFirst: boolean
  /** The number a client with rows was complete up to: the last part names who was erased since. Null: nothing is there. */
  readonly since: number | null
}
export type SnapshotPart = {
  readonly head: SnapshotHead
  /** NDJSON without the head: one array of values a row, in the order of `head.columns`, joined by '\n'. */
  readonly lines: Uint8Array
}

type Step = { readonly table: TableName; readonly own: boolean }
const byScope = (isGroup: boolean): readonly TableName[] =>
  tableNames.filter(name => (tables[name].scope === 'customer') === isGroup)

/** What everybody shares and one's own drafts, then the own customers, then all of them. */
const STEPS: readonly Step[] = [
  ...byScope(false).map(table => ({ table, own: false })),
  ...byScope(true).map(table => ({ table, own: true })),
  ...byScope(true).map(table => ({ table, own: false })),
]

/**
 * One part of everything in the agent's scope. Parts are read in transactions of their own, so rows may be newer than
 * `asOf` or come twice; pulling from `cursor` afterwards makes up for all that changed meanwhile. No state is kept on
 * the hub: a part can be asked for again, and by any copy. An empty part ends the snapshot too.
 * Throws `conflict` when epoch or rights changed since the first part (begin again), `bad-request` for a foreign
 * position, `signed-out` for an agent without a place in the workspace.
 */
export function snapshotPart(
  deps: SnapshotDeps,
  caller: Caller,
  query: SnapshotQuery,
): Promise<SnapshotPart> {
  return deps.store.read(caller.workspaceId, async tx => {
    const known = await knowCaller(tx, caller)
    const place =
      query.position === null ? await firstPlace(tx, known, query.ownFirst) : placeOf(query.position, known)
    const part = await readFrom(tx, { known, place, limit: deps.partRows ?? SNAPSHOT_PART_ROWS })
    if (part.head.next !== null || query.since === null) return part
    return { ...part, head: { ...part.head, erased: [...(await tx.erasedSince(query.since))] } }
  })
}

async function firstPlace(tx: HubReader, { state, stamp }: Known, ownFirst: boolean): Promise<SnapshotPlace> {
  const cursor = { epoch: state.settings.epoch, stamp, seq: state.head.seq }
  return { cursor, expectedRows: await tx.expectedRows(), step: 0, ownFirst, after: '' }
}

function placeOf(position: string, { state, stamp }: Known): SnapshotPlace {
  const place = decodePlace(position)
  if (!place) throw new AppError(ErrorCode.BadRequest, 'Not a position of this hub')
  const { epoch, stamp: stampThen, seq } = place.cursor
  const isSame = epoch === state.settings.epoch && stampThen === stamp
  if (isSame && seq >= state.head.horizonSeq && seq <= state.head.seq) return place
  throw new AppError(ErrorCode.Conflict, 'Scope or epoch changed: begin the snapshot again')
}

type From = { readonly known: Known; readonly place: SnapshotPlace; readonly limit: number }

async function readFrom(tx: HubReader, { known, place, limit }: From): Promise<SnapshotPart> {
  const { viewer, agent } = known
  let own: readonly string[] | null = null
  let { step, after } = place
  for (let current = STEPS[step]; current; current = STEPS[step]) {
    if (current.own)
      own ??= place.ownFirst ? await tx.ownCustomers({ ...ownQueues(agent), limit: OWN_CUSTOMERS }) : []
    const isSkipped = current.own && own?.length === 0
    if (!isSkipped) {
      const rows = await tx.snapshotRows({
        table: current.table,
        after,
        limit,
        customerIds: current.own ? own : null,
        keys: viewer.policy === 'everything' ? null : viewer.keys,
        agentId: viewer.agentId,
      })
      if (rows.count > 0) return partOf(place, { ...current, step }, rows)
    }
    step += 1
    after = ''
  }
  const last = STEPS.at(-1) ?? { table: 'customers', own: false }
  return partOf(
    place,
    { ...last, step: STEPS.length },
    { lines: new Uint8Array(), count: 0, lastId: '', isEnd: true },
  )
}

const ownQueues = ({ id, teamIds }: Known['agent']) => ({ agentId: id, teamIds })

function partOf(
  place: SnapshotPlace,
  at: { table: TableName; step: number },
  rows: SnapshotRows,
): SnapshotPart {
  const step = rows.isEnd ? at.step + 1 : at.step
  const after = rows.isEnd ? '' : rows.lastId
  const { cursor, expectedRows } = place
  const head: SnapshotHead = {
    epoch: cursor.epoch,
    asOf: cursor.seq,
    cursor: encodeCursor(cursor),
    table: at.table,
    columns: Object.keys(tables[at.table].columns),
    rows: rows.count,
    next: step >= STEPS.length ? null : encodePlace({ ...place, step, after }),
    expectedRows,
  }
  return { head, lines: rows.lines }
}

import { isDeepStrictEqual } from 'node:util'
import type { WireRow } from '../../../shared/domain/codec.ts'
import { groupOf } from '../../../shared/domain/codec.ts'
import type { Agent } from '../../../shared/domain/people.ts'
import type { AnyRow, TableName } from '../../../shared/domain/tables.ts'
import { tableNames, tables } from '../../../shared/domain/tables.ts'
import { decodeCursor } from '../../../server/sync/cursor.ts'
import { maySee, viewerOf as viewerIn } from '../../../server/sync/scope.ts'
import { limitsOf, scopeOf } from '../stores/map-hub-scope.ts'
import type { Viewer } from '../../../server/sync/scope.ts'
import type { HubState } from '../stores/map-hub-state.ts'
import { rowMap } from '../stores/map-laptop-state.ts'
import type { LaptopDisk } from '../stores/map-laptop-state.ts'
import { Broken } from './broken.ts'
import { known } from './releases.ts'

type Standing = { readonly row: AnyRow; readonly seq: number }
type Base = { readonly row: WireRow | null; readonly version: number }
type Claim = {
  readonly disk: LaptopDisk
  readonly hub: HubState
  readonly viewer: Viewer
  readonly upTo: number
}
export type Knower = {
  readonly agentId: string
  readonly clientId: string
  /** Rows the hub said own work has removed, by `table:id`. */
  readonly toldGone: ReadonlyMap<string, ToldGone>
}
/** `version`: the number of its end. `mutationId`: the work whose verdict says so. */
export type ToldGone = { readonly version: number; readonly mutationId: string }

const partsOf = (key: string): readonly [TableName, string] => {
  const at = key.indexOf(':')
  return [key.slice(0, at) as TableName, key.slice(at + 1)]
}

function baseOf(disk: LaptopDisk, key: string): Base | null {
  const [table, id] = partsOf(key)
  return disk.shadows.get(key) ?? rowMap(disk, table).get(id) ?? null
}

/** How the hub sees the laptop that stands there; null while it says nothing about what it knows. */
function viewerOf(disk: LaptopDisk, hub: HubState, agentId: string): Viewer | null {
  const { state } = disk
  const cursor = decodeCursor(state.get('cursor') ?? '')
  if (
    !cursor ||
    state.has('fill') ||
    state.has('missing') ||
    state.get('epoch') !== hub.epoch ||
    cursor.epoch !== hub.epoch
  )
    return null
  const agent = hub.rows.get('agents')?.get(agentId) as Agent | undefined
  const stamp = `${hub.scopeStamp}.${hub.agentStamps.get(agentId) ?? 0}`
  // Other rights, or a cursor behind what the feed still holds: it will hear that it needs a snapshot.
  if (!agent?.isActive || cursor.stamp !== stamp || cursor.seq < hub.horizonSeq) return null
  return viewerIn(agent, scopeOf(hub), limitsOf(hub, agentId))
}

/** A later entry of the feed says that the customer came or left: until then either is right. */
const isMoving = ({ hub, upTo }: Claim, groupId: string | null): boolean =>
  groupId !== null && [...hub.scopeFeed.values()].some(entry => entry.groupId === groupId && entry.seq > upTo)

const isLeaving = ({ departures }: LaptopDisk, table: TableName, row: WireRow): boolean =>
  departures.has(`customer:${String(groupOf(table, row as AnyRow))}`)

function hasNewest(key: string, base: Base | null, { row, seq }: Standing): void {
  if (!base?.row || base.version < seq) return
  const here = known(base.row)
  if (!isDeepStrictEqual(here, row))
    throw new Broken('who knows the newest number of a row has the newest row', {
      key,
      seq,
      version: base.version,
      here,
      hub: row,
    })
}

function judge(claim: Claim, key: string, clientId: string): void {
  const { disk, hub, viewer, upTo } = claim
  const entry = hub.rowFeed.get(key)
  if (!entry) return
  const [table, id] = partsOf(key)
  const base = baseOf(disk, key)
  if (entry.kind === 'tombstone') {
    if (!base?.row || entry.seq > upTo) return
    // Words a restored hub may have forgotten stay, see sweep.ts; what unsent work still needs waits with its customer.
    const isKept = table === 'drafts' && base.row['clientId'] === clientId && base.version < 0
    if (!isKept && !isLeaving(disk, table, base.row))
      throw new Broken('what was removed does not come back', {
        key,
        seq: entry.seq,
        upTo,
        version: base.version,
      })
    return
  }
  const row = hub.rows.get(table)?.get(id)
  if (!row) return
  if (disk.touched.has(key)) hasNewest(key, base, { row, seq: entry.seq })
  if (entry.seq > upTo || !maySee(viewer, { table, row }, hub.audiences)) return
  if (base?.row && base.version >= entry.seq) return
  if (isMoving(claim, groupOf(table, row))) return
  throw new Broken('a laptop has what it says it is complete up to', {
    key,
    seq: entry.seq,
    upTo,
    here: base && { version: base.version, isThere: base.row !== null },
  })
}

function* rowsOfGroup({ rows }: HubState, groupId: string): Generator<string> {
  for (const table of tableNames) {
    const { groupColumn } = tables[table]
    if (groupColumn === null) continue
    for (const row of rows.get(table)?.values() ?? [])
      if (row[groupColumn] === groupId) yield `${table}:${row.id}`
  }
}

/** Rows these numbers are about; of a customer that came or left all of them. */
function concerned(hub: HubState, from: number, upTo: number): Set<string> {
  const keys = new Set<string>()
  for (let seq = from + 1; seq <= upTo; seq += 1) {
    const record = hub.log[seq - 1]
    if (record?.kind === 'scope') for (const key of rowsOfGroup(hub, record.groupId)) keys.add(key)
    else if (record) keys.add(`${record.table}:${record.rowId}`)
  }
  return keys
}

/**
 * What a laptop says about itself is true at any time, not only at the end: it has every row in its scope up to the
 * number it names, and none that was removed up to there.
 */
export class KnowledgeWatch {
  private upTo = 0
  private place = ''

  /** Looks at rows written since the last look, and at what the numbers say that it has come to know since. */
  check(disk: LaptopDisk, hub: HubState, knower: Knower): void {
    if (disk.state.get('epoch') === hub.epoch) staysGone(disk, hub, knower)
    const viewer = viewerOf(disk, hub, knower.agentId)
    if (!viewer) {
      this.upTo = 0
      return
    }
    const upTo = Number(disk.state.get('upToSeq') ?? 0)
    const place = JSON.stringify([hub.epoch, viewer.keys, viewer.policy])
    const from = place === this.place && upTo >= this.upTo ? this.upTo : 0
    const keys = from === 0 ? new Set(hub.rowFeed.keys()) : concerned(hub, from, upTo)
    for (const key of disk.touched) keys.add(key)
    for (const key of keys) judge({ disk, hub, viewer, upTo }, key, knower.clientId)
    this.upTo = upTo
    this.place = place
  }
}

/** What own work has removed, and the hub said so, does not show up again: not even until the next page. */
function staysGone(disk: LaptopDisk, hub: HubState, { toldGone }: Knower): void {
  if (toldGone.size === 0) return
  for (const key of disk.touched) {
    const told = toldGone.get(key)
    if (told === undefined || hub.rowFeed.get(key)?.kind !== 'tombstone') continue
    // The answer is here, and lets the next batch leave before it is taken.
    if (disk.outbox.has(told.mutationId)) continue
    const [table, id] = partsOf(key)
    const base = baseOf(disk, key)
    if (rowMap(disk, table).has(id) && base?.row && base.version < told.version)
      throw new Broken('what own work has removed does not come back', { key, ...told, base: base.version })
  }
}

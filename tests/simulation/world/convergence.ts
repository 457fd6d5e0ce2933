import { isDeepStrictEqual } from 'node:util'
import type { WireRow } from '../../../shared/domain/codec.ts'
import type { AnyRow, TableName } from '../../../shared/domain/tables.ts'
import type { StoredRow } from '../../../main/data/sync/store.ts'
import { tableNames, tables } from '../../../shared/domain/tables.ts'
import { messageOfUpdate } from '../../../server/issues/who-waits.ts'
import type { TableRow } from '../../../server/sync/store.ts'
import type { HubState } from '../stores/map-hub-state.ts'
import type { LaptopDisk } from '../stores/map-laptop-state.ts'
import { rowMap } from '../stores/map-laptop-state.ts'
import { countIssue } from '../stores/map-issue-counts.ts'
import { Broken } from './broken.ts'
import { viewOf } from './guest-view.ts'
import { holdsCustomer } from './holding.ts'
import { known } from './releases.ts'

/** Scope, said again in other words than the hub's: everything shared, one's own private rows, whose customers one holds. */
function isInScope(hub: HubState, { table, row }: TableRow, agentId: string): boolean {
  const { scope, groupColumn } = tables[table]
  if (scope === 'workspace') return true
  if (scope === 'agent') return row['agentId'] === agentId
  return holdsCustomer(hub, String(row[groupColumn ?? 'id']), agentId)
}

const baseRow = (disk: LaptopDisk, table: TableName, id: string): unknown => {
  const shadow = disk.shadows.get(`${table}:${id}`)
  return shadow ? shadow.row : (rowMap(disk, table).get(id)?.row ?? null)
}

const isForgotten = (disk: LaptopDisk, { row, version }: StoredRow): boolean =>
  (disk.shadows.get(`drafts:${String(row['id'])}`)?.version ?? version) <= 0

/** Unsent or parked work on the row, or a draft on its ticket. */
function isHeldHere(disk: LaptopDisk, key: string, ticketId: unknown): boolean {
  const isDrafted = [...rowMap(disk, 'drafts').values()].some(({ row }) => row['ticketId'] === ticketId)
  const isLinked = [...disk.links.values()].some(links =>
    links.some(({ table, id }) => `${table}:${id}` === key),
  )
  return isDrafted || isLinked || disk.shadows.has(key)
}

/** What has left the scope stays only as long as something of the agent's own needs it. */
export function departuresAreHeld(disk: LaptopDisk): void {
  for (const departure of disk.departures.values()) {
    const isOf = (table: TableName, row: WireRow): boolean =>
      departure.kind === 'row'
        ? departure.table === table && departure.id === row['id']
        : row[tables[table].groupColumn ?? ''] === departure.id
    const rows = tableNames.flatMap(table =>
      [...rowMap(disk, table).values()].flatMap(({ row }) => (isOf(table, row) ? [{ table, row }] : [])),
    )
    const isHeld = rows.some(({ table, row }) =>
      isHeldHere(
        disk,
        `${table}:${String(row['id'])}`,
        table === 'tickets' ? row['id'] : (row['ticketId'] ?? 0),
      ),
    )
    if (!isHeld) throw new Broken('what has left the scope stays only while something holds it', departure)
  }
}

export type Owner = { readonly agentId: string; readonly clientId: string }

/** A settled laptop is the hub filtered by scope, row by row. What parked work or a draft still holds may stay. */
export function laptopEqualsHub(disk: LaptopDisk, hub: HubState, who: Owner): void {
  const { agentId, clientId } = who
  const leaving = new Set([...disk.departures.values()].map(departure => departure.id))
  const givenOf = viewOf(hub, agentId)
  const given = (entry: TableRow): AnyRow | null => (isInScope(hub, entry, agentId) ? givenOf(entry) : null)
  for (const table of tableNames) {
    const onHub = hub.rows.get(table) ?? new Map<string, AnyRow>()
    for (const [id, row] of onHub) {
      const wanted = given({ table, row })
      if (wanted === null) continue
      const here = known(baseRow(disk, table, id))
      if (!isDeepStrictEqual(here, wanted))
        throw new Broken('the laptop has what the hub has', { table, id, here, hub: wanted })
    }
    for (const [id, stored] of rowMap(disk, table)) {
      const row = onHub.get(id)
      if (row && given({ table, row }) !== null) continue
      if (baseRow(disk, table, id) === null) continue
      // Words written on this device stay when a restored hub has forgotten them; one that knew them has removed them.
      if (table === 'drafts' && stored.row['clientId'] === clientId && isForgotten(disk, stored)) continue
      const groupColumn = tables[table].groupColumn
      const isLeaving =
        leaving.has(id) || (groupColumn !== null && leaving.has(String(stored.row[groupColumn])))
      if (!isLeaving)
        throw new Broken('the laptop has nothing the hub would not give it', { table, id, here: stored.row })
    }
  }
}

/** What the hub says of a known issue is what a recount says; what nobody has linked yet may be uncounted. */
export function issuesAreCounted(hub: HubState): void {
  for (const issue of hub.rows.get('knownIssues')?.values() ?? []) {
    const counted = countIssue(hub, issue.id)
    if (issue['ticketCount'] === null && counted.ticketCount === 0) continue
    const standing = Object.fromEntries(Object.keys(counted).map(column => [column, issue[column]]))
    if (!isDeepStrictEqual(standing, counted))
      throw new Broken('the counts of a known issue are a recount', { issue: issue.id, standing, counted })
  }
}

/** What the hub says it has written of an update stands in the tickets; what was deleted since it may have written too. */
export function updatesAreCounted(hub: HubState): void {
  const tickets = [...(hub.rows.get('tickets')?.values() ?? [])]
  for (const update of hub.rows.get('issueUpdates')?.values() ?? []) {
    const { restState, restTold, restPlan } = update
    if (restState === null) continue
    const told = tickets.filter(({ id }) => hub.rows.get('messages')?.has(messageOfUpdate(update.id, id)))
    const customers = told.map(row => String(row['customerId']))
    const isOnce = new Set(customers).size === customers.length
    const isOver = restState === 'done' && restPlan !== null
    if (told.length > Number(restTold) || !isOnce || isOver)
      throw new Broken('an update goes once to each of those the hub counts', { update, told })
  }
}

/** Messages of a ticket are numbered 1, 2, 3 … without a gap or a repetition: no reply went in twice. */
export function messagesAreNumbered(hub: HubState): void {
  for (const ticket of hub.rows.get('tickets')?.values() ?? []) {
    const seqs = [...(hub.rows.get('messages')?.values() ?? [])]
      .filter(message => message['ticketId'] === ticket.id)
      .map(message => Number(message['seq']))
      .toSorted((left, right) => left - right)
    const wanted = seqs.map((_, index) => index + 1)
    if (!isDeepStrictEqual(seqs, wanted) || ticket['lastMessageSeq'] !== seqs.length) {
      throw new Broken('messages are numbered without gaps', {
        ticket: ticket.id,
        seqs,
        last: ticket['lastMessageSeq'],
      })
    }
  }
}

/** The feed names every number up to its head at most once, and every row of the hub has an entry. */
export function feedIsWhole(hub: HubState): void {
  const seqs = [...hub.rowFeed.values(), ...hub.scopeFeed.values()].map(entry => entry.seq)
  if (new Set(seqs).size !== seqs.length) throw new Broken('no number is given twice', {})
  if (Math.max(0, ...seqs) > hub.lastSeq) throw new Broken('no entry is ahead of the counter', {})
  for (const table of tableNames) {
    for (const id of hub.rows.get(table)?.keys() ?? []) {
      if (hub.rowFeed.get(`${table}:${id}`)?.kind !== 'row')
        throw new Broken('every row stands in the feed', { table, id })
    }
  }
}

/** Whoever stands for a person stands for nobody else: merges in any order, on any laptop, close no circle. */
export function nobodyIsMergedInCircles(hub: HubState): void {
  const customers = hub.rows.get('customers') ?? new Map<string, AnyRow>()
  for (const { id } of customers.values()) {
    const path = [id]
    for (;;) {
      const next = customers.get(path.at(-1) ?? id)?.['mergedIntoId']
      if (typeof next !== 'string') break
      if (path.includes(next)) throw new Broken('nobody is merged in a circle', [...path, next])
      path.push(next)
    }
  }
}

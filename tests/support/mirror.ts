import { expect } from 'vitest'
import type { AnyRow, TableName } from '../../shared/domain/tables.ts'
import { isTableName, tableNames, tables } from '../../shared/domain/tables.ts'
import type { FeedEntry } from '../../shared/protocol/pull.ts'
import { inWorkspace } from '../../server/db/in-workspace.ts'
import { rowSql } from '../../server/db/queries/row-sql.ts'
import { seenByGuest } from '../../shared/rules/guests/what-guests-see.ts'
import type { Caller } from '../../server/sync/caller.ts'
import { pull } from '../../server/sync/pull.ts'
import type { ShelfLimits } from '../../server/sync/snapshot-shelf.ts'
import { SHELF_LIMITS } from '../../server/sync/snapshot-shelf.ts'
import { snapshotPart } from '../../server/sync/snapshot.ts'
import type { TestHub } from './hub-db.ts'
import { linesIn } from './kept-parts.ts'

type Held = { readonly table: TableName; readonly row: AnyRow; readonly version: number }

const groupOf = (table: TableName, row: AnyRow): unknown => {
  const { groupColumn } = tables[table]
  return groupColumn === null ? null : row[groupColumn]
}

/** The smallest laptop: rows by key, no work of its own. It follows the protocol's words, not the product's client. */
export class Mirror {
  readonly #hub: TestHub
  readonly caller: Caller
  readonly rows = new Map<string, Held>()
  cursor: string | null = null
  /** Reasons of the snapshots it had to take. */
  readonly snapshots: string[] = []
  /** Every entry it was given, in order. */
  readonly entries: FeedEntry[] = []
  /** Parts of snapshots that another laptop had been given. */
  keptParts = 0

  constructor(hub: TestHub, caller: Caller) {
    this.#hub = hub
    this.caller = caller
  }

  /** Pulls to the end; takes snapshots when told to. */
  async sync({ limit = 1000 }: { readonly limit?: number } = {}): Promise<void> {
    for (;;) {
      const answer = await pull(this.#hub.deps, this.caller, { cursor: this.cursor, limit })
      if (answer.kind === 'snapshot-needed') {
        this.snapshots.push(answer.reason)
        await this.snapshot()
        continue
      }
      for (const entry of answer.entries) this.#apply(entry)
      this.cursor = answer.cursor
      if (answer.more) continue
      this.#letOrganisationsGo()
      return
    }
  }

  /** Takes a whole snapshot; rows it does not name are dropped at the end. `between` runs after every part. */
  async snapshot({
    partRows = 2000,
    between = async () => {},
    shelf = SHELF_LIMITS,
  }: { partRows?: number; between?: () => Promise<void>; shelf?: ShelfLimits } = {}): Promise<void> {
    const seen = new Set<string>()
    let position: string | null = null
    let asOf = 0
    do {
      const part = await snapshotPart({ store: this.#hub.store, partRows, shelf }, this.caller, {
        position,
        ownFirst: true,
        since: null,
      })
      const { head } = part
      const lines = await linesIn(part)
      if (part.packed) this.keptParts += 1
      if (lines.length !== head.rows) throw new Error(`The head says ${head.rows} rows, ${lines.length} came`)
      for (const line of lines) {
        const values = JSON.parse(line) as unknown[]
        const row = Object.fromEntries(head.columns.map((column, index) => [column, values[index]])) as AnyRow
        seen.add(`${head.table}/${row.id}`)
        this.#put(head.table, row, head.asOf)
      }
      position = head.next
      this.cursor = head.cursor
      asOf = head.asOf
      await between()
    } while (position !== null)
    for (const [key, held] of this.rows) if (!seen.has(key) && held.version <= asOf) this.rows.delete(key)
  }

  /** Rows as plain values, to compare with what the hub holds. */
  state(): Readonly<Record<string, AnyRow>> {
    return Object.fromEntries([...this.rows].map(([key, held]) => [key, held.row]))
  }

  #put(table: string, row: AnyRow, version: number): void {
    if (!isTableName(table)) throw new Error(`No table ${table}`)
    const known = this.rows.get(`${table}/${row.id}`)
    if (!known || known.version <= version) this.rows.set(`${table}/${row.id}`, { table, row, version })
  }

  /** A guest keeps organisations of the customers they hold. */
  #letOrganisationsGo(): void {
    if (this.rows.get(`agents/${this.caller.agentId}`)?.row['role'] !== 'guest') return
    const held = [...this.rows.values()]
    const named = new Set(
      held.flatMap(({ table, row }) => (table === 'customers' ? [row['organisationId']] : [])),
    )
    for (const [key, { table, row }] of this.rows)
      if (table === 'organisations' && !named.has(row.id)) this.rows.delete(key)
  }

  /** What is still here of a customer that enters and was not named with it. */
  #drop({ seq, customerId, rows }: Extract<FeedEntry, { kind: 'enter' }>): void {
    const named = new Set(rows.map(({ table, id }) => `${table}/${id}`))
    for (const [key, { table, row, version }] of this.rows)
      if (groupOf(table, row) === customerId && version < seq && !named.has(key)) this.rows.delete(key)
  }

  #apply(entry: FeedEntry): void {
    this.entries.push(entry)
    switch (entry.kind) {
      case 'row':
        this.#put(entry.table, entry.row as AnyRow, entry.seq)
        return
      case 'tombstone':
      case 'evict':
        this.rows.delete(`${entry.table}/${entry.id}`)
        return
      case 'enter':
        this.#drop(entry)
        for (const { table, row } of entry.rows) this.#put(table, row as AnyRow, entry.seq)
        return
      case 'leave':
        for (const [key, { table, row }] of this.rows)
          if (groupOf(table, row) === entry.customerId) this.rows.delete(key)
        return
    }
  }
}

async function allRows(
  hub: Pick<TestHub, 'database'>,
  workspaceId: string,
): Promise<readonly { table: TableName; row: AnyRow }[]> {
  return inWorkspace(hub.database.app, { workspaceId, mode: 'read' }, async client => {
    const found: { table: TableName; row: AnyRow }[] = []
    for (const table of tableNames) {
      const sql = rowSql(table)
      const { rows } = await client.query<AnyRow>(`SELECT ${sql.select} FROM ${sql.table} t`)
      for (const row of rows) found.push({ table, row })
    }
    return found
  })
}

/**
 * What a settled laptop of the agent must hold, worked out from the rows alone: the stored audiences are not asked,
 * so a wrong one shows.
 */
export async function rowsInScope(
  hub: Pick<TestHub, 'database' | 'store'>,
  { workspaceId, agentId }: Caller,
): Promise<Readonly<Record<string, AnyRow>>> {
  const rows = await allRows(hub, workspaceId)
  const { scopePolicy } = await hub.store.read(workspaceId, tx => tx.settings())
  const me = rows.find(({ table, row }) => table === 'agents' && row.id === agentId)?.row
  const teams = new Set<unknown>(me?.['teamIds'] as readonly string[])
  const into = new Map(
    rows.flatMap(({ table, row }) => (table === 'customers' ? [[row.id, row['mergedIntoId']] as const] : [])),
  )
  const standsFor = (customerId: unknown): unknown => {
    const next = into.get(String(customerId))
    return typeof next === 'string' && into.has(next) ? standsFor(next) : customerId
  }
  const threads = Map.groupBy(
    rows.filter(({ table }) => table === 'threads'),
    ({ row }) => standsFor(row['customerId']),
  )
  const isMine = ({ row }: { row: AnyRow }): boolean =>
    row['teamId'] === null || teams.has(row['teamId']) || row['assigneeId'] === agentId
  const inScope = (customerId: unknown): boolean => {
    const own = threads.get(standsFor(customerId)) ?? []
    if (me?.['role'] === 'guest') return own.some(({ row }) => teams.has(row['teamId']))
    return scopePolicy === 'everything' || own.length === 0 || own.some(isMine)
  }
  const visible = rows.filter(({ table, row }) => {
    if (tables[table].scope === 'agent') return row['agentId'] === agentId
    return tables[table].scope === 'workspace' || inScope(groupOf(table, row))
  })
  const seen = me?.['role'] === 'guest' ? asGuest(visible, rows, teams) : visible
  return Object.fromEntries(seen.map(({ table, row }) => [`${table}/${row.id}`, row]))
}

type Rows = readonly { readonly table: TableName; readonly row: AnyRow }[]

/** Rows as a guest of these teams is given them, from all rows there are. */
function asGuest(visible: Rows, all: Rows, teams: ReadonlySet<unknown>): Rows {
  const of = (table: TableName): readonly AnyRow[] =>
    all.flatMap(each => (each.table === table ? [each.row] : []))
  const ticketIds = new Set(
    of('threads').flatMap(row => (teams.has(row['teamId']) ? [String(row['ticketId'])] : [])),
  )
  const isLeaving = (stage: unknown): boolean => stage === 'at-risk' || stage === 'lost'
  const forColleagues = new Set(
    [
      ...of('customers').filter(row => isLeaving(row['journeyStage'])),
      ...of('portraits').filter(row => row['isVip'] === true || isLeaving(row['stage'])),
      ...[...of('complaints'), ...of('disputes')].filter(row => row['closedAtMs'] === null),
      ...of('approvals').filter(row => row['state'] === 'requested'),
    ].map(row => (typeof row['customerId'] === 'string' ? row['customerId'] : row.id)),
  )
  const organisationIds = new Set(
    visible.flatMap(({ table, row }) => (table === 'customers' ? [String(row['organisationId'])] : [])),
  )
  return visible.flatMap(({ table, row }) => {
    const given = seenByGuest(table, row, { ticketIds, forColleagues, organisationIds })
    return given ? [{ table, row: given }] : []
  })
}

/** The invariant of sync: a settled laptop is the hub filtered by scope, row by row. */
export async function expectSettled(hub: TestHub, mirror: Mirror): Promise<void> {
  await mirror.sync()
  expect(mirror.state()).toEqual(await rowsInScope(hub, mirror.caller))
}

import type { Pool, PoolClient } from 'pg'
import { groupOf } from '../../shared/domain/codec.ts'
import { newId } from '../../shared/domain/ids.ts'
import { columnName, sqlTableName } from '../../shared/domain/table.ts'
import type { TableName } from '../../shared/domain/tables.ts'
import { tableNames, tables } from '../../shared/domain/tables.ts'
import { randomFor } from '../../shared/demo/seeded-random.ts'
import { audienceOf, NO_HOLDS } from '../../server/sync/scope.ts'
import { WORLD_NOW_MS } from '../generator/making.ts'
import type { TableRow } from '../generator/making.ts'
import { copyArray, copyInto, copyText } from './copy-rows.ts'
import { turn } from './turn.ts'

export type LoadDeps = {
  readonly owner: Pool
  readonly workspaceId: string
  readonly progress: (text: string) => void
}

/** Rows that were there once: the feed remembers them. One for so many rows. */
const ROWS_PER_TOMBSTONE = 20
/** Bytes that wait for the database at most, twice: those on their way and those being made. */
const FLUSH_BYTES = 16 * 1_048_576
const TOLD_EVERY = 100_000

const LOADED = tableNames.filter(table => tables[table].scope === 'customer')
const FEED = `tandem.feed (workspace_id, seq, kind, table_name, row_id, group_id, prev_group_ids, agent_id, keys_before, at_ms)`
/** The customers of own teams, of any age. */
const BY_TEAM = {
  scopePolicy: 'teams',
  scopeDays: null,
  scopeMegabytes: null,
  scopeAlsoTeamIds: [],
  scopeGuests: false,
  scopeMayFetch: 'own',
  scopeAsOfMs: 0,
} as const
const AUDIENCE = 'tandem.group_audience (workspace_id, customer_id, keys)'
const COLUMNS = new Map(LOADED.map(table => [table, Object.entries(tables[table].columns)]))

const targetOf = (table: TableName): string => {
  const names = (COLUMNS.get(table) ?? []).map(([key, column]) => columnName(key, column))
  return `tandem.${sqlTableName(table)} (workspace_id, ${names.join(', ')})`
}
const TARGETS = new Map(LOADED.map(table => [table, targetOf(table)]))

/** Lines that wait, by what they are copied into. */
class Lines {
  #byTarget = new Map<string, string[]>()
  bytes = 0
  add(target: string, line: string): void {
    const lines = this.#byTarget.get(target)
    if (lines) lines.push(line)
    else this.#byTarget.set(target, [line])
    this.bytes += line.length
  }
  take(): readonly (readonly [string, Buffer])[] {
    const taken = [...this.#byTarget].map(([target, lines]) => [target, Buffer.from(lines.join(''))] as const)
    this.#byTarget = new Map()
    this.bytes = 0
    return taken
  }
}

/** Who sees a customer under the policy "teams". Under "everything" nobody looks at it. */
function audienceLine(workspaceId: string, group: readonly TableRow[]): string | null {
  const customer = group.find(({ table }) => table === 'customers')
  if (!customer) return null
  const places = group.flatMap(({ table, row }) =>
    table === 'threads'
      ? [
          {
            teamId: row['teamId'] as string | null,
            assigneeId: row['assigneeId'] as string | null,
            isOpen: row['state'] !== 'solved' && row['state'] !== 'closed',
            lastActivityAtMs: Number(row['lastActivityAtMs']),
          },
        ]
      : [],
  )
  return `${workspaceId}\t${customer.row.id}\t${copyArray(audienceOf(BY_TEAM, places, NO_HOLDS))}\n`
}

type Numbers = { seq: number; rows: number; highestTicket: number }

function takeGroup(
  { workspaceId, lines, numbers }: { workspaceId: string; lines: Lines; numbers: Numbers },
  group: readonly TableRow[],
  ghostId: () => string,
): void {
  const nowMs = String(WORLD_NOW_MS)
  const entry = (kind: string, table: TableName, ids: readonly [string, string | null]): void => {
    numbers.seq += 1
    const [id, groupId] = ids
    lines.add(
      FEED,
      `${workspaceId}\t${numbers.seq}\t${kind}\t${table}\t${id}\t${copyText(groupId)}\t{}\t\\N\t\\N\t${nowMs}\n`,
    )
  }
  for (const { table, row } of group) {
    const values = (COLUMNS.get(table) ?? []).map(([key]) => copyText(row[key]))
    lines.add(TARGETS.get(table) ?? '', `${workspaceId}\t${values.join('\t')}\n`)
    const groupId = groupOf(table, row)
    entry('row', table, [row.id, groupId])
    numbers.rows += 1
    if (table === 'tickets')
      numbers.highestTicket = Math.max(numbers.highestTicket, Number(row['number'] ?? 0))
    if (numbers.rows % ROWS_PER_TOMBSTONE === 0) entry('tombstone', 'messages', [ghostId(), groupId])
  }
  const audience = audienceLine(workspaceId, group)
  if (audience) lines.add(AUDIENCE, audience)
}

const FOUND = `SELECT c.conrelid::regclass::text AS table, c.conname AS name, pg_get_constraintdef(c.oid) AS definition, true AS "isConstraint"
  FROM pg_constraint c WHERE c.contype IN ('p', 'u') AND c.conrelid = ANY($1::regclass[])
  UNION ALL
  SELECT i.indrelid::regclass::text, i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid), false
  FROM pg_index i WHERE i.indrelid = ANY($1::regclass[])
    AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)`
type Found = {
  readonly table: string
  readonly name: string
  readonly definition: string
  readonly isConstraint: boolean
}

/** Indexes are made once the rows are there: each of millions of rows would look for its random place in all of them. */
async function withoutIndexes(client: PoolClient, work: () => Promise<void>): Promise<void> {
  const names = [
    ...LOADED.map(table => `tandem.${sqlTableName(table)}`),
    'tandem.feed',
    'tandem.group_audience',
  ]
  const { rows: found } = await client.query<Found>(FOUND, [names])
  for (const { table, name, isConstraint } of found)
    await client.query(isConstraint ? `ALTER TABLE ${table} DROP CONSTRAINT ${name}` : `DROP INDEX ${name}`)
  await work()
  for (const { table, name, definition, isConstraint } of found)
    await client.query(
      isConstraint ? `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}` : definition,
    )
}

const SETTINGS = [
  'SET statement_timeout = 0',
  'SET lock_timeout = 0',
  'SET synchronous_commit = off',
  `SET maintenance_work_mem = '512MB'`,
]

/**
 * Puts customers with everything of theirs into a workspace that has none, by COPY, with feed and audience. The next
 * group is made while the database takes the ones before; no more than two lots wait in memory, whatever the size.
 * Answers how many rows there are. What was loaded by half is of no use.
 */
export async function loadHub(deps: LoadDeps, units: Iterable<readonly TableRow[]>): Promise<number> {
  const { owner, workspaceId, progress } = deps
  const client = await owner.connect()
  try {
    for (const statement of SETTINGS) await client.query(statement)
    const { rows: heads } = await client.query<{ seq: number }>(
      'SELECT seq FROM tandem.feed_counter WHERE workspace_id = $1',
      [workspaceId],
    )
    const numbers: Numbers = { seq: heads[0]?.seq ?? 0, rows: 0, highestTicket: 0 }
    await withoutIndexes(client, async () => {
      await copyAll({ client, workspaceId, progress }, units, numbers)
      progress(`hub: ${numbers.rows} rows, making the indexes`)
    })
    await client.query(
      `INSERT INTO tandem.feed_counter AS c (workspace_id, seq) VALUES ($1, $2)
       ON CONFLICT (workspace_id) DO UPDATE SET seq = excluded.seq`,
      [workspaceId, numbers.seq],
    )
    await client.query(
      `INSERT INTO tandem.ticket_counter AS c (workspace_id, last_number) VALUES ($1, $2)
       ON CONFLICT (workspace_id) DO UPDATE SET last_number = excluded.last_number`,
      [workspaceId, numbers.highestTicket],
    )
    return numbers.rows
  } finally {
    // Its settings are nobody else's.
    client.release(true)
  }
}

type Copying = Pick<LoadDeps, 'workspaceId' | 'progress'> & { readonly client: PoolClient }

async function copyAll(
  { client, workspaceId, progress }: Copying,
  units: Iterable<readonly TableRow[]>,
  numbers: Numbers,
): Promise<void> {
  const lines = new Lines()
  const random = randomFor(1, 'ghosts')
  const ghostId = (): string => newId(WORLD_NOW_MS, random)
  let onItsWay: Promise<void> = Promise.resolve()
  let told = 0
  const flush = async (): Promise<void> => {
    const lots = lines.take()
    await onItsWay
    onItsWay = (async () => {
      for (const [target, bytes] of lots) await copyInto(client, target, bytes)
    })()
    // It is waited for with the next lot, or at the end.
    onItsWay.catch(() => {})
  }
  for (const group of units) {
    takeGroup({ workspaceId, lines, numbers }, group, ghostId)
    if (lines.bytes >= FLUSH_BYTES) await flush()
    await turn()
    if (numbers.rows - told < TOLD_EVERY) continue
    told = numbers.rows
    progress(`hub: ${numbers.rows} rows`)
  }
  await flush()
  await onItsWay
}

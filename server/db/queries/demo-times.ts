import type { Column } from '../../../shared/domain/table.ts'
import { columnName, sqlTableName } from '../../../shared/domain/table.ts'
import type { TableName } from '../../../shared/domain/tables.ts'
import { tableNames, tables } from '../../../shared/domain/tables.ts'
import type { Session } from './session.ts'
import { all, run } from './session.ts'

const DAY_MS = 86_400_000

/** The moment a workspace is about, ms: when it was made, or last moved to. */
export async function readMoment(session: Session): Promise<number> {
  const rows = await all<{ ms: number }>(
    session,
    'SELECT created_at_ms AS ms FROM tandem.workspaces WHERE id = $1 FOR UPDATE',
  )
  return rows[0]?.ms ?? 0
}

/** Times inside the clocks of threads: too many rows to be read one by one. */
const moveClocks = (session: Session, byMs: number): Promise<number> =>
  run(
    session,
    `UPDATE tandem.threads SET clocks_json = (
       SELECT jsonb_object_agg(outer_key, CASE
         WHEN outer_key = 'breachAtMs' AND jsonb_typeof(outer_value) = 'number'
           THEN to_jsonb(outer_value::bigint + $2)
         WHEN jsonb_typeof(outer_value) = 'object' THEN (
           SELECT jsonb_object_agg(inner_key, CASE
             WHEN inner_key IN ('sinceMs', 'stoppedAtMs', 'warnAtMs', 'dueAtMs')
               AND jsonb_typeof(inner_value) = 'number' THEN to_jsonb(inner_value::bigint + $2)
             ELSE inner_value END)
           FROM jsonb_each(outer_value) AS clock(inner_key, inner_value))
         ELSE outer_value END)
       FROM jsonb_each(clocks_json) AS part(outer_key, outer_value))
     WHERE workspace_id = $1 AND clocks_json IS NOT NULL`,
    [byMs],
  )

/** JSON with moments inside; of the first steps each value is one, whatever its key. */
const WITH_MOMENTS = [
  ['events', 'facts'],
  ['guideRuns', 'answers'],
  ['firstSteps', 'done'],
] as const satisfies readonly (readonly [TableName, string])[]

/** Numbers below are spans and amounts: no moment of a demo lies before 2001. */
const FIRST_MOMENT_MS = 1e12
const HAS_MOMENT = ':\\s*1\\d{12}\\M'

const movedJson = (value: unknown, byMs: number): unknown => {
  if (typeof value === 'number') return value >= FIRST_MOMENT_MS ? value + byMs : value
  if (Array.isArray(value)) return value.map((each: unknown) => movedJson(each, byMs))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, movedJson(each, byMs)]))
}

async function moveInside(session: Session, byMs: number): Promise<void> {
  for (const [name, key] of WITH_MOMENTS) {
    const [table, column] = [`tandem.${sqlTableName(name)}`, `${key}_json`]
    const found = await all<{ id: string; value: unknown }>(
      session,
      `SELECT id, ${column} AS value FROM ${table} WHERE workspace_id = $1 AND ${column}::text ~ '${HAS_MOMENT}'`,
    )
    const values = found.map(({ value }) => JSON.stringify(movedJson(value, byMs)))
    await run(
      session,
      `UPDATE ${table} SET ${column} = moved.value::jsonb
       FROM unnest($2::text[], $3::text[]) AS moved(id, value)
       WHERE workspace_id = $1 AND ${table}.id = moved.id`,
      [found.map(({ id }) => id), values],
    )
  }
}

/** Contracts end on a day, without a time. */
async function moveDays(session: Session, byMs: number): Promise<void> {
  const days = Math.round(byMs / DAY_MS)
  await run(
    session,
    `UPDATE tandem.customers SET fields_json = jsonb_set(fields_json, '{renewsOn}',
       to_jsonb(((fields_json ->> 'renewsOn')::date + $2::int)::text))
     WHERE workspace_id = $1 AND fields_json ->> 'renewsOn' ~ '^\\d{4}-\\d\\d-\\d\\d$'`,
    [days],
  )
  await run(
    session,
    `UPDATE tandem.subscriptions SET renews_on = (renews_on::date + $2::int)::text
     WHERE workspace_id = $1 AND renews_on IS NOT NULL`,
    [days],
  )
}

/** Moves every time of every row, and the moment itself, by the same span. Versions do not change: take a new epoch. */
export async function moveTimes(session: Session, byMs: number): Promise<void> {
  for (const name of tableNames) {
    const columns: Readonly<Record<string, Column>> = tables[name].columns
    const times = Object.entries(columns).filter(
      ([key, { kind }]) => kind === 'integer' && key.endsWith('Ms'),
    )
    if (times.length === 0) continue
    const sets = times.map(([key, column]) => `${columnName(key, column)} = ${columnName(key, column)} + $2`)
    await run(session, `UPDATE tandem.${sqlTableName(name)} SET ${sets.join(', ')} WHERE workspace_id = $1`, [
      byMs,
    ])
  }
  await moveClocks(session, byMs)
  await moveInside(session, byMs)
  await moveDays(session, byMs)
  await run(session, 'UPDATE tandem.workspaces SET created_at_ms = created_at_ms + $2 WHERE id = $1', [byMs])
}

import type { RowProblem } from '../../import/problems.ts'
import type { Session } from './session.ts'
import { all, run } from './session.ts'

export type ImportRun = {
  readonly id: string
  readonly phase: 'staging' | 'publishing' | 'done'
  readonly startedAtMs: number
  readonly items: number
  readonly staged: number
  readonly published: number
  readonly ticketsAdded: number
  readonly messagesAdded: number
  readonly known: number
}
export type RunKey = { readonly source: string; readonly fileSha256: string; readonly choicesDigest: string }

const COLUMNS = `id, phase, started_at_ms AS "startedAtMs", items, staged, published,
  tickets_added AS "ticketsAdded", messages_added AS "messagesAdded", known`

/** The run of this file that was interrupted, or null. */
export async function findUnfinishedRun(session: Session, key: RunKey): Promise<ImportRun | null> {
  const rows = await all<ImportRun>(
    session,
    `SELECT ${COLUMNS} FROM tandem.import_runs
     WHERE workspace_id = $1 AND source = $2 AND file_sha256 = $3 AND choices_digest = $4 AND phase <> 'done'`,
    [key.source, key.fileSha256, key.choicesDigest],
  )
  return rows[0] ?? null
}

export async function readRun(session: Session, runId: string): Promise<ImportRun> {
  const rows = await all<ImportRun>(
    session,
    `SELECT ${COLUMNS} FROM tandem.import_runs WHERE workspace_id = $1 AND id = $2`,
    [runId],
  )
  if (!rows[0]) throw new Error('An import run is gone while it runs')
  return rows[0]
}

export async function startRun(
  session: Session,
  key: RunKey & { readonly id: string; readonly nowMs: number },
): Promise<void> {
  await run(
    session,
    `INSERT INTO tandem.import_runs (workspace_id, id, source, file_sha256, choices_digest, phase, started_at_ms)
     VALUES ($1, $2, $3, $4, $5, 'staging', $6)`,
    [key.id, key.source, key.fileSha256, key.choicesDigest, key.nowMs],
  )
}

/** Runs of this source that began before `beforeMs` and never finished: they hold customer data for nothing. */
export async function endAbandonedRuns(
  session: Session,
  source: string,
  beforeMs: number,
): Promise<readonly string[]> {
  const abandoned = await all<{ id: string }>(
    session,
    `UPDATE tandem.import_runs SET phase = 'done'
     WHERE workspace_id = $1 AND source = $2 AND phase <> 'done' AND started_at_ms < $3 RETURNING id`,
    [source, beforeMs],
  )
  return abandoned.map(({ id }) => id)
}

export type Progress = Partial<
  Pick<ImportRun, 'phase' | 'items' | 'staged' | 'published' | 'ticketsAdded' | 'messagesAdded' | 'known'>
>

const PROGRESS: Readonly<Record<keyof Progress, string>> = {
  phase: 'phase',
  items: 'items',
  staged: 'staged',
  published: 'published',
  ticketsAdded: 'tickets_added',
  messagesAdded: 'messages_added',
  known: 'known',
}

/** The checkpoint: written in the transaction whose work it counts. */
export async function saveProgress(session: Session, runId: string, progress: Progress): Promise<void> {
  const keys = Object.keys(progress) as (keyof Progress)[]
  const sets = keys.map((key, index) => `${PROGRESS[key]} = $${index + 3}`).join(', ')
  await run(session, `UPDATE tandem.import_runs SET ${sets} WHERE workspace_id = $1 AND id = $2`, [
    runId,
    ...keys.map(key => progress[key]),
  ])
}

/** Text as PostgreSQL can hold it: what a rejected row holds may be the very reason for its rejection. */
const storable = (text: string): string => text.replaceAll('\0', '\u2400').toWellFormed()

export async function addProblems(
  session: Session,
  runId: string,
  problems: readonly RowProblem[],
): Promise<void> {
  if (problems.length === 0) return
  const rows = problems.map(problem => ({
    ...problem,
    reason: storable(problem.reason),
    raw: storable(problem.raw),
  }))
  await run(
    session,
    `INSERT INTO tandem.import_problems (workspace_id, run_id, line, column_name, code, reason, advice, raw)
     SELECT $1, $2, v.line, v."column", v.code, v.reason, v.advice, v.raw
     FROM json_to_recordset($3::json) AS v(line bigint, "column" text, code text, reason text, advice text, raw text)`,
    [runId, JSON.stringify(rows)],
  )
}

export type StoredProblem = RowProblem & { readonly ordinal: number }

export async function readProblems(
  session: Session,
  page: { readonly runId: string; readonly after: { line: number; ordinal: number }; readonly limit: number },
): Promise<readonly StoredProblem[]> {
  return all<StoredProblem>(
    session,
    `SELECT ordinal, line, column_name AS "column", code, reason, advice, raw FROM tandem.import_problems
     WHERE workspace_id = $1 AND run_id = $2 AND (line, ordinal) > ($3, $4) ORDER BY line, ordinal LIMIT $5`,
    [page.runId, page.after.line, page.after.ordinal, page.limit],
  )
}

export async function countProblems(session: Session, runId: string): Promise<number> {
  const rows = await all<{ count: number }>(
    session,
    'SELECT count(*) AS count FROM tandem.import_problems WHERE workspace_id = $1 AND run_id = $2',
    [runId],
  )
  return rows[0]?.count ?? 0
}

const STAGING_TABLES = ['import_staged', 'import_problems', 'import_seen'] as const
const FREED_AT_ONCE = 5000

/**
 * Frees a part of what a run no longer needs; true when there may be more. In parts, because millions of rows take
 * longer than any statement may.
 */
export async function dropStaged(session: Session, runId: string): Promise<boolean> {
  for (const table of STAGING_TABLES) {
    const freed = await run(
      session,
      `DELETE FROM tandem.${table} WHERE ctid = ANY(ARRAY(
         SELECT ctid FROM tandem.${table} WHERE workspace_id = $1 AND run_id = $2 LIMIT ${FREED_AT_ONCE}))`,
      [runId],
    )
    if (freed === FREED_AT_ONCE) return true
  }
  return false
}

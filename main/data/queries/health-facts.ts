import { createHash } from 'node:crypto'
import type { SyncHealth } from '../../../shared/contract/health.ts'
import { schemaVersion } from '../db/migrate.ts'
import type { Connection } from '../db/types.ts'
import { all, get } from '../db/statement.ts'
import { databaseBytes } from './device-usage.ts'

const OUTBOX = `
  SELECT count(*) FILTER (WHERE state = 'pending' AND is_quiet = 0) AS pending,
    count(*) FILTER (WHERE state = 'sending' AND is_quiet = 0) AS sending,
    count(*) FILTER (WHERE state = 'parked') AS parked,
    count(*) FILTER (WHERE is_quiet = 1) AS quiet,
    min(now_ms) FILTER (WHERE state <> 'parked' AND is_quiet = 0) AS oldestAtMs,
    coalesce(max(attempts), 0) AS mostAttempts,
    (SELECT count(*) FROM outbox_done) AS kept
  FROM outbox`
const PARKED = `
  SELECT coalesce(json_extract(verdict_json, '$.conflict.reason'), json_extract(verdict_json, '$.code'),
      json_extract(verdict_json, '$.kind'), 'group') AS reason, count(*) AS count
  FROM outbox WHERE state = 'parked' GROUP BY 1 ORDER BY 2 DESC`
const STATE = 'SELECT value FROM sync_state WHERE key = ?'
const FILES = 'SELECT count(*) AS count, coalesce(sum(size_bytes), 0) AS bytes FROM blobs'
const DEPARTURES = 'SELECT count(*) AS count FROM departures'

const NO_OUTBOX = { pending: 0, sending: 0, parked: 0, quiet: 0, oldestAtMs: null, mostAttempts: 0, kept: 0 }

const MARK_LENGTH = 8
/** Tells two values apart and nothing else: what the hub wrote into them stays here. */
const markOf = (value: string | null): string | null =>
  value === null ? null : createHash('sha256').update(value).digest('hex').slice(0, MARK_LENGTH)

const state = (db: Connection, key: string): string | null =>
  get<{ value: string }>(db, STATE, [key])?.value ?? null

export type HealthFacts = Omit<SyncHealth, 'status' | 'isLive' | 'lastPushedAtMs' | 'failures' | 'protocol'>

/** What the database says about sync: counts, codes, sizes. */
export function readHealthFacts(db: Connection): HealthFacts {
  return {
    upToSeq: Number(state(db, 'upToSeq') ?? 0),
    epochMark: markOf(state(db, 'epoch')),
    cursorMark: markOf(state(db, 'cursor')),
    outbox: get<SyncHealth['outbox']>(db, OUTBOX) ?? NO_OUTBOX,
    parkedFor: all<{ reason: string; count: number }>(db, PARKED),
    departures: get<{ count: number }>(db, DEPARTURES)?.count ?? 0,
    schemaVersion: schemaVersion(db),
    databaseBytes: databaseBytes(db),
    files: get<{ count: number; bytes: number }>(db, FILES) ?? { count: 0, bytes: 0 },
  }
}

import type { SupportRecord } from '../../../shared/contract/incidents.ts'
import type { Input } from '../../../shared/contract/index.ts'
import type { Escalation } from '../../../shared/domain/incidents.ts'
import { isRunning } from '../../../shared/rules/impact/impact-times.ts'
import { uptime } from '../../../shared/rules/impact/uptime.ts'
import { engineeringIssueId } from '../../../shared/rules/named-id.ts'
import type { ReadableDb } from '../db/types.ts'
import { all } from '../db/statement.ts'
import { familyOf } from './family.ts'
import type { Family } from './family.ts'
import type { QueryContext } from './query-context.ts'
import { selectRow, selectRows } from './select-rows.ts'

const DAY_MS = 86_400_000
const MOST_IMPACTS = 50
const MOST_FILES = 10

/** Of the ticket at hand all, of others what is open. */
function escalationsOf(
  db: ReadableDb,
  family: Family,
  ticketId: string | null,
): SupportRecord['escalations'] {
  const rows = selectRows(db, 'escalations', {
    tail: `WHERE ${family.is} AND (ticket_id = ? OR state IN ('requested', 'accepted'))
      ORDER BY created_at_ms DESC, id LIMIT 20`,
    params: [family.param, ticketId ?? ''],
  })
  return rows.map(row => ({ ...row, engineering: engineeringOf(db, row) }))
}

const engineeringOf = (db: ReadableDb, { engineeringKey }: Escalation) =>
  engineeringKey === null
    ? null
    : selectRow(db, 'engineeringIssues', {
        tail: 'WHERE id = ?',
        params: [engineeringIssueId(engineeringKey)],
      })

type Asked = { readonly family: Family; readonly things: readonly Thing[]; readonly sinceMs: number }
function impactsOf(db: ReadableDb, { family, things, sinceMs }: Asked): SupportRecord['impacts'] {
  const rows = selectRows(db, 'impacts', {
    tail: `WHERE ${family.is} AND (restored_at_ms IS NULL OR restored_at_ms >= ?)
      ORDER BY restored_at_ms IS NOT NULL, down_since_ms DESC, id LIMIT ${MOST_IMPACTS}`,
    params: [family.param, sinceMs],
  })
  return rows.map(row => ({ ...row, assetName: things.find(({ id }) => id === row.assetId)?.name ?? null }))
}

type Thing = { readonly id: string; readonly name: string; readonly down_ms: number | null }
const thingsOf = (db: ReadableDb, family: Family): readonly Thing[] =>
  all<Thing>(
    db,
    `SELECT id, name, iif(state = 'retired', NULL, down_since_ms) AS down_ms FROM assets WHERE ${family.is}`,
    [family.param],
  )

/** Said of the thing itself, before anybody kept a clock for it. */
function downOf(things: readonly Thing[], impacts: SupportRecord['impacts']): SupportRecord['down'] {
  const covered = new Set(impacts.filter(isRunning).map(({ assetId }) => assetId))
  return things
    .flatMap(({ id, name, down_ms }) =>
      down_ms === null || covered.has(id) ? [] : [{ assetId: id, assetName: name, downSinceMs: down_ms }],
    )
    .toSorted((a, b) => a.downSinceMs - b.downSinceMs || (a.assetId < b.assetId ? -1 : 1))
}

const FILES = `SELECT file_name AS name FROM attachments WHERE ticket_id = ? AND content_id IS NULL
  AND proposal_id IS NULL
  GROUP BY file_name ORDER BY max(id) DESC LIMIT ${MOST_FILES}`
const filesOf = (db: ReadableDb, ticketId: string | null): readonly string[] =>
  ticketId === null ? [] : all<{ name: string }>(db, FILES, [ticketId]).map(({ name }) => name)

/** Escalations, outages and the cause: what support has recorded of a customer and of the ticket at hand. */
export function getSupportRecord({ db, clock }: QueryContext, asked: Input<'support.record'>): SupportRecord {
  const nowMs = clock.now()
  const family = familyOf(db, asked.customerId)
  const things = thingsOf(db, family)
  const impacts = impactsOf(db, { family, things, sinceMs: nowMs - 90 * DAY_MS })
  const down = downOf(things, impacts)
  const outages = [
    ...impacts,
    ...down.map(({ downSinceMs }) => ({ scope: 'down' as const, downSinceMs, restoredAtMs: null })),
  ]
  const since = (days: number) => uptime(outages, { fromMs: nowMs - days * DAY_MS, toMs: nowMs })
  return {
    escalations: escalationsOf(db, family, asked.ticketId),
    impacts,
    down,
    uptime: outages.length === 0 ? null : { days30: since(30), days90: since(90) },
    files: filesOf(db, asked.ticketId),
    cause: selectRow(db, 'rootCauses', {
      tail: 'WHERE ticket_id = ? ORDER BY recorded_at_ms, id LIMIT 1',
      params: [asked.ticketId ?? ''],
    }),
  }
}

import type { SupportRecord } from '../../../shared/contract/incidents.ts'
import type { Input } from '../../../shared/contract/index.ts'
import type { Escalation } from '../../../shared/domain/incidents.ts'
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

function impactsOf(db: ReadableDb, family: Family, sinceMs: number): SupportRecord['impacts'] {
  const rows = selectRows(db, 'impacts', {
    tail: `WHERE ${family.is} AND (restored_at_ms IS NULL OR restored_at_ms >= ?)
      ORDER BY restored_at_ms IS NOT NULL, down_since_ms DESC, id LIMIT ${MOST_IMPACTS}`,
    params: [family.param, sinceMs],
  })
  const names = all<{ id: string; name: string }>(db, `SELECT id, name FROM assets WHERE ${family.is}`, [
    family.param,
  ])
  const nameOf = new Map(names.map(({ id, name }) => [id, name]))
  return rows.map(row => ({ ...row, assetName: nameOf.get(row.assetId ?? '') ?? null }))
}

/** Escalations, outages and the cause: what support has recorded of a customer and of the ticket at hand. */
export function getSupportRecord({ db, clock }: QueryContext, asked: Input<'support.record'>): SupportRecord {
  const nowMs = clock.now()
  const family = familyOf(db, asked.customerId)
  const impacts = impactsOf(db, family, nowMs - 90 * DAY_MS)
  const since = (days: number) => uptime(impacts, { fromMs: nowMs - days * DAY_MS, toMs: nowMs })
  return {
    escalations: escalationsOf(db, family, asked.ticketId),
    impacts,
    uptime: impacts.length === 0 ? null : { days30: since(30), days90: since(90) },
    cause: selectRow(db, 'rootCauses', {
      tail: 'WHERE ticket_id = ? ORDER BY recorded_at_ms, id LIMIT 1',
      params: [asked.ticketId ?? ''],
    }),
  }
}

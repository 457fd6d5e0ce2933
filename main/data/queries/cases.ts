import type { ApprovalLine, ComplaintView, CustomerCases } from '../../../shared/contract/cases.ts'
import type { Input } from '../../../shared/contract/index.ts'
import type { Row, TableName } from '../../../shared/domain/tables.ts'
import { spentMinor } from '../../../shared/rules/cases/allowance.ts'
import type { ReadableDb } from '../db/types.ts'
import { all, get } from '../db/statement.ts'
import { familyOf } from './family.ts'
import type { Family } from './family.ts'
import { namedByPerson } from './person-names.ts'
import type { QueryContext } from './query-context.ts'
import { selectRows } from './select-rows.ts'

const SHOWN = 30
const MOST_WAITING = 200
const YEAR_MS = 365 * 86_400_000

type Own = { readonly db: ReadableDb; readonly family: Family }
const newest = <Name extends TableName>({ db, family }: Own, table: Name, by: string): readonly Row<Name>[] =>
  selectRows(db, table, {
    tail: `WHERE ${family.is} ORDER BY ${by} DESC, id DESC LIMIT ${SHOWN}`,
    params: [family.param],
  })

function complaintsOf(own: Own): readonly ComplaintView[] {
  const complaints = newest(own, 'complaints', 'opened_at_ms')
  if (complaints.length === 0) return []
  const steps = selectRows(own.db, 'recoverySteps', {
    tail: `WHERE ${own.family.is} ORDER BY due_at_ms, id`,
    params: [own.family.param],
  })
  const byComplaint = Map.groupBy(steps, step => step.complaintId)
  return complaints.map(complaint => ({ ...complaint, steps: byComplaint.get(complaint.id) ?? [] }))
}

const SUMS = ({ is }: Family): string => `
  SELECT coalesce(sum(points), 0) AS balance,
    coalesce(sum(CASE WHEN reason = 'purchase' AND at_ms > ? AND at_ms <= ? THEN points END), 0) AS earned
  FROM loyalty_entries WHERE ${is}`

function loyaltyOf(own: Own, nowMs: number): CustomerCases['loyalty'] {
  const sums = get<{ balance: number; earned: number }>(own.db, SUMS(own.family), [
    nowMs - YEAR_MS,
    nowMs,
    own.family.param,
  ])
  return {
    balance: sums?.balance ?? 0,
    earned: sums?.earned ?? 0,
    entries: newest(own, 'loyaltyEntries', 'at_ms'),
  }
}

const listAllowancesIn = (db: ReadableDb): readonly Row<'allowances'>[] =>
  selectRows(db, 'allowances', { tail: 'ORDER BY currency, role', params: [] })

/** Money and cases of one customer: requests, disputes, gestures, points, complaints, what they look for. */
export function casesOfCustomer(
  { db, clock, agentId }: QueryContext,
  { customerId }: Input<'cases.ofCustomer'>,
): CustomerCases {
  const own = { db, family: familyOf(db, customerId) }
  const nowMs = clock.now()
  const spendings = selectRows(db, 'spendings', { tail: 'WHERE agent_id = ?', params: [agentId] })
  return {
    approvals: newest(own, 'approvals', 'requested_at_ms'),
    disputes: newest(own, 'disputes', 'opened_at_ms'),
    goodwills: newest(own, 'goodwills', 'created_at_ms'),
    complaints: complaintsOf(own),
    needs: newest(own, 'needs', 'updated_at_ms'),
    loyalty: loyaltyOf(own, nowMs),
    allowances: listAllowancesIn(db),
    spent: spendings.map(({ currency, spent }) => ({ currency, minor: spentMinor(spent, nowMs) })),
  }
}

export const listAllowances = ({ db }: QueryContext): readonly Row<'allowances'>[] => listAllowancesIn(db)

type About = {
  readonly id: string
  readonly customer_id: string
  readonly customer_name: string
  readonly subject: string | null
  readonly number: number | null
  readonly requested_by_name: string | null
}
const ABOUT = `
  SELECT p.id, p.customer_id, coalesce(c.name, '') AS customer_name, k.subject, k.number, a.name AS requested_by_name
  FROM approvals p INDEXED BY approvals_waiting
  LEFT JOIN customers c ON c.id = p.customer_id
  LEFT JOIN tickets k ON k.id = p.ticket_id
  LEFT JOIN agents a ON a.id = p.requested_by
  WHERE p.state = 'requested' ORDER BY p.requested_at_ms, p.id LIMIT ${MOST_WAITING}`

/** Approvals that wait for a supervisor, the oldest first, with whom and what they are about. */
export function waitingApprovals({ db }: QueryContext): readonly ApprovalLine[] {
  const waiting = selectRows(db, 'approvals', {
    tail: `INDEXED BY approvals_waiting WHERE state = 'requested' ORDER BY requested_at_ms, id LIMIT ${MOST_WAITING}`,
    params: [],
  })
  const about = new Map(namedByPerson(db, all<About>(db, ABOUT, [])).map(row => [row.id, row]))
  return waiting.map(approval => {
    const found = about.get(approval.id)
    return {
      ...approval,
      customerName: found?.customer_name ?? '',
      subject: found?.subject ?? null,
      number: found?.number ?? null,
      requestedByName: found?.requested_by_name ?? null,
    }
  })
}

import type { KeepLine, LaptopScope } from '../../../shared/contract/scope.ts'
import { WORKSPACE_SCOPE_ID } from '../../../shared/domain/scope.ts'
import { all } from '../db/statement.ts'
import type { ReadableDb } from '../db/types.ts'
import { whoAmI } from './me.ts'
import { personNames } from './person-names.ts'
import type { QueryContext } from './query-context.ts'
import { selectRow } from './select-rows.ts'

/** What laptops hold by policy, and what this agent leaves out of it. */
export function getScope(context: QueryContext): LaptopScope {
  const { db } = context
  const policyOf = (id: string): LaptopScope['own'] =>
    selectRow(db, 'scopePolicies', { tail: 'WHERE id = ?', params: [id] })
  return { workspace: policyOf(WORKSPACE_SCOPE_ID), own: policyOf(whoAmI(context).id) }
}

const KEEPS = `
  SELECT k.id, k.agent_id AS agentId, k.customer_id AS customerId, k.ticket_id AS ticketId,
    k.fetched_at_ms AS fetchedAtMs, k.until_ms AS untilMs, c.name AS customerName, c.id IS NOT NULL AS isHere,
    EXISTS (SELECT 1 FROM outbox_rows r WHERE r.table_name = 'keeps' AND r.row_id = k.id
      AND r.writes_json IS NOT NULL) AS isWaiting
  FROM keeps k LEFT JOIN customers c ON c.id = k.customer_id
  ORDER BY k.until_ms, k.id LIMIT 1000`

type Found = Omit<KeepLine, 'isHere' | 'isWaiting'> & { readonly isHere: number; readonly isWaiting: number }

function byPerson(db: ReadableDb, keeps: readonly Found[]): readonly Found[] {
  const names = personNames(
    db,
    keeps.flatMap(({ customerId }) => customerId ?? []),
  )
  return keeps.map(keep => ({ ...keep, customerName: names.get(keep.customerId ?? '') ?? keep.customerName }))
}

/** What was fetched from beyond the scope, the one that goes first ahead. */
export const listKeeps = ({ db }: QueryContext): readonly KeepLine[] =>
  byPerson(db, all<Found>(db, KEEPS)).map(keep => ({
    ...keep,
    isHere: keep.isHere === 1,
    isWaiting: keep.isWaiting === 1,
  }))

import type { PriorityView } from '../../../shared/contract/priority.ts'
import {
  isWorthSuggesting,
  priorityRule,
  suggestPriority,
} from '../../../shared/rules/impact/suggest-priority.ts'
import type { PriorityDecision } from '../../../shared/rules/impact/suggest-priority.ts'
import { isWorkable } from '../../../shared/rules/thread-life.ts'
import type { ReadableDb } from '../db/types.ts'
import { all } from '../db/statement.ts'
import type { QueryContext } from './query-context.ts'
import { selectRow, selectRows } from './select-rows.ts'
import { teamRule } from './team-rules.ts'

const DECIDED = `
  SELECT json_extract(facts_json, '$.suggested') AS suggested, json_extract(facts_json, '$.before') AS "before"
  FROM events
  WHERE ticket_id = ? AND thread_id = ? AND type IN ('thread.priority-kept', 'thread.priority-changed')
    AND actor_id IS NOT NULL`

const decisionsOn = (db: ReadableDb, ticketId: string, threadId: string): readonly PriorityDecision[] =>
  all<PriorityDecision>(db, DECIDED, [ticketId, threadId])

/** Whether another priority fits better: of technical work first, which has outages. */
export function getPriority({ db, clock }: QueryContext, ticketId: string): PriorityView | null {
  const ofTicket = (more: string) => ({ tail: `WHERE ticket_id = ? ${more}`, params: [ticketId] })
  const ticket = selectRow(db, 'tickets', { tail: 'WHERE id = ?', params: [ticketId] })
  if (!ticket) return null
  const [promise] = selectRows(db, 'promises', ofTicket(`AND state = 'open' ORDER BY due_at_ms LIMIT 1`))
  const facts = {
    outages: selectRows(db, 'impacts', ofTicket('AND restored_at_ms IS NULL ORDER BY id')),
    fields: ticket.fields,
    promisedAtMs: promise?.dueAtMs ?? null,
  }
  const found = suggestPriority(facts, priorityRule(teamRule(db, 'priority')), clock.now())
  if (!found) return null
  const threads = selectRows(db, 'threads', ofTicket('ORDER BY kind DESC')).filter(isWorkable)
  const thread = threads.find(({ id, priority }) =>
    isWorthSuggesting(found.priority, priority, decisionsOn(db, ticketId, id)),
  )
  return thread && thread.kind !== 'other'
    ? { ...found, threadId: thread.id, kind: thread.kind, standing: thread.priority }
    : null
}

import type { Input, Output } from '../../../shared/contract/index.ts'
import { get } from '../db/statement.ts'
import type { QueryContext } from './query-context.ts'
import { selectRow, selectRows } from './select-rows.ts'

const MOST_NOTES = 300

/** This agent's own copies of words to and from them, newest first. There are no others on this laptop. */
export function listCoaching(
  { db, agentId }: QueryContext,
  { ticketId }: Input<'coaching.list'>,
): Output<'coaching.list'> {
  if (ticketId === null)
    return selectRows(db, 'coachingNotes', {
      tail: `WHERE agent_id = ? ORDER BY written_at_ms DESC LIMIT ${MOST_NOTES}`,
      params: [agentId],
    })
  return selectRows(db, 'coachingNotes', {
    tail: `INDEXED BY coaching_notes_by_ticket WHERE ticket_id = ? AND agent_id = ? ORDER BY written_at_ms`,
    params: [ticketId, agentId],
  })
}

const PRACTISED = `SELECT count(*) AS n FROM practice_runs
  WHERE agent_id = ? AND origin_id IS NULL AND finished_at_ms IS NOT NULL`

/** The agent's own first steps, the newest, and those of whom they accompany. */
export function getFirstSteps({ db, agentId }: QueryContext): Output<'firstSteps.get'> {
  const own = selectRow(db, 'firstSteps', {
    tail: 'WHERE agent_id = ? AND new_agent_id = agent_id ORDER BY began_at_ms DESC LIMIT 1',
    params: [agentId],
  })
  const accompanied = selectRows(db, 'firstSteps', {
    tail: 'WHERE agent_id = ? AND new_agent_id <> agent_id ORDER BY began_at_ms DESC',
    params: [agentId],
  })
  return { own, practised: get<{ n: number }>(db, PRACTISED, [agentId])?.n ?? 0, accompanied }
}

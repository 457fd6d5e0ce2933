import type { Input, Output } from '../../../shared/contract/index.ts'
import { all } from '../db/statement.ts'
import type { SqlValue } from '../db/types.ts'
import { findFlow } from './board-flow.ts'
import { findOutcomes } from './board-outcomes.ts'
import { listRows } from './list-threads.ts'
import type { QueryContext } from './query-context.ts'

type Found = { readonly local_id: number; readonly ticket_id: string; readonly value?: number }
type BoardFilter = Input<'board.threads'>['filter']
type StandingFilter = Exclude<BoardFilter, { by: 'outcome' | 'flow' }>

/** Open threads of a queue or an agent, longest wait first, or the threads of named tickets. */
function findThreads({ db }: QueryContext, filter: StandingFilter, limit: number): readonly Found[] {
  const select = (index: string, where: string, params: readonly SqlValue[]): readonly Found[] =>
    all<Found>(
      db,
      `SELECT t.local_id, t.ticket_id FROM threads t INDEXED BY ${index}
       WHERE ${where} AND t.state = 'open' ORDER BY t.sort_waiting DESC, t.id DESC LIMIT ?`,
      [...params, limit],
    )
  switch (filter.by) {
    case 'queue':
      return select('threads_open_by_team_waiting', 't.team_id IS ? AND t.kind = ?', [
        filter.teamId,
        filter.kind,
      ])
    case 'agent':
      return select('threads_open_by_assignee_waiting', 't.assignee_id = ?', [filter.agentId])
    case 'waiting':
      return select(
        'threads_by_state_waiting',
        `t.waiting_since_ms IS NOT NULL AND (? IS NULL OR t.kind = ?)`,
        [filter.kind, filter.kind],
      )
    case 'tickets':
      return all<Found>(
        db,
        `SELECT t.local_id, t.ticket_id FROM json_each(?) j JOIN threads t ON t.ticket_id = j.value
         ORDER BY j.key, t.kind LIMIT ?`,
        [JSON.stringify(filter.ticketIds), limit],
      )
  }
}

function find(context: QueryContext, filter: BoardFilter, limit: number): readonly Found[] {
  if (filter.by === 'outcome') return findOutcomes(context, filter, limit)
  return filter.by === 'flow' ? findFlow(context, filter, limit) : findThreads(context, filter, limit)
}

/** Tickets behind a number of the board, as far as they are on this laptop; each once. */
export function listBoardThreads(
  context: QueryContext,
  { filter, limit }: Input<'board.threads'>,
): Output<'board.threads'> {
  const found = find(context, filter, limit)
  const first = new Map<string, Found>()
  for (const each of found) if (!first.has(each.ticket_id)) first.set(each.ticket_id, each)
  const localIds = [...first.values()].map(({ local_id: localId }) => localId)
  const values = [...first].flatMap(([id, { value }]) => (value === undefined ? [] : [[id, value] as const]))
  return {
    rows: listRows(context.db, localIds),
    values: Object.fromEntries(values),
    hasMore: found.length === limit,
  }
}

/** Known issues, to name what rises. */
export const listBoardIssues = ({ db }: QueryContext): Output<'board.issues'> =>
  all<{ readonly id: string; readonly code: string; readonly title: string }>(
    db,
    'SELECT id, code, title FROM known_issues ORDER BY code',
  )

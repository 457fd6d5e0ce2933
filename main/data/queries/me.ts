import type { Eyes } from '../../../shared/rules/saved-views/matches.ts'
import type { Me } from '../../../shared/rules/views.ts'
import { get } from '../db/statement.ts'
import type { QueryContext } from './query-context.ts'

/** The agent of this console with the teams of now; without a row (before the first fill) without teams. */
export function whoAmI({ db, agentId }: QueryContext): Me {
  const row = get<{ team_ids_json: string }>(db, 'SELECT team_ids_json FROM agents WHERE id = ?', [agentId])
  return { id: agentId, teamIds: row === null ? [] : (JSON.parse(row.team_ids_json) as string[]) }
}

/** The agent of this console, now. */
export const eyesOf = (context: QueryContext): Eyes => ({ me: whoAmI(context), nowMs: context.clock.now() })

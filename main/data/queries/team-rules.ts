import { teamRuleId } from '../../../shared/domain/between.ts'
import type { TeamRule, TeamRuleKey } from '../../../shared/domain/between.ts'
import type { Fields } from '../../../shared/domain/values.ts'
import type { ReadableDb } from '../db/types.ts'
import type { QueryContext } from './query-context.ts'
import { selectRow, selectRows } from './select-rows.ts'

/** What the team has set for a rule; null: nothing, the defaults hold. */
export const teamRule = (db: ReadableDb, key: TeamRuleKey): Fields | null =>
  selectRow(db, 'teamRules', { tail: 'WHERE id = ?', params: [teamRuleId(key)] })?.content ?? null

export const listTeamRules = ({ db }: QueryContext): readonly TeamRule[] =>
  selectRows(db, 'teamRules', { tail: `WHERE id > '' ORDER BY id`, params: [] })

import { PackChoice } from '../../../shared/contract/offline.ts'
import { PACKED_TEAM_TICKETS } from '../../../shared/rules/day-pack.ts'
import type { Me } from '../../../shared/rules/views.ts'
import type { Connection } from '../db/types.ts'
import { familiesOf } from './family.ts'
import { all, get } from '../db/statement.ts'

export const PACK_STATE = 'dayPack'
const NOTHING_CHOSEN: PackChoice = { withTeams: true, customerIds: [] }

/** What the agent chose to take along on this device. */
export function packChoice(db: Connection): PackChoice {
  const found = get<{ value: string }>(db, 'SELECT value FROM sync_state WHERE key = ?', [PACK_STATE])
  if (!found) return NOTHING_CHOSEN
  const parsed = PackChoice.safeParse(JSON.parse(found.value))
  return parsed.success ? parsed.data : NOTHING_CHOSEN
}

/** Newest of what rests or waits; older ones are found here anyway, only their files are not fetched ahead. */
const LOOKED_AT = 2_000

const OWN_OPEN = `
  SELECT ticket_id AS id FROM threads INDEXED BY threads_open_by_assignee_newest
  WHERE state = 'open' AND assignee_id = ?`
const RESTING = `
  SELECT ticket_id AS id, assignee_id AS owner FROM threads INDEXED BY threads_by_state_newest
  WHERE state = ? ORDER BY last_activity_at_ms DESC LIMIT ${LOOKED_AT}`
const OF_TEAM = `
  SELECT ticket_id AS id, assignee_id AS owner FROM threads INDEXED BY threads_open_by_team_newest
  WHERE state = 'open' AND team_id = ? ORDER BY last_activity_at_ms DESC LIMIT ${PACKED_TEAM_TICKETS}`
const HELD = `
  SELECT ticket_id AS id, agent_id AS owner FROM leases INDEXED BY leases_by_end
  WHERE until_ms > ? AND ended_at_ms IS NULL`
const OF_CUSTOMERS = `
  SELECT k.id FROM json_each(?) j CROSS JOIN tickets k INDEXED BY tickets_by_customer ON k.customer_id = j.value`

/** All records of the people these customers are. */
const recordsOf = (db: Connection, customerIds: readonly string[]): readonly string[] => [
  ...new Set([...familiesOf(db, customerIds).values()].flatMap(({ ids }) => ids)),
]

type Id = { readonly id: string }
type Owned = Id & { readonly owner: string | null }
type Asked = { readonly me: Me; readonly nowMs: number }

/** Tickets of the day: own work that is not done, what the agent holds, what they chose. Each once. */
export function packTickets(db: Connection, { me, nowMs }: Asked): readonly string[] {
  const { withTeams, customerIds } = packChoice(db)
  const resting = ['pending', 'snoozed'].flatMap(state => all<Owned>(db, RESTING, [state]))
  const mine = [...resting, ...all<Owned>(db, HELD, [nowMs])].filter(({ owner }) => owner === me.id)
  const ofTeams = withTeams ? me.teamIds.flatMap(teamId => all<Owned>(db, OF_TEAM, [teamId])) : []
  const found: readonly Id[] = [
    ...all<Id>(db, OWN_OPEN, [me.id]),
    ...mine,
    ...ofTeams.filter(({ owner }) => owner === null),
    ...all<Id>(db, OF_CUSTOMERS, [JSON.stringify(recordsOf(db, customerIds))]),
  ]
  return [...new Set(found.map(({ id }) => id))]
}

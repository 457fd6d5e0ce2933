import type { GuestHours } from '../../../shared/contract/proposals.ts'
import { quarterOf, weekIn, zoneOfTeam } from '../../../shared/rules/guests/guest-hours.ts'
import { serviceLevels } from '../../../shared/rules/sla/service-levels.ts'
import { get } from '../db/statement.ts'
import { getServiceLevels } from './get-service-levels.ts'
import type { QueryContext } from './query-context.ts'

type Me = { readonly role: string; readonly guest_hours: number | null; readonly kind: string | null }

const ME = `
  SELECT a.role, a.guest_hours, t.kind FROM agents a
  LEFT JOIN teams t ON t.id = json_extract(a.team_ids_json, '$[0]')
  WHERE a.id = ?`
const WORKED = 'SELECT count(*) AS quarters FROM worked_quarters WHERE quarter >= ? AND quarter < ?'

/** What was agreed with the guest who works here, and how much they did on this laptop this week, sent or not. */
export function getGuestHours(context: QueryContext): GuestHours | null {
  const { db, agentId, clock } = context
  const me = get<Me>(db, ME, [agentId])
  if (me?.role !== 'guest') return null
  const nowMs = clock.now()
  const { policies, calendars } = getServiceLevels(context)
  const { fromMs, endMs } = weekIn(zoneOfTeam(me.kind, serviceLevels(policies, calendars), nowMs), nowMs)
  const worked = get<{ quarters: number }>(db, WORKED, [quarterOf(fromMs), quarterOf(endMs)])
  return { agreed: me.guest_hours, quarters: worked?.quarters ?? 0 }
}

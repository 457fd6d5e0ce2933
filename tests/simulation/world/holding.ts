import type { AnyRow, TableName } from '../../../shared/domain/tables.ts'
import { limitsOf, scopeOf } from '../stores/map-hub-scope.ts'
import type { HubState } from '../stores/map-hub-state.ts'

const DAY_MS = 86_400_000
const FRESH = 7

/** Whoever stands for the person, and everybody they stand for. A record that names somebody who is gone stands alone. */
export function samePerson(hub: HubState, customerId: string): ReadonlySet<unknown> {
  const customers = hub.rows.get('customers') ?? new Map<string, AnyRow>()
  const standsFor = (id: string): string => {
    const next = customers.get(id)?.['mergedIntoId']
    return typeof next === 'string' && customers.has(next) ? standsFor(next) : id
  }
  const wanted = standsFor(customerId)
  return new Set([...customers.keys()].filter(id => standsFor(id) === wanted))
}

/** Who holds a customer, said again in other words than the hub's, from rows alone. */
export function holdsCustomer(hub: HubState, customerId: string, agentId: string): boolean {
  const rule = scopeOf(hub)
  const isAged = rule.scopeDays !== null || rule.scopeMegabytes !== null
  const isEverybodys = rule.scopePolicy === 'everything'
  const own = limitsOf(hub, agentId)
  if (isEverybodys && !isAged && !own.isGuest) return true
  const same = samePerson(hub, customerId)
  const of = (table: TableName): readonly AnyRow[] =>
    [...(hub.rows.get(table)?.values() ?? [])].filter(row => same.has(row['customerId']))
  const threads = of('threads')
  const ownTeams = (hub.rows.get('agents')?.get(agentId)?.['teamIds'] ?? []) as readonly string[]
  const teams = new Set<unknown>([...ownTeams, ...rule.scopeAlsoTeamIds])
  const worksFor = (isWanted: (teamId: unknown) => boolean): boolean =>
    isEverybodys ||
    threads.length === 0 ||
    threads.some(
      ({ teamId, assigneeId }) =>
        teamId === null || assigneeId === agentId || (teams.has(teamId) && isWanted(teamId)),
    )
  if (own.isGuest && !threads.some(({ teamId }) => ownTeams.includes(String(teamId)))) return false
  const isMine = (row: AnyRow): boolean => row['agentId'] === agentId
  if (
    !own.isGuest &&
    of('leases').some(
      row => isMine(row) && row['endedAtMs'] === null && Number(row['untilMs']) > rule.scopeAsOfMs,
    )
  )
    return true
  if (!own.isGuest && of('keeps').some(isMine) && (rule.scopeMayFetch === 'any' || worksFor(() => true)))
    return true
  if (!own.isGuest && !worksFor(teamId => !own.withoutTeamIds.includes(String(teamId)))) return false
  const isOpen = threads.some(({ state }) => state !== 'solved' && state !== 'closed')
  const isPromised = [...of('followUps'), ...of('promises')].some(({ state }) => state === 'open')
  if (!isAged || isOpen || isPromised) return true
  const created = [...same].map(id => hub.rows.get('customers')?.get(String(id))?.['createdAtMs'])
  const touched = threads.length > 0 ? threads.map(thread => thread['lastActivityAtMs']) : created
  const days = (rule.scopeAsOfMs - Math.max(...touched.map(Number))) / DAY_MS
  const limits = [rule.scopeDays, own.days, own.cap].filter(limit => limit !== null)
  return days <= Math.max(FRESH, Math.min(Infinity, ...limits))
}

import type { AnyRow } from '../../../shared/domain/tables.ts'
import { familyOf } from '../../../shared/rules/merged-people/families.ts'
import { HEALTH_DEFAULTS } from '../../../shared/rules/health/health-rule.ts'
import { HISTORY_DAYS } from '../../../shared/rules/scope-policy.ts'
import type { AgentLimits, GroupHolds, HubReader, ScopeSettings } from '../../../server/sync/store.ts'
import type { HubState } from './map-hub-state.ts'

const DAY_MS = 86_400_000
const BESIDE_WORDS = 1500

const rowsOf = (state: HubState, table: Parameters<HubState['rows']['get']>[0]): readonly AnyRow[] => [
  ...(state.rows.get(table)?.values() ?? []),
]
const isAtRest = (thread: AnyRow): boolean => thread['state'] === 'solved' || thread['state'] === 'closed'

const NO_RULE: ScopeSettings = {
  scopePolicy: 'everything',
  scopeDays: null,
  scopeMegabytes: null,
  scopeAlsoTeamIds: [],
  scopeMayFetch: 'own',
  scopeAsOfMs: 0,
  scopeSweptMs: 0,
  scopeSizedMs: 0,
  scopeVersion: 0,
  scopeGuests: false,
}
export const scopeOf = (state: HubState): ScopeSettings => ({
  ...NO_RULE,
  ...state.scope,
  scopePolicy: state.scopePolicy,
})

export function limitsOf(state: HubState, agentId: string): AgentLimits {
  const own = state.rows.get('scopePolicies')?.get(agentId)
  return {
    days: (own?.['days'] ?? null) as number | null,
    megabytes: (own?.['megabytes'] ?? null) as number | null,
    withoutTeamIds: (own?.['withoutTeamIds'] ?? []) as readonly string[],
    cap: state.caps.get(agentId) ?? null,
    isGuest: state.rows.get('agents')?.get(agentId)?.['role'] === 'guest',
  }
}

function holdsOf(state: HubState, customerId: string, asOfMs: number): GroupHolds | null {
  const customer = state.rows.get('customers')?.get(customerId)
  if (!customer) return null
  const of = (table: Parameters<typeof rowsOf>[1]): readonly AnyRow[] =>
    rowsOf(state, table).filter(row => row['customerId'] === customerId)
  const running = of('leases').filter(row => row['endedAtMs'] === null && Number(row['untilMs']) > asOfMs)
  return {
    createdAtMs: Number(customer['createdAtMs']),
    isPromised: [...of('followUps'), ...of('promises')].some(row => row['state'] === 'open'),
    lessees: [...new Set(running.map(row => String(row['agentId'])))],
    keepers: of('keeps').flatMap(row => {
      const agent = state.rows.get('agents')?.get(String(row['agentId']))
      return agent ? [{ id: agent.id, teamIds: agent['teamIds'] as readonly string[] }] : []
    }),
  }
}

const isLeaving = (stage: unknown): boolean => stage === 'at-risk' || stage === 'lost'

/** Whether a colleague had better answer somebody, said again in other words than the hub's. */
export function isForColleagues(state: HubState, customerId: string): boolean {
  const customer = state.rows.get('customers')?.get(customerId)
  const of = (table: Parameters<typeof rowsOf>[1]): readonly AnyRow[] =>
    rowsOf(state, table).filter(row => row['customerId'] === customerId)
  const health = customer?.['health'] ?? null
  return (
    customer !== undefined &&
    (isLeaving(customer['journeyStage']) ||
      (health !== null && Number(health) < HEALTH_DEFAULTS.fairFrom) ||
      of('portraits').some(row => row['isVip'] === true || isLeaving(row['stage'])) ||
      [...of('complaints'), ...of('disputes')].some(row => row['closedAtMs'] === null) ||
      of('approvals').some(row => row['state'] === 'requested'))
  )
}

function agedCustomers(state: HubState, low: number, high: number): readonly string[] {
  const passes = (atMs: unknown): boolean =>
    HISTORY_DAYS.some(days => Number(atMs) + days * DAY_MS >= low && Number(atMs) + days * DAY_MS <= high)
  const ids = [
    ...rowsOf(state, 'threads').flatMap(row =>
      isAtRest(row) && passes(row['lastActivityAtMs']) ? [String(row['customerId'])] : [],
    ),
    ...rowsOf(state, 'customers').flatMap(row => (passes(row['createdAtMs']) ? [row.id] : [])),
    ...rowsOf(state, 'leases').flatMap(row => {
      const isOver = Number(row['untilMs']) >= low && Number(row['untilMs']) <= high
      return row['endedAtMs'] === null && isOver ? [String(row['customerId'])] : []
    }),
  ]
  return [...new Set(ids)].toSorted()
}

const lengthOf = (text: unknown): number => (typeof text === 'string' ? Buffer.byteLength(text) : 0)
const bytesOf = (state: HubState, customerId: string): number =>
  rowsOf(state, 'messages')
    .filter(row => row['customerId'] === customerId)
    .reduce((sum, row) => sum + lengthOf(row['bodyText']) + lengthOf(row['bodyHtml']) + BESIDE_WORDS, 0)

type ScopeReads =
  | 'threadPlaces'
  | 'ticketsOfTeams'
  | 'forColleagues'
  | 'organisationsSeen'
  | 'groupHolds'
  | 'families'
  | 'agentLimits'
  | 'agedCustomers'
  | 'endedKeeps'
  | 'audienceSizes'
  | 'people'

/** What the hub reads to say who holds which customer. */
export function mapScopeReads(state: HubState): Pick<HubReader, ScopeReads> {
  return {
    threadPlaces: async ids =>
      rowsOf(state, 'threads')
        .filter(row => ids.includes(String(row['customerId'])))
        .map(row => ({
          customerId: String(row['customerId']),
          teamId: row['teamId'] as string | null,
          assigneeId: row['assigneeId'] as string | null,
          isOpen: !isAtRest(row),
          lastActivityAtMs: Number(row['lastActivityAtMs']),
        })),
    ticketsOfTeams: async ({ customerIds, teamIds }) =>
      new Set(
        rowsOf(state, 'threads').flatMap(row =>
          customerIds.includes(String(row['customerId'])) && teamIds.includes(String(row['teamId']))
            ? [String(row['ticketId'])]
            : [],
        ),
      ),
    forColleagues: async ids => new Set(ids.filter(id => isForColleagues(state, id))),
    organisationsSeen: async ({ ids, keys }) => {
      const seen = rowsOf(state, 'customers').filter(({ id }) =>
        (state.audiences.get(id) ?? []).some(key => keys.includes(key)),
      )
      const theirs = new Set(seen.map(row => String(row['organisationId'])))
      return new Set(ids.filter(id => theirs.has(id)))
    },
    groupHolds: async (ids, asOfMs) =>
      new Map(
        ids.flatMap(id => {
          const holds = holdsOf(state, id, asOfMs)
          return holds ? [[id, holds] as const] : []
        }),
      ),
    families: async ids => {
      const into = new Map(
        rowsOf(state, 'customers').map(row => [row.id, (row['mergedIntoId'] ?? null) as string | null]),
      )
      return new Map(ids.flatMap(id => (into.has(id) ? [[id, familyOf(id, into)] as const] : [])))
    },
    agentLimits: async () =>
      new Map(
        rowsOf(state, 'agents')
          .filter(
            ({ id, role }) =>
              role === 'guest' || state.caps.has(id) || state.rows.get('scopePolicies')?.has(id),
          )
          .map(({ id }) => [id, limitsOf(state, id)]),
      ),
    agedCustomers: async ({ fromMs, toMs }) =>
      agedCustomers(state, Math.min(fromMs, toMs), Math.max(fromMs, toMs)),
    endedKeeps: async (nowMs, limit) =>
      rowsOf(state, 'keeps')
        .filter(row => Number(row['untilMs']) <= nowMs)
        .toSorted((a, b) => Number(a['untilMs']) - Number(b['untilMs']))
        .slice(0, limit)
        .map(({ id }) => id),
    audienceSizes: async () =>
      [...state.audiences].map(([id, keys]) => ({ keys, bytes: bytesOf(state, id) })),
    people: async () =>
      rowsOf(state, 'agents')
        .filter(row => row['isActive'] === true)
        .map(({ id, teamIds }) => ({ id, teamIds: teamIds as readonly string[] })),
  }
}

import type { Agent, Team } from '../../shared/domain/people.ts'
import type { Role, WorkKind } from '../../shared/domain/values.ts'
import { DAY_MS } from './world.ts'
import type { World } from './world.ts'

export const TEAM_KEYS = [
  'orders',
  'advice',
  'onboarding',
  'complaints',
  'devices',
  'till',
  'tier2',
  'engineering',
] as const
export type TeamKey = (typeof TEAM_KEYS)[number]

const teamFacts: Readonly<Record<TeamKey, { readonly name: string; readonly kind: WorkKind }>> = {
  orders: { name: 'Orders and refunds', kind: 'service' },
  advice: { name: 'Advice before purchase', kind: 'service' },
  onboarding: { name: 'Onboarding', kind: 'service' },
  complaints: { name: 'Complaints', kind: 'service' },
  devices: { name: 'Devices, tier 1', kind: 'support' },
  till: { name: 'Till app, tier 1', kind: 'support' },
  tier2: { name: 'Tier 2', kind: 'support' },
  engineering: { name: 'Engineering hand-back', kind: 'support' },
}

export const AGENT_KEYS = [
  'mira',
  'jonas',
  'lena',
  'daniel',
  'sofia',
  'paul',
  'reem',
  'yuki',
  'ivan',
  'noa',
] as const
export type AgentKey = (typeof AGENT_KEYS)[number]
/** Who the demo opens as. */
export const DEMO_AGENT: AgentKey = 'mira'
/** Works on some of the same tickets. */
export const DEMO_COLLEAGUE: AgentKey = 'jonas'

type AgentFacts = { readonly name: string; readonly role: Role; readonly teams: readonly TeamKey[] }
const agentFacts: Readonly<Record<AgentKey, AgentFacts>> = {
  mira: {
    name: 'Mira K.',
    role: 'supervisor',
    teams: ['orders', 'advice', 'onboarding', 'complaints', 'devices', 'till'],
  },
  jonas: { name: 'Jonas B.', role: 'agent', teams: ['devices', 'tier2'] },
  lena: { name: 'Lena K.', role: 'agent', teams: ['till', 'tier2'] },
  daniel: { name: 'Daniel O.', role: 'agent', teams: ['orders', 'advice'] },
  sofia: { name: 'Sofia N.', role: 'agent', teams: ['orders', 'complaints'] },
  paul: { name: 'Paul A.', role: 'agent', teams: ['onboarding', 'advice'] },
  reem: { name: 'Reem T.', role: 'agent', teams: ['till', 'engineering'] },
  yuki: { name: 'Yuki S.', role: 'agent', teams: ['orders', 'onboarding'] },
  ivan: { name: 'Ivan V.', role: 'agent', teams: ['devices', 'till'] },
  noa: { name: 'Noa P.', role: 'admin', teams: ['tier2', 'engineering'] },
}

export const agentEmail = (key: AgentKey): string => `${key}@example.com`

export type Cast = {
  readonly agents: Readonly<Record<AgentKey, Agent>>
  readonly teams: Readonly<Record<TeamKey, Team>>
  /** Agents who work in a team. */
  readonly membersOf: (team: TeamKey) => readonly Agent[]
}

const record = <Key extends string, Value>(
  keys: readonly Key[],
  make: (key: Key) => Value,
): Record<Key, Value> => Object.fromEntries(keys.map(key => [key, make(key)])) as Record<Key, Value>

export function addCast(world: World): Cast {
  const since = world.nowMs - 900 * DAY_MS
  const teams = record(TEAM_KEYS, key => world.add('teams', { id: world.id(since), ...teamFacts[key] }))
  const agents = record(AGENT_KEYS, key => {
    const { name, role, teams: own } = agentFacts[key]
    return world.add('agents', {
      id: world.id(since),
      name,
      email: agentEmail(key),
      role,
      teamIds: own.map(team => teams[team].id),
      isActive: true,
      capacity: null,
      guestUntilMs: null,
      guestHours: null,
    })
  })
  const membersOf = (team: TeamKey): readonly Agent[] =>
    AGENT_KEYS.filter(key => agentFacts[key].teams.includes(team)).map(key => agents[key])
  return { agents, teams, membersOf }
}

import type { BoardAgent, BoardLaptop, BoardQueue, WholeBoard } from '../../../shared/protocol/board.ts'
import { THREADS_PER_AGENT } from '../../../shared/protocol/board.ts'
import type { Agent } from '../../../shared/domain/people.ts'
import type { LoadedAgent } from '../../../shared/rules/rebalance.ts'
import type { AgentSort, BoardKind } from '../../stores/board-store.ts'

const HOUR_MS = 3_600_000

export const queuesOf = ({ queues }: WholeBoard, kind: BoardKind): readonly BoardQueue[] =>
  queues
    .filter(queue => kind === 'both' || queue.kind === kind)
    .toSorted((a, b) => a.kind.localeCompare(b.kind))

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
export const oldestOf = (times: readonly (number | null)[]): number | null => {
  const known = times.filter(time => time !== null)
  return known.length === 0 ? null : Math.min(...known)
}

export const openOf = ({ openService, openSupport }: BoardAgent, kind: BoardKind): number =>
  (kind === 'support' ? 0 : openService) + (kind === 'service' ? 0 : openSupport)

/** Agents in the order asked for; equals by name, so that rows do not jump about. */
export function sortAgents(
  agents: readonly BoardAgent[],
  sort: AgentSort,
  nameOf: (agentId: string) => string,
): readonly BoardAgent[] {
  const keys: Readonly<Record<AgentSort, (agent: BoardAgent) => number>> = {
    unsent: ({ unsent }) => -(unsent ?? 0),
    open: agent => -openOf(agent, 'both'),
    synced: ({ lastSyncedAtMs }) => lastSyncedAtMs ?? 0,
    name: () => 0,
  }
  const key = keys[sort]
  return agents.toSorted((a, b) => key(a) - key(b) || nameOf(a.agentId).localeCompare(nameOf(b.agentId)))
}

const AT_WORK: ReadonlySet<string> = new Set(['available', 'writing', 'on-call'])

/** What rebalancing looks at: who carries how much, and who could be given more now. */
export function loadsOf({ agents }: WholeBoard, directory: readonly Agent[]): readonly LoadedAgent[] {
  const teams = new Map(directory.map(({ id, teamIds }) => [id, teamIds]))
  return agents.map(agent => ({
    agentId: agent.agentId,
    teamIds: teams.get(agent.agentId) ?? [],
    open: openOf(agent, 'both'),
    capacity: carriedBy(agent),
    isHere: AT_WORK.has(agent.state),
  }))
}

/** Open threads an agent can carry; a hub that does not say counts like most. */
export const carriedBy = ({ capacity }: BoardAgent): number => capacity ?? THREADS_PER_AGENT

/** Heard of within the hour before the picture was drawn; a connected one hears of everything. */
export const isFresh = ({ isOnline, lastSyncedAtMs }: BoardLaptop, asOfMs: number): boolean =>
  isOnline || (lastSyncedAtMs ?? 0) > asOfMs - HOUR_MS

export type FleetTone = 'good' | 'warning' | 'bad'
/** Red: holds work and is silent. Amber: not heard of within the hour, or work waits there. */
export function toneOf(laptop: BoardLaptop, asOfMs: number): FleetTone {
  const holdsWork = (laptop.unsent ?? 0) > 0
  if (holdsWork && !isFresh(laptop, asOfMs)) return 'bad'
  return holdsWork || !isFresh(laptop, asOfMs) ? 'warning' : 'good'
}

const SKEW_MS = 120_000
export type FleetFacts = {
  readonly fresh: number
  readonly newestMs: number | null
  readonly unsentReplies: number
  /** Laptops that do not say how many replies wait. */
  readonly silentAboutReplies: number
  readonly withUnsent: number
  readonly oldestUnsentAtMs: number | null
  /** Most used first. */
  readonly versions: readonly (readonly [version: string, count: number])[]
  readonly notEncrypted: number
  readonly notSaid: number
  readonly wrongClocks: number
}

export function fleetFacts({ laptops, asOfMs }: WholeBoard): FleetFacts {
  const versions = new Map<string, number>()
  for (const { version } of laptops) versions.set(version, (versions.get(version) ?? 0) + 1)
  return {
    fresh: laptops.filter(laptop => isFresh(laptop, asOfMs)).length,
    newestMs: laptops.reduce<number | null>(
      (newest, { lastSyncedAtMs }) =>
        lastSyncedAtMs === null ? newest : Math.max(newest ?? 0, lastSyncedAtMs),
      null,
    ),
    unsentReplies: sum(laptops.map(({ unsentReplies }) => unsentReplies ?? 0)),
    silentAboutReplies: laptops.filter(({ unsentReplies }) => unsentReplies === null).length,
    withUnsent: laptops.filter(({ unsent }) => (unsent ?? 0) > 0).length,
    oldestUnsentAtMs: oldestOf(laptops.map(({ oldestUnsentAtMs }) => oldestUnsentAtMs)),
    versions: [...versions].toSorted((a, b) => b[1] - a[1]),
    notEncrypted: laptops.filter(({ isEncrypted }) => isEncrypted === false).length,
    notSaid: laptops.filter(({ isEncrypted }) => isEncrypted === null).length,
    wrongClocks: laptops.filter(({ skewMs }) => Math.abs(skewMs ?? 0) >= SKEW_MS).length,
  }
}

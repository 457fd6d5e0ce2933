import type { BoardAgent, BoardLaptop } from '../../shared/protocol/board.ts'
import { capacityOf } from '../../shared/protocol/board.ts'
import type { ActivityFact, AgentFact, ClientFact } from './facts.ts'
import type { Work } from './work.ts'

/** A laptop with unsent work that was silent for so long is worth a call. */
export const SILENT_MS = 15 * 60_000
/** Laptops nobody used for so long are left out. */
export const FORGOTTEN_MS = 14 * 86_400_000

const newest = (times: readonly (number | null)[]): number | null => {
  const known = times.filter(time => time !== null)
  return known.length === 0 ? null : Math.max(...known)
}

/** Who works here, on which laptops, and what they said of themselves last. */
export class People {
  #agents = new Map<string, AgentFact>()
  #clients: readonly ClientFact[] = []
  #writing: ReadonlySet<string> = new Set()
  readonly #activity = new Map<string, number>()

  setAgents(agents: readonly AgentFact[]): void {
    this.#agents = new Map(agents.map(agent => [agent.id, agent]))
  }

  setClients(clients: readonly ClientFact[]): void {
    this.#clients = clients
  }

  setWriting(agentIds: ReadonlySet<string>): void {
    this.#writing = agentIds
  }

  noteActivity({ agentId, atMs }: ActivityFact): void {
    this.#activity.set(agentId, Math.max(atMs, this.#activity.get(agentId) ?? 0))
  }

  agents(): Iterable<AgentFact> {
    return this.#agents.values()
  }

  agent(id: string): AgentFact | null {
    return this.#agents.get(id) ?? null
  }

  /** Laptops of people who still work here, by id. */
  laptops(nowMs: number): readonly BoardLaptop[] {
    const used = ({ reportedAtMs, signedInAtMs }: ClientFact): boolean =>
      (reportedAtMs ?? signedInAtMs) > nowMs - FORGOTTEN_MS
    return this.#clients
      .filter(client => this.#agents.get(client.agentId)?.isActive === true && used(client))
      .map(client => laptopOf(client, nowMs))
      .toSorted((a, b) => (a.clientId < b.clientId ? -1 : 1))
  }

  board(nowMs: number, work: Work): readonly BoardAgent[] {
    const laptops = Map.groupBy(this.laptops(nowMs), ({ agentId }) => agentId)
    const statuses = this.#statuses(nowMs)
    return [...this.#agents.values()]
      .filter(({ isActive }) => isActive)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(agent => {
        const { id } = agent
        const own = laptops.get(id) ?? []
        const { service, support } = work.loadOf(id)
        const said = own.flatMap(({ unsent }) => (unsent === null ? [] : [unsent]))
        return {
          agentId: id,
          ...this.#stateOf(id, own, statuses.get(id) ?? null, nowMs),
          openService: service,
          openSupport: support,
          capacity: capacityOf(agent),
          unsent: said.length === 0 ? null : said.reduce((sum, count) => sum + count, 0),
          lastSyncedAtMs: newest(own.map(({ lastSyncedAtMs }) => lastSyncedAtMs)),
          lastActivityAtMs: this.#activity.get(id) ?? null,
        }
      })
  }

  /** What each agent said last of themselves, on whichever laptop, unless its time is over. */
  #statuses(nowMs: number): ReadonlyMap<string, ClientFact> {
    const said = new Map<string, ClientFact>()
    for (const client of this.#clients) {
      const known = said.get(client.agentId)
      if (client.status === null || (known?.statusSetAtMs ?? 0) > (client.statusSetAtMs ?? 0)) continue
      said.set(client.agentId, client)
    }
    for (const [agentId, { statusUntilMs }] of said) {
      if (statusUntilMs !== null && statusUntilMs <= nowMs) said.delete(agentId)
    }
    return said
  }

  // oxlint-disable-next-line max-params -- four facts of one agent, read once
  #stateOf(
    agentId: string,
    laptops: readonly BoardLaptop[],
    said: ClientFact | null,
    nowMs: number,
  ): Pick<BoardAgent, 'state' | 'untilMs'> {
    if (!laptops.some(({ isOnline }) => isOnline)) {
      return {
        state: laptops.some(laptop => isSilent(laptop, nowMs)) ? 'not-seen' : 'offline',
        untilMs: null,
      }
    }
    if (said?.status && said.status !== 'available')
      return { state: said.status, untilMs: said.statusUntilMs }
    return { state: this.#writing.has(agentId) ? 'writing' : 'available', untilMs: null }
  }
}

/** Holds work nobody else has, and has not been heard of for long. */
export const isSilent = ({ isOnline, unsent, reportedAtMs }: BoardLaptop, nowMs: number): boolean =>
  !isOnline && (unsent ?? 0) > 0 && (reportedAtMs ?? 0) < nowMs - SILENT_MS

function laptopOf(client: ClientFact, nowMs: number): BoardLaptop {
  const { clientId, agentId, name, platform, version, reportedAtMs, unsent, unsentReplies } = client
  const { unsentTickets, claimed, oldestUnsentAtMs, isEncrypted, skewMs } = client
  const isOnline = (client.liveUntilMs ?? 0) > nowMs
  return {
    clientId,
    agentId,
    name,
    platform,
    version,
    isOnline,
    reportedAtMs,
    // Connected and reporting, it would have heard of anything newer.
    lastSyncedAtMs: isOnline ? newest([client.lastPulledAtMs, reportedAtMs]) : client.lastPulledAtMs,
    unsent,
    unsentReplies,
    unsentTickets,
    claimed,
    unsentTicketIds: [...client.unsentTicketIds],
    claimedTicketIds: [...client.claimedTicketIds],
    oldestUnsentAtMs,
    isEncrypted,
    skewMs,
  }
}

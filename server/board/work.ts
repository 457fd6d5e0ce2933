import type { BoardQueue } from '../../shared/protocol/board.ts'
import { capacityOf } from '../../shared/protocol/board.ts'
import type { AgentFact, ThreadFact } from './facts.ts'

type Queue = {
  readonly teamId: string | null
  readonly kind: string
  open: number
  /** Since when, by thread. */
  readonly waiting: Map<string, number>
}
type Load = { service: number; support: number }

const queueKey = ({ teamId, kind }: Pick<ThreadFact, 'teamId' | 'kind'>): string => `${teamId ?? ''}/${kind}`
const isUnsolved = ({ state, solvedAtMs }: ThreadFact): boolean =>
  solvedAtMs === null && state !== 'closed' && state !== 'solved'

/** Threads nobody has solved, and what is counted of them: each change costs the same however many there are. */
export class Work {
  readonly #threads = new Map<string, ThreadFact>()
  readonly #queues = new Map<string, Queue>()
  readonly #loads = new Map<string, Load>()
  /** Customers with a thread that waits: how many. */
  readonly #waitingCustomers = new Map<string, number>()

  put(thread: ThreadFact): void {
    this.remove(thread.id)
    if (!isUnsolved(thread)) return
    this.#threads.set(thread.id, thread)
    this.#count(thread, 1)
  }

  remove(id: string): void {
    const known = this.#threads.get(id)
    if (!known) return
    this.#threads.delete(id)
    this.#count(known, -1)
  }

  threads(): Iterable<ThreadFact> {
    return this.#threads.values()
  }

  /** Customers with a thread that waits. */
  waitingCustomers(): Iterable<string> {
    return this.#waitingCustomers.keys()
  }

  loadOf(agentId: string): Readonly<Load> {
    return this.#loads.get(agentId) ?? { service: 0, support: 0 }
  }

  /** Sorted by team and kind; queues without open work are left out. */
  queues(agents: Iterable<AgentFact>): readonly BoardQueue[] {
    const room = new Map<string, number>()
    for (const agent of agents) {
      if (!agent.isActive) continue
      for (const id of agent.teamIds) room.set(id, (room.get(id) ?? 0) + capacityOf(agent))
    }
    const sorted = [...this.#queues].filter(([, queue]) => queue.open > 0)
    return sorted
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { teamId, kind, open, waiting }]) => ({
        teamId,
        kind,
        open,
        waiting: waiting.size,
        oldestWaitingSinceMs: waiting.size === 0 ? null : Math.min(...waiting.values()),
        capacity: teamId === null ? 0 : (room.get(teamId) ?? 0),
      }))
  }

  #count(thread: ThreadFact, by: 1 | -1): void {
    if (thread.state !== 'open') return
    const key = queueKey(thread)
    const queue = this.#queues.get(key) ?? {
      teamId: thread.teamId,
      kind: thread.kind,
      open: 0,
      waiting: new Map(),
    }
    this.#queues.set(key, queue)
    queue.open += by
    if (thread.assigneeId !== null) {
      const load = this.#loads.get(thread.assigneeId) ?? { service: 0, support: 0 }
      this.#loads.set(thread.assigneeId, load)
      if (thread.kind === 'service') load.service += by
      else load.support += by
    }
    if (thread.waitingSinceMs === null) return
    if (by === 1) queue.waiting.set(thread.id, thread.waitingSinceMs)
    else queue.waiting.delete(thread.id)
    const waiting = (this.#waitingCustomers.get(thread.customerId) ?? 0) + by
    if (waiting === 0) this.#waitingCustomers.delete(thread.customerId)
    else this.#waitingCustomers.set(thread.customerId, waiting)
  }
}

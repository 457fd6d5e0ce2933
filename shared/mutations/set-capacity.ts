import { z } from 'zod'
import { AgentId } from '../domain/ids.ts'
import { maySupervise } from '../rules/supervising.ts'
import { defineMutation, isAutomation, one } from './define.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'

/** More than anybody can carry: a slip of the pen. */
const MOST_THREADS = 500

const Capacity = z.int().min(0).max(MOST_THREADS).nullable()

/** How many open threads an agent can carry at a time: what load and rebalancing go by. Null: as many as most. */
export const setCapacity = defineMutation({
  name: 'agent.setCapacity',
  args: z.strictObject({ agentId: AgentId, capacity: Capacity, seen: z.int().nullable() }),
  reads: ({ agentId }) => ({ agent: one('agents', agentId) }),
  may: actor => isAutomation(actor) || maySupervise(actor.role),
  plan: ({ agent }, { capacity }) => patchChanged('agents', agent, { capacity }),
  conflict: ({ agent }, { capacity, seen }) =>
    conflictOf('changed-since', [
      { table: 'agents', id: agent.id, field: 'capacity', seen, mine: capacity, theirs: agent.capacity },
    ]),
  describe: ({ capacity }) => ({ key: 'describe.setCapacity', values: { capacity: capacity ?? '' } }),
  insist: ({ agent }, args) => ({ ...args, seen: agent.capacity }),
  invert: ({ agent }, { agentId, capacity }) =>
    agent.capacity === capacity
      ? null
      : { name: 'agent.setCapacity', args: { agentId, capacity: agent.capacity, seen: capacity } },
  coalesceKey: ({ agentId }) => `agent.setCapacity:${agentId}`,
  coalesce: (earlier, later) => ({ ...later, seen: earlier.seen }),
})

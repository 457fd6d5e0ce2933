import { z } from 'zod'
import { AgentId, TeamId } from '../domain/ids.ts'
import { FETCH_CHOICES, QUEUE_CHOICES, WORKSPACE_SCOPE_ID } from '../domain/scope.ts'
import type { ScopePolicyRow } from '../domain/scope.ts'
import { contentOf, HISTORY_DAYS, LEAST_MEGABYTES, MOST_MEGABYTES } from '../rules/scope-policy.ts'
import { defineMutation, insert, isAutomation, maybe } from './define.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'

const MOST_TEAMS = 500
const teams = z.array(TeamId).max(MOST_TEAMS)
const Content = z.strictObject({
  queues: z.enum(QUEUE_CHOICES),
  alsoTeamIds: teams,
  withoutTeamIds: teams,
  days: z.literal([...HISTORY_DAYS]).nullable(),
  megabytes: z.int().min(LEAST_MEGABYTES).max(MOST_MEGABYTES).nullable(),
  mayFetch: z.enum(FETCH_CHOICES),
})

const SetScopePolicyArgs = z.strictObject({
  /** Null: for everybody. */
  agentId: AgentId.nullable(),
  /** The version the editor began with; 0: there was none. */
  seen: z.int().min(0),
  content: Content,
})

const idOf = (agentId: string | null): string => agentId ?? WORKSPACE_SCOPE_ID
const versionOf = (policy: ScopePolicyRow | null): number => policy?.version ?? 0

/** Content as somebody could have set it; a newer version may know other values. */
const before = (policy: ScopePolicyRow | null): z.infer<typeof Content> | null =>
  Content.safeParse(contentOf(policy)).data ?? null

/**
 * What laptops hold: an administrator says it for everybody, an agent may want less. The hub takes the rows away a
 * moment later. Asks when somebody else has set it since.
 */
export const setScopePolicy = defineMutation({
  name: 'scopePolicy.set',
  args: SetScopePolicyArgs,
  reads: ({ agentId }) => ({ policy: maybe('scopePolicies', idOf(agentId)) }),
  may: (actor, _rows, { agentId }) =>
    isAutomation(actor) || (agentId === null ? actor.role === 'admin' : actor.id === agentId),
  plan: ({ policy }, { agentId, content }, { nowMs }) => {
    const next = { ...content, version: versionOf(policy) + 1, updatedAtMs: nowMs }
    if (!policy) return [insert('scopePolicies', { ...next, id: idOf(agentId), agentId })]
    return patchChanged('scopePolicies', policy, content).length === 0
      ? []
      : patchChanged('scopePolicies', policy, next)
  },
  conflict: ({ policy }, { agentId, seen, content }) => {
    const theirs = versionOf(policy)
    if (policy && patchChanged('scopePolicies', policy, content).length === 0) return null
    return conflictOf('changed-since', [
      { table: 'scopePolicies', id: idOf(agentId), field: 'version', seen, mine: null, theirs },
    ])
  },
  describe: ({ agentId }) => ({
    key: agentId === null ? 'describe.setScopePolicy' : 'describe.setOwnScope',
    values: {},
  }),
  insist: ({ policy }, args) => ({ ...args, seen: versionOf(policy) }),
  invert: ({ policy }, { agentId }) => {
    const content = before(policy)
    return content && { name: 'scopePolicy.set', args: { agentId, seen: versionOf(policy) + 1, content } }
  },
  coalesceKey: ({ agentId }) => `scopePolicy.set:${idOf(agentId)}`,
  coalesce: (earlier, later) => ({ ...later, seen: earlier.seen }),
})

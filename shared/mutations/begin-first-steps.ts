import { z } from 'zod'
import { AgentId, RowId } from '../domain/ids.ts'
import { maySupervise } from '../rules/supervising.ts'
import { defineMutation, insert, isAutomation, maybe, one } from './define.ts'

/**
 * Begins the first steps of a new agent: they do so themselves, with a colleague who accompanies them or without, or a
 * supervisor does for them and accompanies them. Each has a copy; a laptop writes its own only.
 */
export const beginFirstSteps = defineMutation({
  name: 'firstSteps.begin',
  args: z.strictObject({
    stepsId: RowId,
    newAgentId: AgentId,
    companionId: AgentId.nullable(),
    /** The companion's copy; not used without one. */
    copyId: RowId,
  }),
  reads: ({ stepsId, copyId, newAgentId }) => ({
    existing: maybe('firstSteps', stepsId),
    copy: maybe('firstSteps', copyId),
    newAgent: one('agents', newAgentId),
  }),
  may: (actor, _rows, { newAgentId, companionId, stepsId, copyId }) =>
    !isAutomation(actor) &&
    stepsId !== copyId &&
    newAgentId !== companionId &&
    (newAgentId === actor.id || (maySupervise(actor.role) && companionId === actor.id)),
  plan: ({ existing, copy }, { stepsId, newAgentId, companionId, copyId }, { actor, nowMs, side }) => {
    if (existing || copy) return []
    const row = { newAgentId, companionId, done: {}, isHidden: false, beganAtMs: nowMs }
    const twinId = companionId === null ? null : copyId
    const theirs = insert('firstSteps', { ...row, id: stepsId, agentId: newAgentId, twinId })
    if (companionId === null) return [theirs]
    const copied = insert('firstSteps', { ...row, id: copyId, agentId: companionId, twinId: stepsId })
    if (side === 'hub') return [theirs, copied]
    return [newAgentId === actor.id ? theirs : copied]
  },
  describe: ({ newAgentId }) => ({ key: 'describe.beginFirstSteps', values: { toId: newAgentId } }),
})

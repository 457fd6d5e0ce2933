import { z } from 'zod'
import { ViewBody } from '../rules/saved-views/rule.ts'
import { AgentId, RowId, TeamId } from './ids.ts'
import { defineTable, integer, json, nullable, real, ref, text } from './table.ts'
import type { RowFrom } from './table.ts'

/** Views an agent has made for the own work; nobody else sees them. */
export const ownViews = defineTable('ownViews', 'agent', {
  id: ref(RowId),
  agentId: ref(AgentId),
  name: text(),
  body: json(ViewBody),
  /** Place among the agent's views, smaller first. */
  position: real(),
  updatedAtMs: integer(),
})
export type OwnView = RowFrom<typeof ownViews.columns>

/** Views supervisors have made for everybody, or for some teams. */
export const sharedViews = defineTable('sharedViews', 'workspace', {
  id: ref(RowId),
  name: text(),
  body: json(ViewBody),
  /** Teams that are offered it; none: everybody is. */
  teamIds: json(z.array(TeamId)),
  position: real(),
  createdBy: nullable(ref(AgentId)),
  updatedAtMs: integer(),
})
export type SharedView = RowFrom<typeof sharedViews.columns>

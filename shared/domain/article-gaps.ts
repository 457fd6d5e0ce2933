import { defineTable, integer, nullable, oneOf, ref, text } from './table.ts'
import type { RowFrom } from './table.ts'
import { AgentId, RowId, TicketId } from './ids.ts'
import { WORK_KINDS } from './values.ts'

export const GAP_STATES = ['open', 'drafting', 'closed'] as const

/** Somebody looked for an article and there was none. One row a time, so that they can be counted. */
export const articleGaps = defineTable('articleGaps', 'workspace', {
  id: ref(RowId),
  /** What was looked for, without ways to reach anybody. */
  words: text(),
  /** Of the work it was missed in; null: nobody had a ticket open. */
  kind: nullable(oneOf(WORK_KINDS)),
  ticketId: nullable(ref(TicketId)),
  agentId: nullable(ref(AgentId)),
  askedAtMs: integer(),
  /** 'drafting': an article is being written. 'closed': it is published, or not needed. */
  state: oneOf(GAP_STATES),
  /** The article that answers it; null: none, or it is not needed. */
  articleId: nullable(ref(RowId)),
})
export type ArticleGap = RowFrom<typeof articleGaps.columns>

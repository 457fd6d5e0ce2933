import { z } from 'zod'
import { GAP_STATES } from '../domain/article-gaps.ts'
import { teamRuleId } from '../domain/between.ts'
import { RowId } from '../domain/ids.ts'
import { mayWriteAnswers } from '../rules/knowledge/may-write.ts'
import { defineMutation, maybe, one } from './define.ts'
import { SeenValue } from './parts/args.ts'
import { NO_ROW, patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'

/** What became of a missing article: one is being written, it is there, or it is not needed. */
export const setGap = defineMutation({
  name: 'articleGap.set',
  args: z.strictObject({
    gapId: RowId,
    state: z.enum(GAP_STATES),
    /** The article that answers it. */
    articleId: RowId.nullable(),
    seen: SeenValue,
  }),
  reads: ({ gapId, articleId }) => ({
    gap: one('articleGaps', gapId),
    article: maybe('articles', articleId ?? NO_ROW),
    rule: maybe('teamRules', teamRuleId('knowledge')),
  }),
  // Whoever said it may take it back.
  may: (actor, { gap, rule }) =>
    gap.agentId === actor.id || mayWriteAnswers(actor.role, rule?.content ?? null),
  plan: ({ gap, article }, { state, articleId }) =>
    patchChanged('articleGaps', gap, {
      state: state === 'drafting' && article?.state === 'published' ? 'closed' : state,
      articleId,
    }),
  conflict: ({ gap }, { gapId, state, seen }) =>
    conflictOf('changed-since', [
      { table: 'articleGaps', id: gapId, field: 'state', seen, mine: state, theirs: gap.state },
    ]),
  describe: ({ state }) => ({ key: 'describe.setGap', values: { gapState: state } }),
  insist: ({ gap }, args) => ({ ...args, seen: gap.state }),
  invert: ({ gap, article }, { gapId, state }) => {
    const before = GAP_STATES.find(known => known === gap.state)
    const after = state === 'drafting' && article?.state === 'published' ? 'closed' : state
    return before && before !== after
      ? { name: 'articleGap.set', args: { gapId, state: before, articleId: gap.articleId, seen: after } }
      : null
  },
})

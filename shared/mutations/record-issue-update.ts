import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { authorOf, defineMutation, insert, maybe, one } from './define.ts'
import { Prose } from './parts/args.ts'

/** Keeps what was told to everybody who has a known issue; the replies themselves are acts of their own. */
export const recordIssueUpdate = defineMutation({
  name: 'knownIssue.recordUpdate',
  args: z.strictObject({
    updateId: RowId,
    issueId: RowId,
    body: Prose,
    tickets: z.int().min(1).max(100_000),
  }),
  reads: ({ updateId, issueId }) => ({
    issue: one('knownIssues', issueId),
    existing: maybe('issueUpdates', updateId),
  }),
  may: () => true,
  plan: ({ issue, existing }, { updateId, body, tickets }, context) =>
    existing
      ? []
      : [
          insert('issueUpdates', {
            id: updateId,
            issueId: issue.id,
            body,
            tickets,
            sentBy: authorOf(context),
            sentAtMs: context.nowMs,
          }),
        ],
  describe: ({ tickets }) => ({ key: 'describe.recordIssueUpdate', values: { tickets } }),
})

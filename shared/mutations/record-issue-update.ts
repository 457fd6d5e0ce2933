import { z } from 'zod'
import { CustomerId, RowId } from '../domain/ids.ts'
import { authorOf, defineMutation, insert, maybe, one } from './define.ts'
import { Line, Prose } from './parts/args.ts'

/** Customers a laptop names as held. */
const MOST_HELD = 10_000
const MOST_LANGUAGES = 50

/** What the hub is asked for: everybody else who is meant. */
const Rest = z.strictObject({
  audience: z.enum(['waiting', 'next']),
  subject: Line,
  variants: z.array(z.strictObject({ language: z.string().max(50), body: Prose })).max(MOST_LANGUAGES),
  exceptCustomerIds: z.array(CustomerId).max(MOST_HELD),
})

/**
 * Keeps what was told to everybody who has a known issue, or can have it next. Those on the laptop are written to by
 * acts of their own; the hub is asked to write to all others by the same rules, and says in the row how far it is.
 */
export const recordIssueUpdate = defineMutation({
  name: 'knownIssue.recordUpdate',
  args: z.strictObject({
    updateId: RowId,
    issueId: RowId,
    body: Prose,
    tickets: z.int().min(0).max(100_000),
    /** Left out: nothing is asked of the hub. */
    rest: Rest.optional(),
  }),
  reads: ({ updateId, issueId }) => ({
    issue: one('knownIssues', issueId),
    existing: maybe('issueUpdates', updateId),
  }),
  may: () => true,
  plan: ({ issue, existing }, { updateId, body, tickets, rest = null }, context) =>
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
            restState: rest && 'requested',
            restTold: rest && 0,
            restLeft: rest && 0,
            restPlan: rest && { ...rest, ...(context.mayHaveLeft ? { mayHaveLeft: true } : {}) },
          }),
        ],
  describe: ({ tickets }) => ({ key: 'describe.recordIssueUpdate', values: { tickets } }),
})

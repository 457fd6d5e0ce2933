import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { issueCode } from '../rules/issue-code.ts'
import { defineMutation, insert, maybe } from './define.ts'
import { NO_ROW } from './parts/changes.ts'
import { IssueFacts } from './parts/issue-args.ts'
import { Tag } from './parts/args.ts'

/** Writes a fault into the register, so that the next ticket about it is recognised. */
export const createKnownIssue = defineMutation({
  name: 'knownIssue.create',
  args: z.strictObject({
    issueId: RowId,
    /** Null: a name is made of the id. */
    code: Tag.nullable(),
    ...IssueFacts.shape,
  }),
  reads: ({ issueId, productId }) => ({
    existing: maybe('knownIssues', issueId),
    product: maybe('products', productId ?? NO_ROW),
  }),
  may: () => true,
  plan: ({ existing, product }, { issueId, code, ...facts }, context) =>
    existing
      ? []
      : [
          insert('knownIssues', {
            ...facts,
            // A product that is gone matches nobody; the issue is worth keeping.
            productId: product?.id ?? null,
            id: issueId,
            code: code ?? issueCode(issueId),
            updatedAtMs: context.nowMs,
            ticketCount: 0,
            customerCount: 0,
            openTicketCount: 0,
          }),
        ],
  describe: ({ title }) => ({ key: 'describe.createKnownIssue', values: { title } }),
})

import { z } from 'zod'
import { RowId, TicketId } from '../domain/ids.ts'
import type { RootCause } from '../domain/incidents.ts'
import { authorOf, defineMutation, insert, many, one, patch, remove } from './define.ts'
import type { MutationContext } from './define.ts'
import { sameValue } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onTicket, recordEvent } from './parts/events.ts'
import { CauseFacts } from './parts/issue-args.ts'

const RecordArgs = z.strictObject({
  causeId: RowId,
  ticketId: TicketId,
  /** Revision the editor began with; 0: there was none. */
  seen: z.int().min(0),
  /** Null: it was not that after all. */
  content: CauseFacts.nullable(),
})

/** The cause of a ticket is the row that was made first; a second one can only come of two laptops at the same time. */
const causeOf = (causes: readonly RootCause[]): RootCause | null =>
  causes.toSorted((a, b) => a.recordedAtMs - b.recordedAtMs || (a.id < b.id ? -1 : 1))[0] ?? null

const contentOf = ({
  category,
  evidence,
  remedy,
  remedyText,
  url,
  assetId,
  productId,
  version,
}: RootCause) => ({ category, evidence, remedy, remedyText, url, assetId, productId, version })

const isSame = (cause: RootCause | null, content: CauseFacts | null): boolean =>
  cause === null || content === null ? cause === content : sameValue(contentOf(cause), content)

const stamp = (context: MutationContext) => ({
  recordedBy: authorOf(context),
  recordedAtMs: context.nowMs,
})

/** Says why it happened and what ended it: one cause of a ticket, written over by who knows better. */
export const recordCause = defineMutation({
  name: 'cause.record',
  args: RecordArgs,
  reads: ({ ticketId }) => ({
    ticket: one('tickets', ticketId),
    causes: many('rootCauses', { ticketId }),
  }),
  may: () => true,
  plan: ({ ticket, causes }, { causeId, content }, context) => {
    const cause = causeOf(causes)
    if (isSame(cause, content)) return []
    const place = onTicket(ticket)
    if (content === null)
      return [
        ...causes.map(({ id }) => remove('rootCauses', id)),
        recordEvent(context, {
          place,
          type: 'cause.withdrawn',
          facts: { category: cause?.category ?? null },
        }),
      ]
    const { customerId, id: ticketId } = ticket
    return [
      cause
        ? patch('rootCauses', cause.id, { ...content, ...stamp(context), revision: cause.revision + 1 })
        : insert('rootCauses', {
            ...content,
            ...stamp(context),
            id: causeId,
            customerId,
            ticketId,
            revision: 1,
          }),
      recordEvent(context, {
        place,
        type: 'cause.recorded',
        facts: { category: content.category, remedy: content.remedy },
      }),
    ]
  },
  conflict: ({ causes }, { seen, content, causeId }) => {
    const cause = causeOf(causes)
    if (isSame(cause, content)) return null
    return conflictOf('changed-since', [
      {
        table: 'rootCauses',
        id: cause?.id ?? causeId,
        field: 'revision',
        seen,
        mine: null,
        theirs: cause?.revision ?? 0,
      },
    ])
  },
  describe: ({ content }) => ({
    key: content === null ? 'describe.withdrawCause' : 'describe.recordCause',
    values: content === null ? {} : { category: content.category },
  }),
  insist: ({ causes }, args) => ({ ...args, seen: causeOf(causes)?.revision ?? 0 }),
  invert: ({ causes }, { causeId, ticketId, content }) => {
    const before = causeOf(causes)
    const known = before === null ? null : (CauseFacts.safeParse(contentOf(before)).data ?? null)
    if (isSame(before, content) || (before !== null && known === null)) return null
    const seen = content === null ? 0 : (before?.revision ?? 0) + 1
    return { name: 'cause.record', args: { causeId: before?.id ?? causeId, ticketId, seen, content: known } }
  },
  coalesceKey: ({ ticketId }) => `cause.record:${ticketId}`,
  coalesce: (earlier, later) => ({ ...later, causeId: earlier.causeId, seen: earlier.seen }),
})

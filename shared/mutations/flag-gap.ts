import { z } from 'zod'
import { RowId, TicketId } from '../domain/ids.ts'
import { WORK_KINDS } from '../domain/values.ts'
import { maskContacts } from '../rules/guests/mask-contacts.ts'
import { authorOf, defineMutation, insert, maybe } from './define.ts'
import { NO_ROW } from './parts/changes.ts'

const MOST_WORDS = 200

/** Says that an article is missing: what was looked for, and on which ticket. */
export const flagGap = defineMutation({
  name: 'articleGap.flag',
  args: z.strictObject({
    gapId: RowId,
    words: z.string().trim().min(1).max(MOST_WORDS),
    kind: z.enum(WORK_KINDS).nullable(),
    ticketId: TicketId.nullable(),
  }),
  reads: ({ gapId, ticketId }) => ({
    existing: maybe('articleGaps', gapId),
    ticket: maybe('tickets', ticketId ?? NO_ROW),
  }),
  may: () => true,
  // A ticket that is gone meanwhile leaves no way back to whose it was.
  plan: ({ existing, ticket }, { gapId, words, kind }, context) =>
    existing
      ? []
      : [
          insert('articleGaps', {
            id: gapId,
            words: maskContacts(words),
            kind,
            ticketId: ticket?.id ?? null,
            agentId: authorOf(context),
            askedAtMs: context.nowMs,
            state: 'open',
            articleId: null,
          }),
        ],
  describe: ({ words }) => ({ key: 'describe.flagGap', values: { words: words.slice(0, 80) } }),
  invert: ({ existing }, { gapId }) =>
    existing
      ? null
      : { name: 'articleGap.set', args: { gapId, state: 'closed', articleId: null, seen: 'open' } },
})

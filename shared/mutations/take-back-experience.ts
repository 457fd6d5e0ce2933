import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { ELSEWHERE, isFromElsewhere } from '../rules/experience/elsewhere.ts'
import { defineMutation, maybe, remove } from './define.ts'
import { onCustomer, recordEvent } from './parts/events.ts'

/** A bad experience that somebody noted was none, or not this customer's: it counts no more. */
export const takeBackExperience = defineMutation({
  name: 'experience.takeBack',
  args: z.strictObject({ momentId: RowId }),
  reads: ({ momentId }) => ({ moment: maybe('events', momentId) }),
  // What the console found by itself is taken back where it stands: with the clock, the rating, the review.
  may: (_actor, { moment }) =>
    moment === null || (moment.type === 'experience.negative' && isFromElsewhere(moment.facts['cause'])),
  plan: ({ moment }, { momentId }, context) =>
    moment === null
      ? []
      : [
          remove('events', momentId),
          recordEvent(context, {
            place: { ...onCustomer(moment.customerId, moment.ticketId), kind: 'service' },
            type: 'experience.taken-back',
            facts: { cause: moment.facts['cause'] ?? null },
          }),
        ],
  describe: () => ({ key: 'describe.takeBackExperience', values: {} }),
  invert: ({ moment }, { momentId }) => {
    if (moment === null) return null
    const { cause, words } = moment.facts
    const place = ELSEWHERE.find(each => each === cause)
    return place === undefined
      ? null
      : {
          name: 'experience.report',
          args: {
            momentId,
            customerId: moment.customerId,
            ticketId: moment.ticketId,
            place,
            words: typeof words === 'string' ? words : '',
            atMs: moment.atMs,
          },
        }
  },
})

import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { IMPACT_SCOPES } from '../domain/incidents.ts'
import type { Impact } from '../domain/incidents.ts'
import { isRunning, orderedTimes } from '../rules/impact/impact-times.ts'
import { defineMutation, maybe, one } from './define.ts'
import { Moment, SeenValue } from './parts/args.ts'
import { NO_ROW, patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onCustomer, recordEvent } from './parts/events.ts'
import { assetAfter } from './parts/impacts.ts'

const SeenMoment = Moment.nullable()
/** One field of the outage. A field stands at most once in an intent. */
const ImpactEdit = z.discriminatedUnion('field', [
  z.strictObject({ field: z.literal('downSinceMs'), seen: SeenMoment, value: Moment }),
  z.strictObject({ field: z.literal('restoredAtMs'), seen: SeenMoment, value: Moment.nullable() }),
  z.strictObject({ field: z.literal('resolvedAtMs'), seen: SeenMoment, value: Moment.nullable() }),
  z.strictObject({ field: z.literal('scope'), seen: SeenValue, value: z.enum(IMPACT_SCOPES) }),
])
type ImpactEdit = z.infer<typeof ImpactEdit>

const withFields = (impact: Impact, fields: readonly ImpactEdit[]): Impact => {
  const after: Impact = {
    ...impact,
    ...Object.fromEntries(fields.map(({ field, value }) => [field, value])),
  }
  return { ...after, ...orderedTimes(after) }
}

/** What a reader of the timeline wants to know of it. */
function typeOf(before: Impact, after: Impact): string {
  if (isRunning(before) !== isRunning(after)) return isRunning(after) ? 'impact.reopened' : 'impact.restored'
  if ((before.resolvedAtMs === null) !== (after.resolvedAtMs === null)) return 'impact.resolved'
  return 'impact.edited'
}

/** Corrects an outage, or says that it is over. Times keep their order: down, restored, resolved. */
export const editImpact = defineMutation({
  name: 'impact.edit',
  args: z.strictObject({ impactId: RowId, fields: z.array(ImpactEdit).min(1).max(8) }),
  reads: ({ impactId }) => ({ impact: one('impacts', impactId) }),
  alsoReads: ({ impact }) => ({ asset: maybe('assets', impact.assetId ?? NO_ROW) }),
  may: () => true,
  plan: ({ impact, asset }, { fields }, context) => {
    const after = withFields(impact, fields)
    const changes = patchChanged('impacts', impact, after)
    if (changes.length === 0) return []
    // An outage that was over already says nothing of the thing today.
    const isOfToday = isRunning(impact) || isRunning(after)
    const isOfThing = isOfToday && (impact.scope === 'down' || after.scope === 'down')
    return [
      ...changes,
      ...(isOfThing ? assetAfter(asset, after) : []),
      recordEvent(context, {
        place: onCustomer(impact.customerId, impact.ticketId),
        type: typeOf(impact, after),
        facts: {
          impactId: impact.id,
          downSinceMs: after.downSinceMs,
          restoredAtMs: after.restoredAtMs,
          asset: asset?.name ?? null,
        },
      }),
    ]
  },
  conflict: ({ impact }, { impactId, fields }) =>
    conflictOf(
      'changed-since',
      fields.map(({ field, seen, value }) => ({
        table: 'impacts',
        id: impactId,
        field,
        seen,
        mine: value,
        theirs: impact[field],
      })),
    ),
  describe: ({ fields }) => ({
    key: 'describe.editImpact',
    values: { fields: fields.map(({ field }) => field).join(' ') },
  }),
  insist: ({ impact }, { impactId, fields }) => ({
    impactId,
    fields: fields.map(change => ({ ...change, seen: impact[change.field] }) as ImpactEdit),
  }),
  invert: ({ impact }, { impactId, fields }) => {
    if (impact.scope === 'other') return null
    const after = withFields(impact, fields)
    const back = (['downSinceMs', 'restoredAtMs', 'resolvedAtMs', 'scope'] as const).filter(
      field => after[field] !== impact[field],
    )
    if (back.length === 0) return null
    return {
      name: 'impact.edit',
      args: { impactId, fields: back.map(field => ({ field, seen: after[field], value: impact[field] })) },
    }
  },
  without: (args, names) => {
    const fields = args.fields.filter(({ field }) => !names.includes(field))
    return fields.length > 0 ? { ...args, fields } : null
  },
})

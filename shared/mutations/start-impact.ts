import { z } from 'zod'
import { CustomerId, RowId, TicketId } from '../domain/ids.ts'
import { IMPACT_SCOPES } from '../domain/incidents.ts'
import type { Asset } from '../domain/commerce.ts'
import type { Impact } from '../domain/incidents.ts'
import { isRunning } from '../rules/impact/impact-times.ts'
import { isSamePerson } from '../rules/merged-people/families.ts'
import { authorOf, defineMutation, insert, many, maybe, one } from './define.ts'
import type { Change } from './define.ts'
import { Moment } from './parts/args.ts'
import { NO_ROW, patchChanged } from './parts/changes.ts'
import { onCustomer, recordEvent } from './parts/events.ts'
import { assetAfter } from './parts/impacts.ts'

const StartArgs = z.strictObject({
  impactId: RowId,
  customerId: CustomerId,
  ticketId: TicketId.nullable(),
  assetId: RowId.nullable(),
  scope: z.enum(IMPACT_SCOPES),
  downSinceMs: Moment,
})
type StartArgs = z.infer<typeof StartArgs>

/** One outage of a thing is one, whoever says so, and from the earlier moment on. */
const sameOutage = (impacts: readonly Impact[], { ticketId, assetId, impactId }: StartArgs): Impact | null =>
  impacts.find(
    each =>
      each.id !== impactId &&
      isRunning(each) &&
      (assetId === null ? each.assetId === null && each.ticketId === ticketId : each.assetId === assetId),
  ) ?? null

/** What merely works badly is still in use. */
const assetIfDown = (asset: Asset | null, impact: Impact): readonly Change[] =>
  impact.scope === 'down' ? assetAfter(asset, impact) : []

/** Says that something does not work for a customer, and since when: the clock of their outage. */
export const startImpact = defineMutation({
  name: 'impact.start',
  args: StartArgs,
  reads: ({ impactId, customerId, ticketId, assetId }) => ({
    customer: one('customers', customerId),
    ticket: maybe('tickets', ticketId ?? NO_ROW),
    asset: maybe('assets', assetId ?? NO_ROW),
    existing: maybe('impacts', impactId),
    impacts: many('impacts', { customerId }),
  }),
  alsoReads: ({ asset }) => ({ owner: maybe('customers', asset?.customerId ?? NO_ROW) }),
  may: (_actor, { customer, ticket, asset, owner }) =>
    (ticket === null || ticket.customerId === customer.id) &&
    (asset === null || asset.customerId === customer.id || isSamePerson(customer, owner)),
  plan: ({ customer, ticket, asset, existing, impacts }, args, context) => {
    if (existing) return []
    const downSinceMs = Math.min(args.downSinceMs, context.nowMs)
    const known = sameOutage(impacts, args)
    if (known) {
      const earlier = { ...known, downSinceMs: Math.min(known.downSinceMs, downSinceMs) }
      return [...patchChanged('impacts', known, earlier), ...assetIfDown(asset, earlier)]
    }
    const impact: Impact = {
      id: args.impactId,
      customerId: customer.id,
      ticketId: ticket?.id ?? null,
      assetId: asset?.id ?? null,
      scope: args.scope,
      downSinceMs,
      restoredAtMs: null,
      resolvedAtMs: null,
      createdBy: authorOf(context),
      createdAtMs: context.nowMs,
    }
    return [
      insert('impacts', impact),
      ...assetIfDown(asset, impact),
      recordEvent(context, {
        place: onCustomer(customer.id, impact.ticketId),
        type: 'impact.started',
        facts: { impactId: impact.id, scope: args.scope, downSinceMs, asset: asset?.name ?? null },
      }),
    ]
  },
  describe: ({ downSinceMs }) => ({ key: 'describe.startImpact', values: { dueAtMs: downSinceMs } }),
  // Said by mistake: it lasted no time, and the record of it stays.
  invert: ({ existing, impacts }, args) =>
    existing || sameOutage(impacts, args)
      ? null
      : {
          name: 'impact.edit',
          args: {
            impactId: args.impactId,
            fields: [{ field: 'restoredAtMs', seen: null, value: args.downSinceMs }],
          },
        },
})

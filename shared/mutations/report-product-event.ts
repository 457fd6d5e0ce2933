import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { compareVersions } from '../rules/versions.ts'
import { defineMutation, insert, isAutomation, maybe, one } from './define.ts'
import { PersonName } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { onCustomer } from './parts/events.ts'

/** The one type of event that comes from things and not from people. */
export const PRODUCT_EVENT = 'product.event'

const MOST_DETAIL = 300

/**
 * Something happened to a thing a customer has, as the thing says it. Told twice it is one event. A newer version is
 * noted on the thing; an older one is only told, for news may come late.
 */
export const reportProductEvent = defineMutation({
  name: 'asset.report',
  decidedBy: 'hub',
  args: z.strictObject({
    eventId: RowId,
    assetId: RowId,
    event: z.string().min(1).max(60),
    detail: z.string().max(MOST_DETAIL).nullable(),
    version: PersonName.nullable(),
  }),
  reads: ({ eventId, assetId }) => ({ asset: one('assets', assetId), existing: maybe('events', eventId) }),
  may: actor => isAutomation(actor),
  plan: ({ asset, existing }, { eventId, event, detail, version }, context) => {
    if (existing) return []
    const isNewer =
      version !== null && (asset.version === null || compareVersions(version, asset.version) > 0)
    return [
      ...(isNewer ? patchChanged('assets', asset, { version }) : []),
      insert('events', {
        ...onCustomer(asset.customerId),
        id: eventId,
        type: PRODUCT_EVENT,
        actorId: null,
        facts: { assetId: asset.id, asset: asset.name, event, detail, version },
        atMs: context.nowMs,
      }),
    ]
  },
  describe: ({ event }) => ({ key: 'describe.reportProductEvent', values: { event } }),
})

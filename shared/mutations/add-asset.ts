import { z } from 'zod'
import { CustomerId, RowId } from '../domain/ids.ts'
import { defineMutation, insert, maybe, one } from './define.ts'
import { PersonName } from './parts/args.ts'
import { NO_ROW } from './parts/changes.ts'
import { onCustomer, recordEvent } from './parts/events.ts'
import { KeyedName, KeyedValue, withKeyed } from './parts/keyed-fields.ts'

/** Something the customer has that nobody had written down. */
export const addAsset = defineMutation({
  name: 'asset.add',
  args: z.strictObject({
    assetId: RowId,
    customerId: CustomerId,
    productId: RowId.nullable(),
    name: PersonName,
    serial: PersonName.nullable(),
    version: PersonName.nullable(),
    /** What it runs in or with, by name. */
    environment: z.record(KeyedName, KeyedValue).default({}),
  }),
  reads: ({ assetId, customerId, productId }) => ({
    customer: one('customers', customerId),
    product: maybe('products', productId ?? NO_ROW),
    existing: maybe('assets', assetId),
  }),
  may: (_actor, { product }, { productId }) => productId === null || product !== null,
  plan: ({ existing }, { assetId, environment, ...given }, context) =>
    existing
      ? []
      : [
          insert('assets', {
            ...given,
            id: assetId,
            state: 'in-use',
            environment: withKeyed(
              {},
              Object.entries(environment).map(([name, value]) => ({ name, value })),
            ),
            downSinceMs: null,
            acquiredAtMs: null,
          }),
          recordEvent(context, {
            place: onCustomer(given.customerId),
            type: 'asset.added',
            facts: { assetId },
          }),
        ],
  describe: ({ name }) => ({ key: 'describe.addAsset', values: { name } }),
})

import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { defineMutation, isAutomation, maybe } from './define.ts'
import { Moment } from './parts/args.ts'
import { ProductContent } from './parts/record-args.ts'
import { isStale, put } from './parts/reported.ts'

/** A product as the system says it that keeps the catalogue; news that is older than what is known is passed over. */
export const reportProduct = defineMutation({
  name: 'product.report',
  decidedBy: 'hub',
  args: z.strictObject({ productId: RowId, content: ProductContent, saidAtMs: Moment }),
  reads: ({ productId }) => ({ known: maybe('products', productId) }),
  may: actor => isAutomation(actor),
  plan: ({ known }, { productId, content, saidAtMs }) => {
    if (isStale(known, saidAtMs)) return []
    const version = known?.version ?? null
    return put('products', known, { ...content, id: productId, version, reportedAtMs: saidAtMs })
  },
  describe: ({ content }) => ({ key: 'describe.reportProduct', values: { name: content.name.slice(0, 80) } }),
})

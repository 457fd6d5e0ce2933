import { z } from 'zod'
import type { Product } from '../domain/commerce.ts'
import { RowId } from '../domain/ids.ts'
import { maySupervise } from '../rules/supervising.ts'
import { defineMutation, insert, isAutomation, maybe } from './define.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { ProductContent } from './parts/record-args.ts'

const versionOf = (row: Product | null): number => row?.version ?? 0

/** A product of the catalogue, written by hand. Asks when somebody else has written it since. */
export const setProduct = defineMutation({
  name: 'product.set',
  args: z.strictObject({
    productId: RowId,
    /** The version the editor began with; 0: nobody had written it by hand. */
    seen: z.int().min(0),
    content: ProductContent,
  }),
  reads: ({ productId }) => ({ row: maybe('products', productId) }),
  may: actor => isAutomation(actor) || maySupervise(actor.role),
  plan: ({ row }, { productId, content }) => {
    const version = versionOf(row) + 1
    if (!row) return [insert('products', { ...content, id: productId, version, reportedAtMs: null })]
    if (patchChanged('products', row, content).length === 0) return []
    return patchChanged('products', row, { ...content, version })
  },
  conflict: ({ row }, { productId, seen, content }) => {
    if (row && patchChanged('products', row, content).length === 0) return null
    return conflictOf('changed-since', [
      { table: 'products', id: productId, field: 'version', seen, mine: null, theirs: versionOf(row) },
    ])
  },
  describe: ({ content }) => ({ key: 'describe.setProduct', values: { name: content.name.slice(0, 80) } }),
  insist: ({ row }, args) => ({ ...args, seen: versionOf(row) }),
  invert: ({ row }, { productId, content }) => {
    const { name, sku, currentVersion, priceMinor, currency, isActive, description, tags } = row ?? {
      ...content,
      isActive: false,
    }
    return {
      name: 'product.set',
      args: {
        productId,
        seen: versionOf(row) + 1,
        content: { name, sku, currentVersion, priceMinor, currency, isActive, description, tags },
      },
    }
  },
})

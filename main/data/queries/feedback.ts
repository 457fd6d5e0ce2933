import type { Input, Output } from '../../../shared/contract/index.ts'
import { all } from '../db/statement.ts'
import { familyOf } from './family.ts'
import { personNames } from './person-names.ts'
import type { QueryContext } from './query-context.ts'
import { selectRows } from './select-rows.ts'

const PRODUCTS = 'SELECT p.id, p.name FROM json_each(?) j JOIN products p ON p.id = j.value'

/** What customers said of one kind, newest first, with whose words they are. */
export function listFeedback(
  { db }: QueryContext,
  { kind, customerId, limit }: Input<'feedback.list'>,
): Output<'feedback.list'> {
  const family = customerId === null ? null : familyOf(db, customerId)
  const rows =
    family === null
      ? selectRows(db, 'feedback', {
          tail: 'INDEXED BY feedback_by_kind WHERE kind = ? ORDER BY created_at_ms DESC LIMIT ?',
          params: [kind, limit],
        })
      : selectRows(db, 'feedback', {
          tail: `WHERE ${family.is} AND kind = ? ORDER BY created_at_ms DESC LIMIT ?`,
          params: [family.param, kind, limit],
        })
  const customers = personNames(
    db,
    rows.map(row => row.customerId),
  )
  const products = new Map(
    all<{ id: string; name: string }>(db, PRODUCTS, [
      JSON.stringify([...new Set(rows.map(row => row.productId))]),
    ]).map(({ id, name }) => [id, name]),
  )
  return rows.map(row => ({
    ...row,
    customerName: customers.get(row.customerId) ?? '',
    productName: products.get(row.productId ?? '') ?? null,
  }))
}

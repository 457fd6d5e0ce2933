import type { Input } from '../../../shared/contract/index.ts'
import type { AssetLine, CustomerCard, OrderView } from '../../../shared/contract/customers.ts'
import type { TableName, Row } from '../../../shared/domain/tables.ts'
import type { ReadableDb } from '../db/types.ts'
import { all, get } from '../db/statement.ts'
import { incidentsOf, issuesOf } from './card-issues.ts'
import type { QueryContext } from './query-context.ts'
import { selectRow, selectRows } from './select-rows.ts'
import { earlierLines, openLines } from './ticket-lines.ts'

const ORDERS_SHOWN = 20

type OfCustomer<Name extends TableName> = {
  readonly table: Name
  readonly customerId: string
  readonly tail: string
}
const ofCustomer = <Name extends TableName>(
  db: ReadableDb,
  { table, customerId, tail }: OfCustomer<Name>,
): readonly Row<Name>[] =>
  selectRows(db, table, { tail: `WHERE customer_id = ? ${tail}`, params: [customerId] })

function ordersOf(db: ReadableDb, customerId: string): readonly OrderView[] {
  const orders = ofCustomer(db, {
    table: 'orders',
    customerId,
    tail: `ORDER BY placed_at_ms DESC LIMIT ${ORDERS_SHOWN}`,
  })
  const lines = selectRows(db, 'orderLines', {
    tail: 'WHERE order_id IN (SELECT value FROM json_each(?)) ORDER BY id',
    params: [JSON.stringify(orders.map(order => order.id))],
  })
  const byOrder = Map.groupBy(lines, line => line.orderId)
  return orders.map(order => ({
    ...order,
    lines: (byOrder.get(order.id) ?? []).map(({ id, title, quantity, unitMinor }) => ({
      id,
      title,
      quantity,
      unitMinor,
    })),
  }))
}

function assetsOf(db: ReadableDb, customerId: string): readonly AssetLine[] {
  const assets = ofCustomer(db, { table: 'assets', customerId, tail: 'ORDER BY acquired_at_ms DESC, id' })
  const products = all<{ id: string; name: string; current_version: string | null }>(
    db,
    'SELECT id, name, current_version FROM products WHERE id IN (SELECT value FROM json_each(?))',
    [JSON.stringify(assets.map(asset => asset.productId))],
  )
  const byId = new Map(products.map(product => [product.id, product]))
  return assets.map(asset => {
    const product = byId.get(asset.productId ?? '')
    return { ...asset, productName: product?.name ?? null, currentVersion: product?.current_version ?? null }
  })
}

function serviceOf(db: ReadableDb, customerId: string): CustomerCard['service'] {
  const earlier = earlierLines(db, { customerId, kind: 'service' })
  const counted = get<{ count: number }>(db, 'SELECT count(*) AS count FROM orders WHERE customer_id = ?', [
    customerId,
  ])
  return {
    followUps: ofCustomer(db, {
      table: 'followUps',
      customerId,
      tail: `ORDER BY state <> 'open', due_at_ms`,
    }),
    promises: ofCustomer(db, { table: 'promises', customerId, tail: `ORDER BY state <> 'open', due_at_ms` }),
    orders: ordersOf(db, customerId),
    orderCount: counted?.count ?? 0,
    returns: ofCustomer(db, { table: 'returnCases', customerId, tail: 'ORDER BY created_at_ms DESC' }),
    invoices: ofCustomer(db, { table: 'invoices', customerId, tail: 'ORDER BY issued_at_ms DESC LIMIT 20' }),
    charges: ofCustomer(db, { table: 'charges', customerId, tail: 'ORDER BY charged_at_ms DESC LIMIT 20' }),
    open: openLines(db, { customerId, kind: 'service' }),
    earlier: earlier.lines,
    earlierCount: earlier.count,
    surveys: ofCustomer(db, { table: 'surveys', customerId, tail: 'ORDER BY asked_at_ms DESC LIMIT 20' }),
  }
}

function supportOf(db: ReadableDb, customerId: string, ticketId: string | null): CustomerCard['support'] {
  const assets = assetsOf(db, customerId)
  const earlier = earlierLines(db, { customerId, kind: 'support' })
  return {
    assets,
    issues: issuesOf(db, assets, { customerId, ticketId }),
    incidents: incidentsOf(db, { customerId, ticketId }),
    open: openLines(db, { customerId, kind: 'support' }),
    earlier: earlier.lines,
    earlierCount: earlier.count,
  }
}

/** The customer whole, for the 360 view; null when the customer is not on this laptop. */
export function getCard(
  { db }: QueryContext,
  { customerId, ticketId }: Input<'customers.card'>,
): CustomerCard | null {
  const customer = selectRow(db, 'customers', { tail: 'WHERE id = ?', params: [customerId] })
  if (!customer) return null
  const organisation =
    customer.organisationId === null
      ? null
      : selectRow(db, 'organisations', { tail: 'WHERE id = ?', params: [customer.organisationId] })
  const pulled = get<{ value: string }>(db, `SELECT value FROM sync_state WHERE key = 'lastPulledAtMs'`)
  const service = serviceOf(db, customerId)
  return {
    customer,
    organisation,
    contactPoints: ofCustomer(db, {
      table: 'contactPoints',
      customerId,
      tail: 'ORDER BY is_primary DESC, kind, value',
    }),
    asOfMs: pulled === null ? null : Number(pulled.value),
    openPromises: service.promises.filter(promise => promise.state === 'open').length,
    service,
    support: supportOf(db, customerId, ticketId),
  }
}

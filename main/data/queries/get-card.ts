import type { Input } from '../../../shared/contract/index.ts'
import type { AssetLine, CustomerCard, OrderView } from '../../../shared/contract/customers.ts'
import type { TableName, Row } from '../../../shared/domain/tables.ts'
import type { ReadableDb } from '../db/types.ts'
import { all, get } from '../db/statement.ts'
import { incidentsOf, issuesOf } from './card-issues.ts'
import { familyOf } from './family.ts'
import type { Family } from './family.ts'
import type { QueryContext } from './query-context.ts'
import { selectRow, selectRows } from './select-rows.ts'
import { earlierLines, openLines } from './ticket-lines.ts'

const ORDERS_SHOWN = 20

type OfCustomer<Name extends TableName> = {
  readonly table: Name
  readonly family: Family
  readonly tail: string
}
const ofCustomer = <Name extends TableName>(
  db: ReadableDb,
  { table, family, tail }: OfCustomer<Name>,
): readonly Row<Name>[] =>
  selectRows(db, table, { tail: `WHERE ${family.is} ${tail}`, params: [family.param] })

function ordersOf(db: ReadableDb, family: Family): readonly OrderView[] {
  const orders = ofCustomer(db, {
    table: 'orders',
    family,
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

function assetsOf(db: ReadableDb, family: Family): readonly AssetLine[] {
  const assets = ofCustomer(db, { table: 'assets', family, tail: 'ORDER BY acquired_at_ms DESC, id' })
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

function serviceOf(db: ReadableDb, family: Family): CustomerCard['service'] {
  const earlier = earlierLines(db, { family, kind: 'service' })
  const counted = get<{ count: number }>(db, `SELECT count(*) AS count FROM orders WHERE ${family.is}`, [
    family.param,
  ])
  return {
    followUps: ofCustomer(db, {
      table: 'followUps',
      family,
      tail: `ORDER BY state <> 'open', due_at_ms`,
    }),
    promises: ofCustomer(db, { table: 'promises', family, tail: `ORDER BY state <> 'open', due_at_ms` }),
    orders: ordersOf(db, family),
    orderCount: counted?.count ?? 0,
    returns: ofCustomer(db, { table: 'returnCases', family, tail: 'ORDER BY created_at_ms DESC' }),
    invoices: ofCustomer(db, { table: 'invoices', family, tail: 'ORDER BY issued_at_ms DESC LIMIT 20' }),
    contracts: ofCustomer(db, {
      table: 'subscriptions',
      family,
      tail: `ORDER BY state NOT IN ('active', 'paused'), renews_on IS NULL, renews_on, id LIMIT 20`,
    }),
    charges: ofCustomer(db, { table: 'charges', family, tail: 'ORDER BY charged_at_ms DESC LIMIT 20' }),
    open: openLines(db, { family, kind: 'service' }),
    earlier: earlier.lines,
    earlierCount: earlier.count,
    surveys: ofCustomer(db, { table: 'surveys', family, tail: 'ORDER BY asked_at_ms DESC LIMIT 20' }),
  }
}

function supportOf(db: ReadableDb, family: Family, ticketId: string | null): CustomerCard['support'] {
  const assets = assetsOf(db, family)
  const earlier = earlierLines(db, { family, kind: 'support' })
  return {
    assets,
    issues: issuesOf(db, assets, { family, ticketId }),
    incidents: incidentsOf(db, { family, ticketId }),
    open: openLines(db, { family, kind: 'support' }),
    earlier: earlier.lines,
    earlierCount: earlier.count,
  }
}

const mergedOf = (db: ReadableDb, { ids, rootId }: Family): CustomerCard['merged'] =>
  ids.length === 1
    ? []
    : selectRows(db, 'customers', {
        tail: 'WHERE id IN (SELECT value FROM json_each(?)) AND id <> ? ORDER BY name, id',
        params: [JSON.stringify(ids), rootId],
      })

/**
 * The customer whole, for the 360 view; null when the customer is not on this laptop. Of several records of one person
 * it is the one that stands for them, with what belongs to all.
 */
export function getCard(
  { db }: QueryContext,
  { customerId, ticketId }: Input<'customers.card'>,
): CustomerCard | null {
  const family = familyOf(db, customerId)
  const customer = selectRow(db, 'customers', { tail: 'WHERE id = ?', params: [family.rootId] })
  if (!customer) return null
  const organisation =
    customer.organisationId === null
      ? null
      : selectRow(db, 'organisations', { tail: 'WHERE id = ?', params: [customer.organisationId] })
  const pulled = get<{ value: string }>(db, `SELECT value FROM sync_state WHERE key = 'lastPulledAtMs'`)
  const service = serviceOf(db, family)
  return {
    customer,
    merged: mergedOf(db, family),
    organisation,
    contactPoints: ofCustomer(db, {
      table: 'contactPoints',
      family,
      tail: 'ORDER BY is_primary DESC, kind, value',
    }),
    asOfMs: pulled === null ? null : Number(pulled.value),
    openPromises: service.promises.filter(promise => promise.state === 'open').length,
    service,
    support: supportOf(db, family, ticketId),
  }
}

import type { PortraitView } from '../../../shared/contract/portrait.ts'
import type { Customer } from '../../../shared/domain/people.ts'
import { healthOf } from '../../../shared/rules/health/health.ts'
import type { Health } from '../../../shared/rules/health/health.ts'
import { healthRule } from '../../../shared/rules/health/health-rule.ts'
import { pinsNow } from '../../../shared/rules/portrait/pins.ts'
import { derivedStage, standingStage } from '../../../shared/rules/portrait/stage.ts'
import type { DerivedStage } from '../../../shared/rules/portrait/stage.ts'
import { currencyOf, valueOf, valueRule } from '../../../shared/rules/portrait/value-band.ts'
import type { Order } from '../../../shared/domain/commerce.ts'
import type { ReadableDb } from '../db/types.ts'
import { get } from '../db/statement.ts'
import { healthFactsOf, lastContactMs, renewsAtMs } from './portrait-facts.ts'
import type { QueryContext } from './query-context.ts'
import { selectRow, selectRows } from './select-rows.ts'
import { teamRule } from './team-rules.ts'

/** Orders that are looked at, newest first: more than anybody places in a year. */
const ORDERS_LOOKED_AT = 400

const COUNTS = `
  SELECT (SELECT count(*) FROM assets WHERE customer_id = ?1 AND state <> 'retired') AS assets,
    (SELECT count(DISTINCT ticket_id) FROM threads WHERE customer_id = ?1
      AND state NOT IN ('solved', 'closed')) AS tickets`
type Counts = { readonly assets: number; readonly tickets: number }

type Looked = {
  readonly customer: Customer
  readonly orders: readonly Order[]
  readonly counts: Counts
  readonly health: Health | null
  readonly lastContactAtMs: number | null
  readonly nowMs: number
}

function stageOf(db: ReadableDb, looked: Looked): DerivedStage | null {
  const { customer, orders, counts, health, lastContactAtMs, nowMs } = looked
  const params = [customer.id]
  return derivedStage({
    orders,
    plans: selectRows(db, 'plans', {
      tail: `WHERE customer_id = ? AND state = 'active' ORDER BY started_at_ms, id LIMIT 5`,
      params,
    }),
    needs: selectRows(db, 'needs', {
      tail: 'WHERE customer_id = ? ORDER BY updated_at_ms DESC LIMIT 20',
      params,
    }).filter(({ steps }) => !steps.some(step => step === 'ordered' || step === 'handed-over')),
    assetsInUse: counts.assets,
    openTickets: counts.tickets,
    renewsAtMs: renewsAtMs(customer),
    lastContactAtMs,
    health,
    recorded: customer.journeyStage,
    nowMs,
  })
}

/** Who the customer is at a glance; null when they are not on this laptop. */
export function getPortrait({ db, clock }: QueryContext, customerId: string): PortraitView | null {
  const customer = selectRow(db, 'customers', { tail: 'WHERE id = ?', params: [customerId] })
  if (!customer) return null
  const nowMs = clock.now()
  const place = { customerId, nowMs }
  const params = [customerId]
  const orders = selectRows(db, 'orders', {
    tail: `WHERE customer_id = ? ORDER BY placed_at_ms DESC LIMIT ${ORDERS_LOOKED_AT}`,
    params,
  })
  const counts = get<Counts>(db, COUNTS, { 1: customerId }) ?? { assets: 0, tickets: 0 }
  const lastContactAtMs = lastContactMs(db, customerId)
  const facts = healthFactsOf(db, place, {
    renewsAtMs: renewsAtMs(customer),
    hasBought: orders.length + counts.assets > 0,
    lastContactAtMs,
  })
  const health = healthOf(facts, healthRule(teamRule(db, 'health')))
  const derived = stageOf(db, { customer, orders, counts, health, lastContactAtMs, nowMs })
  const said = selectRow(db, 'portraits', { tail: 'WHERE id = ?', params })
  return {
    name: customer.name,
    preferences: selectRows(db, 'preferences', {
      tail: 'WHERE customer_id = ? ORDER BY subject, id',
      params,
    }),
    pins: pinsNow(selectRows(db, 'pins', { tail: 'WHERE customer_id = ?', params }), nowMs),
    said,
    stage: { ...standingStage(said, { derived, recorded: customer.journeyStage, nowMs }), derived },
    health,
    value: valueOf(orders, valueRule(teamRule(db, 'value')), {
      currency: currencyOf(customer.currency, orders),
      nowMs,
    }),
  }
}

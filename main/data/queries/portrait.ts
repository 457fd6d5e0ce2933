import type { PortraitView } from '../../../shared/contract/portrait.ts'
import type { Customer } from '../../../shared/domain/people.ts'
import { healthOf } from '../../../shared/rules/health/health.ts'
import type { Health } from '../../../shared/rules/health/health.ts'
import { healthRule } from '../../../shared/rules/health/health-rule.ts'
import { moodOf } from '../../../shared/rules/portrait/mood.ts'
import { pinsNow } from '../../../shared/rules/portrait/pins.ts'
import { derivedStage, standingStage } from '../../../shared/rules/portrait/stage.ts'
import type { DerivedStage } from '../../../shared/rules/portrait/stage.ts'
import { currencyOf, valueOf, valueRule } from '../../../shared/rules/portrait/value-band.ts'
import type { Order } from '../../../shared/domain/commerce.ts'
import type { ReadableDb } from '../db/types.ts'
import { get } from '../db/statement.ts'
import { healthFactsOf, lastContactMs, newestWords, renewsAtMs } from './portrait-facts.ts'
import { familyOf } from './family.ts'
import type { Family } from './family.ts'
import type { QueryContext } from './query-context.ts'
import { selectRow, selectRows } from './select-rows.ts'
import { teamRule } from './team-rules.ts'

/** Orders that are looked at, newest first: more than anybody places in a year. */
const ORDERS_LOOKED_AT = 400

const COUNTS = ({ is }: Family): string => `
  SELECT (SELECT count(*) FROM assets WHERE ${is} AND state <> 'retired') AS assets,
    (SELECT count(DISTINCT ticket_id) FROM threads WHERE ${is}
      AND state NOT IN ('solved', 'closed')) AS tickets`
type Counts = { readonly assets: number; readonly tickets: number }

type Looked = {
  readonly family: Family
  readonly customer: Customer
  readonly orders: readonly Order[]
  readonly counts: Counts
  readonly health: Health | null
  readonly lastContactAtMs: number | null
  readonly renewsAtMs: number | null
  readonly nowMs: number
}

function stageOf(db: ReadableDb, looked: Looked): DerivedStage | null {
  const { family, customer, orders, counts, health, lastContactAtMs, nowMs } = looked
  const params = [family.param]
  return derivedStage({
    orders,
    plans: selectRows(db, 'plans', {
      tail: `WHERE ${family.is} AND state = 'active' ORDER BY started_at_ms, id LIMIT 5`,
      params,
    }),
    needs: selectRows(db, 'needs', {
      tail: `WHERE ${family.is} ORDER BY updated_at_ms DESC LIMIT 20`,
      params,
    }).filter(({ steps }) => !steps.some(step => step === 'ordered' || step === 'handed-over')),
    assetsInUse: counts.assets,
    openTickets: counts.tickets,
    renewsAtMs: looked.renewsAtMs,
    lastContactAtMs,
    health,
    recorded: customer.journeyStage,
    customerSinceMs: customer.customerSinceMs,
    nowMs,
  })
}

/** Who the customer is at a glance; null when they are not on this laptop. */
export function getPortrait(
  { db, clock }: Pick<QueryContext, 'db' | 'clock'>,
  customerId: string,
): PortraitView | null {
  const family = familyOf(db, customerId)
  const customer = selectRow(db, 'customers', { tail: 'WHERE id = ?', params: [family.rootId] })
  if (!customer) return null
  const nowMs = clock.now()
  const params = [family.param]
  const orders = selectRows(db, 'orders', {
    tail: `WHERE ${family.is} ORDER BY placed_at_ms DESC LIMIT ${ORDERS_LOOKED_AT}`,
    params,
  })
  const counts = get<Counts>(db, COUNTS(family), [family.param, family.param]) ?? { assets: 0, tickets: 0 }
  const lastContactAtMs = lastContactMs(db, family)
  const renewal = renewsAtMs(db, customer, { family, nowMs })
  const facts = healthFactsOf(
    db,
    { family, nowMs },
    {
      renewsAtMs: renewal,
      hasBought: orders.length + counts.assets > 0,
      lastContactAtMs,
    },
  )
  const health = healthOf(facts, healthRule(teamRule(db, 'health')))
  const derived = stageOf(db, {
    family,
    customer,
    orders,
    counts,
    health,
    lastContactAtMs,
    renewsAtMs: renewal,
    nowMs,
  })
  const said = selectRow(db, 'portraits', { tail: 'WHERE id = ?', params: [family.rootId] })
  return {
    name: customer.name,
    preferences: selectRows(db, 'preferences', {
      tail: `WHERE ${family.is} ORDER BY subject, id`,
      params,
    }),
    pins: pinsNow(selectRows(db, 'pins', { tail: `WHERE ${family.is}`, params }), nowMs),
    said,
    stage: { ...standingStage(said, { derived, recorded: customer.journeyStage, nowMs }), derived },
    health,
    value: valueOf(orders, valueRule(teamRule(db, 'value')), {
      currency: currencyOf(customer.currency, orders),
      nowMs,
    }),
    lastContactAtMs,
    openTickets: counts.tickets,
    facts: customer.facts,
    factsMarks: customer.factsMarks,
    mood: moodOf(newestWords(db, family), nowMs),
  }
}

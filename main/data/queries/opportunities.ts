import type { OpportunityEntry, OpportunityLine } from '../../../shared/contract/growth.ts'
import type { Input, Output } from '../../../shared/contract/index.ts'
import type { Opportunity } from '../../../shared/domain/growth.ts'
import { isEnded } from '../../../shared/rules/growth/passing-on.ts'
import { favourToAsk } from '../../../shared/rules/growth/promoter.ts'
import { refusesOutreach } from '../../../shared/rules/portrait/preferences.ts'
import { all } from '../db/statement.ts'
import type { ReadableDb } from '../db/types.ts'
import { familyOf } from './family.ts'
import { personNames } from './person-names.ts'
import type { QueryContext } from './query-context.ts'
import { selectRow, selectRows } from './select-rows.ts'
import { silenceAbout } from './silence.ts'

/** Of one customer: more than anybody has. */
const LOOKED_AT = 60
const SURVEYS_LOOKED_AT = 20

const PRODUCTS = 'SELECT p.id, p.name FROM json_each(?) j JOIN products p ON p.id = j.value'

function withProducts(db: ReadableDb, rows: readonly Opportunity[]): readonly OpportunityLine[] {
  const ids = JSON.stringify([...new Set(rows.map(({ productId }) => productId))])
  const found = all<{ id: string; name: string }>(db, PRODUCTS, [ids])
  const products = new Map(found.map(({ id, name }) => [id, name]))
  return rows.map(row => ({ ...row, productName: products.get(row.productId ?? '') ?? null }))
}

/** What a person may want next, whatever records there are of them, and whether to ask them for a word about us. */
export function opportunitiesOf(
  { db, clock }: QueryContext,
  customerId: string,
): Output<'opportunities.ofCustomer'> {
  const { is, param } = familyOf(db, customerId)
  const params = [param]
  const rows = selectRows(db, 'opportunities', {
    tail: `WHERE ${is} ORDER BY created_at_ms DESC LIMIT ${LOOKED_AT}`,
    params,
  })
  const surveys = selectRows(db, 'surveys', {
    tail: `WHERE ${is} ORDER BY asked_at_ms DESC LIMIT ${SURVEYS_LOOKED_AT}`,
    params,
  })
  const preferences = selectRows(db, 'preferences', { tail: `WHERE ${is}`, params })
  const silence = silenceAbout(db, customerId)
  const hasComplaint =
    selectRow(db, 'complaints', {
      tail: `WHERE ${is} AND closed_at_ms IS NULL LIMIT 1`,
      params,
    }) !== null
  return {
    open: withProducts(
      db,
      rows.filter(row => !isEnded(row)),
    ),
    ended: rows.filter(isEnded).map(({ id, state }) => ({ id, state })),
    favour: favourToAsk({
      surveys,
      opportunities: rows,
      silence,
      hasComplaint,
      hasRefused: refusesOutreach(preferences),
      nowMs: clock.now(),
    }),
    silence,
    hasComplaint,
  }
}

/** Opportunities of all customers on this laptop, newest first. */
export function listOpportunities(
  { db }: QueryContext,
  { isEnded: hasEnded, limit }: Input<'opportunities.list'>,
): readonly OpportunityEntry[] {
  const states = hasEnded ? `('won', 'lost', 'declined')` : `('noted', 'passed-on', 'accepted')`
  const rows = selectRows(db, 'opportunities', {
    tail: `INDEXED BY opportunities_by_state WHERE state IN ${states} ORDER BY created_at_ms DESC LIMIT ?`,
    params: [limit],
  })
  const customers = personNames(
    db,
    rows.map(({ customerId }) => customerId),
  )
  return withProducts(db, rows).map(row => ({ ...row, customerName: customers.get(row.customerId) ?? '' }))
}

import type { Output } from '../../../shared/contract/index.ts'
import { familyOf } from './family.ts'
import type { QueryContext } from './query-context.ts'
import { selectRows } from './select-rows.ts'

const PLANS_SHOWN = 20

/** Plans of a customer with their steps, those that run first, then the newest. */
export function listPlans({ db }: QueryContext, customerId: string): Output<'plans.list'> {
  const family = familyOf(db, customerId)
  const plans = selectRows(db, 'plans', {
    tail: `WHERE ${family.is} ORDER BY state <> 'active', started_at_ms DESC LIMIT ${PLANS_SHOWN}`,
    params: [family.param],
  })
  const steps = selectRows(db, 'planSteps', {
    tail: 'WHERE plan_id IN (SELECT value FROM json_each(?)) ORDER BY position, id',
    params: [JSON.stringify(plans.map(({ id }) => id))],
  })
  const byPlan = Map.groupBy(steps, ({ planId }) => planId)
  return plans.map(plan => ({ ...plan, steps: byPlan.get(plan.id) ?? [] }))
}

/** Templates by name; those that are put away last. */
export const listPlanTemplates = ({ db }: QueryContext): Output<'planTemplates.list'> =>
  selectRows(db, 'planTemplates', { tail: 'ORDER BY is_active DESC, name, id', params: [] })

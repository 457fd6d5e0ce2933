import type { Input } from '../../../shared/contract/index.ts'
import { answerMood } from '../../../shared/rules/health/answer-mood.ts'
import { milestonesOf } from '../../../shared/rules/portrait/milestones.ts'
import type { MilestoneFacts } from '../../../shared/rules/portrait/milestones.ts'
import { moodOf } from '../../../shared/rules/portrait/mood.ts'
import { topicsOf } from '../../../shared/rules/portrait/topics.ts'
import type { Topic, TopicFacts } from '../../../shared/rules/portrait/topics.ts'
import type { ReadableDb } from '../db/types.ts'
import { all, get } from '../db/statement.ts'
import { familyOf } from './family.ts'
import type { Family } from './family.ts'
import { newestWords } from './portrait-facts.ts'
import type { QueryContext } from './query-context.ts'
import { selectRow, selectRows } from './select-rows.ts'

/** Newest rows of a kind that are looked at. */
const LOOKED_AT = 20

function ordersOf(db: ReadableDb, { is, param }: Family): MilestoneFacts['orders'] {
  const counted = get<{ count: number }>(
    db,
    `SELECT count(*) AS count FROM orders WHERE ${is} AND state <> 'cancelled'`,
    [param],
  )
  return all<{ number: string; placedAtMs: number }>(
    db,
    `SELECT number, placed_at_ms AS placedAtMs FROM orders WHERE ${is} AND state <> 'cancelled'
     ORDER BY placed_at_ms DESC, id DESC LIMIT ${LOOKED_AT}`,
    [param],
  ).map((order, index) => ({ ...order, place: (counted?.count ?? 0) - index }))
}

const DELIVERED = ({ is }: Family): string => `
  SELECT o.delivered_at_ms AS atMs, coalesce(
    (SELECT l.title FROM order_lines l WHERE l.order_id = o.id ORDER BY l.unit_minor * l.quantity DESC, l.id LIMIT 1),
    o.number) AS about
  FROM orders o WHERE o.${is} AND o.state = 'delivered' AND o.delivered_at_ms IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM return_cases r WHERE r.order_id = o.id)
  ORDER BY o.delivered_at_ms DESC LIMIT 1`

/** The newest good answer that came with words. */
function praiseOf(db: ReadableDb, { is, param }: Family): TopicFacts['praise'] {
  const found = selectRows(db, 'surveys', {
    tail: `WHERE ${is} AND score IS NOT NULL AND comment IS NOT NULL ORDER BY asked_at_ms DESC LIMIT ${LOOKED_AT}`,
    params: [param],
  }).find(({ kind, score }) => score !== null && answerMood(kind, score) === 'high')
  if (!found) return null
  return { words: found.comment ?? '', atMs: found.answeredAtMs ?? found.askedAtMs }
}

const INCIDENT = ({ is }: Family): string => `
  SELECT EXISTS (SELECT 1 FROM impacts WHERE ${is} AND restored_at_ms IS NULL)
    OR EXISTS (SELECT 1 FROM threads WHERE ${is} AND kind = 'support' AND state NOT IN ('solved', 'closed')) AS yes`
const GRIEVANCE = ({ is }: Family): string => `
  SELECT EXISTS (SELECT 1 FROM complaints WHERE ${is} AND state IN ('open', 'recovering'))
    OR EXISTS (SELECT 1 FROM disputes WHERE ${is} AND state IN ('open', 'requested')) AS yes`

const isTrue = (db: ReadableDb, sql: string, { param }: Family): boolean =>
  get<{ yes: number }>(db, sql, [param, param])?.yes === 1

/** What there is to talk about with a customer beside the matter itself; nothing on a bad day. */
export function listTopics(
  { db, clock }: QueryContext,
  { customerId }: Input<'customers.topics'>,
): readonly Topic[] {
  const family = familyOf(db, customerId)
  const customer = selectRow(db, 'customers', { tail: 'WHERE id = ?', params: [family.rootId] })
  if (!customer) return []
  const nowMs = clock.now()
  const plans = selectRows(db, 'plans', {
    tail: `WHERE ${family.is} AND state = 'done' ORDER BY ended_at_ms DESC LIMIT ${LOOKED_AT}`,
    params: [family.param],
  })
  return topicsOf({
    milestones: milestonesOf({
      sinceMs: customer.customerSinceMs,
      orders: ordersOf(db, family),
      plans: plans.flatMap(({ name: title, endedAtMs }) =>
        endedAtMs === null ? [] : [{ title, endedAtMs }],
      ),
      nowMs,
    }),
    delivered: get<{ about: string; atMs: number }>(db, DELIVERED(family), [family.param]) ?? null,
    praise: praiseOf(db, family),
    mood: moodOf(newestWords(db, family), nowMs)?.mood ?? null,
    hasIncident: isTrue(db, INCIDENT(family), family),
    hasGrievance: isTrue(db, GRIEVANCE(family), family),
    nowMs,
  })
}

import type { ThreadClocks } from '../../../shared/domain/service-levels.ts'
import type { Me } from '../../../shared/rules/views.ts'
import { isRunning } from '../../../shared/rules/sla/clock.ts'
import { CLOCK_NAMES } from '../../../shared/rules/sla/thread-clocks.ts'
import { targetName } from '../../../shared/rules/sla/target-name.ts'
import type { Reminder } from '../../../shared/contract/alerts.ts'
import type { Connection } from '../db/types.ts'
import { all } from '../db/statement.ts'
import { personNames } from './person-names.ts'

/** More overdue threads of a team's queue than this are a state, not news. */
const QUEUE_LIMIT = 300

const ABOUT = `t.id AS thread_id, t.ticket_id, t.customer_id, t.kind,
  coalesce(c.name, '') AS customer_name, coalesce(k.subject, '') AS subject`
const JOINS = 'LEFT JOIN tickets k ON k.id = t.ticket_id LEFT JOIN customers c ON c.id = t.customer_id'
const OPEN = `t.state NOT IN ('solved', 'closed')`

const OWN_CLOCKS = `SELECT ${ABOUT}, t.clocks_json FROM threads t INDEXED BY threads_due_by_assignee ${JOINS}
  WHERE t.assignee_id = ? AND t.due_at_ms IS NOT NULL AND ${OPEN}`
const QUEUE_CLOCKS = `SELECT ${ABOUT}, t.clocks_json FROM threads t INDEXED BY threads_due_by_team ${JOINS}
  WHERE t.team_id = ? AND t.due_at_ms <= ? AND t.due_at_ms IS NOT NULL AND t.assignee_id IS NULL AND ${OPEN}
  ORDER BY t.due_at_ms DESC LIMIT ${QUEUE_LIMIT}`
const SNOOZED = `SELECT ${ABOUT}, t.snoozed_until_ms AS at_ms FROM threads t INDEXED BY threads_snoozed_by_assignee ${JOINS}
  WHERE t.assignee_id = ? AND t.state = 'snoozed' AND t.snoozed_until_ms <= ?`
const WOKEN = `SELECT ${ABOUT}, json_extract(e.facts_json, '$.untilMs') AS at_ms FROM json_each(?) j
  CROSS JOIN events e ON e.id = j.value AND e.type = 'thread.woken'
  JOIN threads t ON t.id = e.thread_id AND t.assignee_id = ? AND t.state = 'open' ${JOINS}`
const duties = (table: string, what: string, index: string): string =>
  `SELECT d.id, d.${what} AS title, d.due_at_ms AS at_ms, d.customer_id, d.ticket_id,
     coalesce(c.name, '') AS customer_name, coalesce(k.subject, '') AS subject
   FROM ${table} d INDEXED BY ${index}
   LEFT JOIN tickets k ON k.id = d.ticket_id LEFT JOIN customers c ON c.id = d.customer_id
   WHERE d.owner_id = ? AND d.state = 'open' AND d.due_at_ms <= ?`
const FOLLOW_UPS = duties('follow_ups', 'title', 'follow_ups_open_by_owner')
const PROMISES = duties('promises', 'promise', 'promises_open_by_owner')
const PLAN_STEPS = duties('plan_steps', 'title', 'plan_steps_open_by_owner')

type About = {
  readonly thread_id: string
  readonly ticket_id: string
  readonly customer_id: string
  readonly kind: string
  readonly customer_name: string
  readonly subject: string
}
type Clocked = About & { readonly clocks_json: string | null }
type Timed = About & { readonly at_ms: number | null }
type Duty = Omit<About, 'thread_id' | 'ticket_id' | 'kind'> & {
  readonly id: string
  readonly ticket_id: string | null
  readonly title: string
  readonly at_ms: number
}

/** A reminder, and when it is to be given: a warning comes before what it warns of. */
export type DueReminder = Reminder & { readonly atMs: number }

const aboutThread = (row: About): Omit<Reminder, 'id' | 'kind' | 'title' | 'dueAtMs'> => ({
  ticketId: row.ticket_id,
  threadId: row.thread_id,
  customerId: row.customer_id,
  customerName: row.customer_name,
  subject: row.subject,
})

/** Warnings are for who has the thread; that it is late concerns the whole team while nobody has it. */
function ofClocks(row: Clocked, withWarnings: boolean): readonly DueReminder[] {
  const clocks =
    row.clocks_json === null ? null : (JSON.parse(row.clocks_json) as Partial<ThreadClocks> | null)
  return CLOCK_NAMES.flatMap(name => {
    const clock = clocks?.[name] ?? null
    if (!isRunning(clock) || typeof clock.dueAtMs !== 'number') return []
    const { dueAtMs, warnAtMs } = clock
    const title = targetName(name, row.kind === 'support' ? 'support' : 'service')
    const due = { ...aboutThread(row), title, dueAtMs }
    const key = `${row.thread_id}:${name}:${dueAtMs}`
    const breach = { ...due, id: `sla-breach:${key}`, kind: 'sla-breach' as const, atMs: dueAtMs }
    if (!withWarnings || typeof warnAtMs !== 'number') return [breach]
    return [{ ...due, id: `sla-warning:${key}`, kind: 'sla-warning' as const, atMs: warnAtMs }, breach]
  })
}

const ofSnooze = (row: Timed): readonly DueReminder[] =>
  row.at_ms === null
    ? []
    : [
        {
          ...aboutThread(row),
          id: `snooze-over:${row.thread_id}:${row.at_ms}`,
          kind: 'snooze-over',
          title: '',
          dueAtMs: row.at_ms,
          atMs: row.at_ms,
        },
      ]

const ofDuty =
  (kind: 'follow-up' | 'promise') =>
  (row: Duty): DueReminder => ({
    id: `${kind}:${row.id}:${row.at_ms}`,
    kind,
    ticketId: row.ticket_id,
    threadId: null,
    customerId: row.customer_id,
    customerName: row.customer_name,
    subject: row.subject,
    title: row.title,
    dueAtMs: row.at_ms,
    atMs: row.at_ms,
  })

export type ReminderQuery = {
  readonly me: Me
  /** What is to be given by then, ms; earlier ones included however old. */
  readonly untilMs: number
  /** Events that have just come: a thread that the hub woke is news like one that woke here. */
  readonly eventIds: readonly string[]
}

/** Everything this agent is to be reminded of by a moment, oldest first; given or not. */
export function dueReminders(
  db: Connection,
  { me, untilMs, eventIds }: ReminderQuery,
): readonly DueReminder[] {
  const { id, teamIds } = me
  const found = [
    ...all<Clocked>(db, OWN_CLOCKS, [id]).flatMap(row => ofClocks(row, true)),
    ...teamIds.flatMap(teamId =>
      all<Clocked>(db, QUEUE_CLOCKS, [teamId, untilMs]).flatMap(row => ofClocks(row, false)),
    ),
    ...all<Timed>(db, SNOOZED, [id, untilMs]).flatMap(ofSnooze),
    ...all<Timed>(db, WOKEN, [JSON.stringify(eventIds), id]).flatMap(ofSnooze),
    ...all<Duty>(db, FOLLOW_UPS, [id, untilMs]).map(ofDuty('follow-up')),
    ...all<Duty>(db, PROMISES, [id, untilMs]).map(ofDuty('promise')),
    // A step of a plan is something to come back to like any other.
    ...all<Duty>(db, PLAN_STEPS, [id, untilMs]).map(ofDuty('follow-up')),
  ]
  const due = found.filter(({ atMs }) => atMs <= untilMs)
  const names = personNames(
    db,
    due.map(({ customerId }) => customerId),
  )
  return due
    .map(each => ({ ...each, customerName: names.get(each.customerId) ?? each.customerName }))
    .toSorted((left, right) => left.atMs - right.atMs)
}

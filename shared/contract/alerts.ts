export const reminderKinds = ['sla-warning', 'sla-breach', 'follow-up', 'promise', 'snooze-over'] as const
export type ReminderKind = (typeof reminderKinds)[number]

/** Something of this agent comes due now. Told once per device, offline too, and after a restart if it came due meanwhile. */
export type Reminder = {
  /** The same for the same due moment, so that nobody is told twice. */
  readonly id: string
  readonly kind: ReminderKind
  readonly ticketId: string | null
  readonly threadId: string | null
  readonly customerId: string
  readonly customerName: string
  readonly subject: string
  /** What is due, for example the agent's own words of a promise. */
  readonly title: string
  readonly dueAtMs: number
}

/**
 * 'thanks', 'coaching': a colleague's words for this agent, `customerName` is the colleague's. 'sla-…': a clock of somebody else's thread that the service levels want this agent to hear of. 'lease-broken': a
 * ticket this agent worked on offline was freed for others.
 */
export const arrivalKinds = [
  'message',
  'assigned',
  'mention',
  'lease-broken',
  'sla-warning',
  'sla-breach',
  'thanks',
  'coaching',
] as const
export type ArrivalKind = (typeof arrivalKinds)[number]

/** News for this agent that the hub brought: the work of somebody else, never the agent's own. */
export type Arrival = {
  /** The row that brought it: the message, the event of the assignment, the note. */
  readonly id: string
  readonly kind: ArrivalKind
  /** Null: it is about no ticket, or about one nobody is led to; `customerId` is empty then. */
  readonly ticketId: string | null
  readonly customerId: string
  readonly customerName: string
  readonly subject: string
  /** First words of the message or note, or the name of the clock's target; empty for an assignment. */
  readonly preview: string
  readonly atMs: number
}

/** What one look at the hub brought. After hours away it is one sentence, not hundreds: then `arrivals` is empty. */
export type Arrivals = {
  readonly arrivals: readonly Arrival[]
  readonly catchUp: {
    readonly count: number
    readonly sinceMs: number
    readonly ticketIds: readonly string[]
  } | null
}

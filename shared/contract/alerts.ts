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

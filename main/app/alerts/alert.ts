import { assertNever } from '../../../shared/assert.ts'
import type { Arrival, ArrivalKind, Reminder, ReminderKind } from '../../../shared/contract/alerts.ts'
import type { AskedCommand } from '../../../shared/contract/commands.ts'
import type { NotificationSettings } from '../../../shared/contract/settings.ts'

/** Arrivals and reminders, told alike. */
export type Alert = {
  readonly kind: ArrivalKind | ReminderKind
  readonly ticketId: string | null
  readonly customerId: string
  readonly customerName: string
  readonly subject: string
  /** First words of what was written, or what is due. */
  readonly text: string
}

export const alertOfArrival = ({ preview, ...arrival }: Arrival): Alert => ({ ...arrival, text: preview })
export const alertOfReminder = ({ title, ...reminder }: Reminder): Alert => ({ ...reminder, text: title })

/** The switch that decides about an alert. */
function switchOf(kind: Alert['kind']): 'messages' | 'assignments' | 'mentions' | 'deadlines' | 'reminders' {
  switch (kind) {
    case 'message':
      return 'messages'
    case 'assigned':
    case 'lease-broken':
      return 'assignments'
    case 'mention':
    case 'thanks':
    case 'coaching':
      return 'mentions'
    case 'sla-warning':
    case 'sla-breach':
      return 'deadlines'
    case 'follow-up':
    case 'promise':
    case 'snooze-over':
      return 'reminders'
    default:
      return assertNever(kind, 'alert kind')
  }
}

export const isWanted = (alert: Alert, settings: NotificationSettings): boolean =>
  settings[switchOf(alert.kind)]

/** Alerts of one key replace each other: one line per ticket and sort of news. */
export const keyOf = ({ kind, ticketId, customerId }: Alert): string =>
  `${ticketId ?? (customerId === '' ? kind : customerId)} ${switchOf(kind)}`

export function showing({ kind, ticketId, customerId }: Alert): AskedCommand {
  if (kind === 'thanks') return { id: 'kudos.open' }
  if (kind === 'coaching') return { id: 'coaching.open' }
  const target =
    ticketId === null
      ? ({ kind: 'customer', customerId, workspaceId: null } as const)
      : ({ kind: 'ticket', ticketId } as const)
  return { id: 'target.show', target }
}

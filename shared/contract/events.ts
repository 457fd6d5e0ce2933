import type { TableName } from '../domain/tables.ts'
import type { Reminder } from './alerts.ts'
import type { BoardState, TicketWatchers } from './floor.ts'
import type { SessionState } from './session.ts'
import type { Settings } from './settings.ts'
import type { SyncStatus } from './sync.ts'

/** Ids of changed rows by table, merged per frame; null: too many to name, treat all rows of the table as changed. */
export type ChangedRows = Partial<Record<TableName | 'outbox', readonly string[] | null>>

export type Events = {
  readonly 'data.changed': { readonly tables: ChangedRows }
  readonly 'sync.changed': SyncStatus
  readonly 'session.changed': SessionState
  readonly 'settings.changed': Settings
  /**
   * A menu entry, shortcut or link of the system asks the window to run a command. `argument` is the ticket's
   * number of `ticket.openNumber`, and the number of waiting changes of `app.confirmQuit`; `ticketId` is the
   * ticket of `ticket.openId`.
   */
  readonly 'command.asked': { readonly id: string; readonly argument?: number; readonly ticketId?: string }
  /** Made in the data process, offline too; main shows them through the system, windows beside the ticket. */
  readonly 'reminders.due': { readonly reminders: readonly Reminder[] }
  /** Tickets whose watchers are others now; an empty list: nobody any more. */
  readonly 'presence.changed': { readonly tickets: readonly TicketWatchers[] }
  /** For the supervisors' window only. */
  readonly 'board.changed': BoardState
}
export type EventName = keyof Events
export const eventNames = [
  'data.changed',
  'sync.changed',
  'session.changed',
  'settings.changed',
  'command.asked',
  'reminders.due',
  'presence.changed',
  'board.changed',
] as const satisfies readonly EventName[]

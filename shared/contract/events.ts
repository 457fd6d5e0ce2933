import type { TableName } from '../domain/tables.ts'
import type { Reminder } from './alerts.ts'
import type { AskedCommand } from './commands.ts'
import type { BoardState, Colleague, TicketWatchers } from './floor.ts'
import type { SessionState } from './session.ts'
import type { Settings } from './settings.ts'
import type { SyncStatus } from './sync.ts'

/**
 * Ids of changed rows by table, merged per frame; null: too many to name, treat all rows of the table as changed.
 * `standings` names customers whose health, value or stage became another one.
 * `ofTicket` and `ofCustomer` name the tickets and customers that changed rows of any table belong to, or belonged to.
 */
export type ChangedRows = Partial<
  Record<TableName | 'outbox' | 'standings' | 'ofTicket' | 'ofCustomer', readonly string[] | null>
>

export type Events = {
  readonly 'data.changed': { readonly tables: ChangedRows }
  readonly 'sync.changed': SyncStatus
  readonly 'session.changed': SessionState
  /** While the key of a place is being replaced: the share that is done, 0 to 1. */
  readonly 'key.progressed': { readonly share: number }
  /** The key of the open place was replaced by itself, while nobody was at the computer. */
  readonly 'key.replaced': { readonly atMs: number }
  readonly 'settings.changed': Settings
  /** A file the agent wanted to save could not be written where it was to go: no room, no right, the drive is gone. */
  readonly 'save.failed': { readonly fileName: string }
  readonly 'command.asked': AskedCommand
  /** Made in the data process, offline too; main shows them through the system, windows beside the ticket. */
  readonly 'reminders.due': { readonly reminders: readonly Reminder[] }
  /** Tickets whose watchers are others now; an empty list: nobody any more. */
  readonly 'presence.changed': { readonly tickets: readonly TicketWatchers[] }
  /** Everybody who is here; null: nothing is known. */
  readonly 'colleagues.changed': { readonly agents: readonly Colleague[] | null }
  /** For the supervisors' window only. */
  readonly 'board.changed': BoardState
}
export type EventName = keyof Events
export const eventNames = [
  'data.changed',
  'sync.changed',
  'session.changed',
  'key.progressed',
  'key.replaced',
  'settings.changed',
  'save.failed',
  'command.asked',
  'reminders.due',
  'presence.changed',
  'colleagues.changed',
  'board.changed',
] as const satisfies readonly EventName[]

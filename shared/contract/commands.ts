import type { TicketId } from '../domain/ids.ts'
import type { DeepLink } from '../rules/deep-link.ts'

/** Everything a person can ask of the console by key, menu or palette. The window's command table has one entry each. */
export const commandIds = [
  'search.open',
  'commands.open',
  'shortcuts.open',
  'settings.open',
  'keys.change',
  'levels.open',
  'attention.open',
  'ledger.open',
  'row.explain',
  'ticket.new',
  'ticket.newCall',
  'ticket.newMail',
  'ticket.newWalkIn',
  'customer.new',
  'customer.find',
  'answer.find',
  'view.mine',
  'view.unassigned',
  'view.myTeams',
  'view.allOpen',
  'view.pending',
  'view.snoozed',
  'view.solved',
  'view.save',
  'view.edit',
  'view.arrange',
  'list.filter',
  'list.unfilter',
  'kind.all',
  'kind.service',
  'kind.support',
  'kind.both',
  'list.toggleForm',
  'list.toggle',
  'ticket.next',
  'ticket.previous',
  'tab.next',
  'tab.previous',
  'tab.close',
  'tab.reopen',
  'list.focus',
  'conversation.focus',
  'customer.focus',
  'pane.service',
  'pane.support',
  'timeline.toggle',
  'reply.write',
  'note.write',
  'message.send',
  'thread.take',
  'thread.assign',
  'thread.state',
  'thread.open',
  'thread.pend',
  'thread.solve',
  'thread.restored',
  'thread.snooze',
  'thread.priority',
  'ticket.tag',
  'ticket.relabel',
  'ticket.link',
  'ticket.subject',
  'thread.switch',
  'ticket.copyNumber',
  'ticket.copyLink',
  'customer.copyLink',
  'customer.takeAlong',
  'ticket.lease',
  'ticket.releaseLease',
  'ticket.breakLease',
  'undo.last',
  'macro.open',
  'list.pickAll',
  'list.pickNone',
  'sync.wake',
  'sync.cable',
  'offline.open',
  'sync.health',
  'supervisor.open',
  'status.available',
  'status.onCall',
  'status.lunch',
  'status.away',
  'theme.toggle',
  'session.signOut',
  'session.switch',
] as const
export type CommandId = (typeof commandIds)[number]
export const isCommandId = (value: unknown): value is CommandId =>
  typeof value === 'string' && (commandIds as readonly string[]).includes(value)

/** What a link of the system or a notification shows. */
export type ShowTarget = DeepLink | { readonly kind: 'ticket'; readonly ticketId: TicketId }

/**
 * Something outside of the page asks it to act: a menu, the tray, a notification, a link, the end of the app.
 * Beside the commands there are `target.show` with its target, and `app.confirmQuit` with the number of waiting changes
 * and whether it is the computer that goes down.
 */
export type AskedCommand =
  | { readonly id: CommandId }
  | { readonly id: 'target.show'; readonly target: ShowTarget }
  | { readonly id: 'app.confirmQuit'; readonly waiting: number; readonly isShutdown?: boolean }

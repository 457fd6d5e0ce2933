import { runCommand } from '../../commands/command-table.ts'
import { act } from '../../data/use-action.ts'
import { desk } from '../../desk.ts'
import { openTicketInTab } from '../../stores/tabs-store.ts'
import { searchFor, uiStore } from '../../stores/ui-store.ts'

type Asked = { readonly id: string; readonly argument?: number }

/** What a menu, a link or the system asks of this window. */
export function takeAsked({ id, argument }: Asked): void {
  if (id === 'app.confirmQuit') uiStore.setState({ dialog: 'quit', unsentAtQuit: argument ?? 0 })
  else if (id === 'ticket.openNumber' && argument !== undefined) void openNumber(argument)
  else runCommand(id)
}

/** A link names a ticket by number: it opens when it is on this laptop, else the search says that it is not. */
async function openNumber(number: number): Promise<void> {
  const found = await act('search.query', { text: String(number), subject: 'tickets', limit: 10 })
  for (const { ticketId } of found?.hits ?? []) {
    const view = ticketId === null ? null : await desk.call('tickets.get', { ticketId })
    if (view?.ticket.number === number) return openTicketInTab(view.ticket.id)
  }
  searchFor({ isOpen: true, text: String(number), scope: 'tickets' })
}

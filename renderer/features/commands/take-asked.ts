import type { AskedCommand, ShowTarget } from '../../../shared/contract/commands.ts'
import { runCommand } from '../../commands/command-table.ts'
import { act } from '../../data/use-action.ts'
import { desk } from '../../desk.ts'
import { placeHere } from '../../stores/session-store.ts'
import { syncStore } from '../../stores/sync-store.ts'
import { openCustomer, openTicketInTab } from '../../stores/tabs-store.ts'
import { closeDialog, searchFor, uiStore } from '../../stores/ui-store.ts'

/** What a menu, a link, a notification or the system asks of this window. */
export function takeAsked(asked: AskedCommand): void {
  if (asked.id === 'app.confirmQuit') {
    const { waiting, isShutdown = false } = asked
    uiStore.setState({ dialog: 'quit', unsentAtQuit: waiting, isShutdown })
  } else if (asked.id === 'target.show') show(asked.target)
  else runCommand(asked.id)
}

function show(target: ShowTarget): void {
  if (target.kind === 'ticket') {
    closeDialog()
    return openTicketInTab(target.ticketId)
  }
  const here = placeHere()?.workspace.id
  if (target.workspaceId !== null && target.workspaceId !== here) {
    uiStore.setState({ dialog: 'elsewhere', elsewhere: target })
    return
  }
  closeDialog()
  void (target.kind === 'customer' ? openPerson(target.customerId) : openNumber(target.number))
}

/** A link that started the app can be asked for while the first fill is still under way: it waits for its end. */
function filled(): Promise<void> {
  const isFilled = (): boolean => syncStore.getState().status?.isFilled === true
  return new Promise(resolve => {
    if (isFilled()) return resolve()
    const stop = syncStore.subscribe(() => {
      if (!isFilled()) return
      stop()
      resolve()
    })
  })
}

/** A link names a ticket by number: it opens when it is on this laptop, else the search says that it is not. */
async function openNumber(number: number): Promise<void> {
  await filled()
  const found = await act('search.query', { text: String(number), subject: 'tickets', limit: 1 })
  const ticketId = found?.hits[0]?.ticketId ?? null
  const view = ticketId === null ? null : await desk.call('tickets.get', { ticketId })
  if (view?.ticket.number === number) return openTicketInTab(view.ticket.id)
  searchFor({ isOpen: true, text: String(number), scope: 'tickets' })
}

async function openPerson(customerId: string): Promise<void> {
  await filled()
  // One that is not on this laptop can be fetched from there.
  openCustomer(customerId)
}

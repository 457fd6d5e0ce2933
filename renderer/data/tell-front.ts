import { desk } from '../desk.ts'
import { activeTicketId, tabsStore } from '../stores/tabs-store.ts'

/** Tells main which ticket is in front, so that nobody is notified about it; the returned function stops. */
export function tellFront(): () => void {
  let told: string | null = null
  const tell = (ticketId: string | null): void => {
    if (ticketId === told) return
    told = ticketId
    desk.call('app.setFront', { ticketId }).catch(() => {})
  }
  tell(activeTicketId(tabsStore.getState()))
  const stop = tabsStore.subscribe(state => tell(activeTicketId(state)))
  return () => {
    stop()
    tell(null)
  }
}

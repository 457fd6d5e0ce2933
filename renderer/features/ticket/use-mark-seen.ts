import { useEffect } from 'react'
import type { ConversationItem } from '../../../shared/contract/tickets.ts'
import { desk } from '../../desk.ts'

/** Only what somebody can have looked at counts: the window is in front, and a glance long. */
const GLANCE_MS = 700

const newestSeq = (items: readonly ConversationItem[]): number =>
  Math.max(0, ...items.map(item => (item.type === 'message' ? (item.message.seq ?? 0) : 0)))

/** Notes on this laptop how far a ticket was read; what comes later shows it as unread in the list. */
export function useMarkSeen(ticketId: string, items: readonly ConversationItem[]): void {
  const seq = newestSeq(items)
  useEffect(() => {
    if (seq === 0) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = (): void => {
      clearTimeout(timer)
      if (!document.hasFocus()) return
      timer = setTimeout(() => {
        // A mark that could not be kept shows the ticket as unread once more.
        desk.call('tickets.markSeen', { ticketId, seq }).catch(() => undefined)
      }, GLANCE_MS)
    }
    look()
    window.addEventListener('focus', look)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('focus', look)
    }
  }, [ticketId, seq])
}

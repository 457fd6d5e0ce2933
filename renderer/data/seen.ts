import { live } from './live.ts'

/** Page size of the conversation: the same for whoever paints it and whoever asks what was painted. */
export const CONVERSATION_PAGE = 50
/** As many events of the timeline as its strip shows; the customer's head looks at the same ones. */
export const TIMELINE_SHOWN = 200

/** Number of the newest message on the screen: what a person had seen when they decided. 0 when none is numbered. */
export function seenUpTo(ticketId: string): number {
  const page = live.read('tickets.conversation', { ticketId, before: null, limit: CONVERSATION_PAGE })
  if (page.state !== 'ready') return 0
  const seqs = page.value.items.map(item => (item.type === 'message' ? (item.message.seq ?? 0) : 0))
  return Math.max(0, ...seqs)
}

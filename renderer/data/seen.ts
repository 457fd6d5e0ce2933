import { live } from './live.ts'

/** Page size of the conversation: the same for whoever paints it and whoever asks what was painted. */
export const CONVERSATION_PAGE = 50
/** As many events of the timeline as its strip shows; the customer's head looks at the same ones. */
export const TIMELINE_SHOWN = 200

/** A colleague's note that reaches the hub so much later than it was made holds no reply any more. */
const NOTES_BACK_MS = 14 * 86_400_000

/** Notes on the screen, and from when on it shows all there are: by times of the hub, whatever the clock here says. */
export function notesSeen(ticketId: string): { sinceMs: number; ids: string[] } {
  const page = live.read('tickets.conversation', { ticketId, before: null, limit: CONVERSATION_PAGE })
  if (page.state !== 'ready') return { sinceMs: 0, ids: [] }
  const { items, earlier } = page.value
  const known = items.filter(item =>
    item.type === 'message'
      ? item.message.seq !== null
      : item.type === 'note' && item.delivery === 'accepted',
  )
  const newestMs = Math.max(0, ...known.map(({ atMs }) => atMs))
  const firstMs = earlier === null ? 0 : (items[0]?.atMs ?? 0)
  const sinceMs = Math.max(0, firstMs, newestMs - NOTES_BACK_MS)
  const ids = items.flatMap(item => (item.type === 'note' && item.atMs > sinceMs ? [item.note.id] : []))
  return { sinceMs, ids }
}

/** Number of the newest message on the screen: what a person had seen when they decided. 0 when none is numbered. */
export function seenUpTo(ticketId: string): number {
  const page = live.read('tickets.conversation', { ticketId, before: null, limit: CONVERSATION_PAGE })
  if (page.state !== 'ready') return 0
  const seqs = page.value.items.map(item => (item.type === 'message' ? (item.message.seq ?? 0) : 0))
  return Math.max(0, ...seqs)
}

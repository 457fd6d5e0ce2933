import { z } from 'zod'
import { readKept, writeKept } from './kept.ts'

/** What stood at the top edge of a conversation, and how far above the edge it began, px. */
const Anchor = z.object({ itemId: z.string(), above: z.number() })
export type Anchor = z.infer<typeof Anchor>

const KEY = 'scrolls'
/** Conversations further back start at their end again. */
const MOST = 40
const WRITE_AFTER_MS = 400

let kept: Map<string, Anchor> | null = null
let timer: ReturnType<typeof setTimeout> | null = null

const all = (): Map<string, Anchor> =>
  (kept ??= new Map(Object.entries(readKept(KEY, z.record(z.string(), Anchor)) ?? {})))

function writeSoon(): void {
  timer ??= setTimeout(() => {
    timer = null
    writeKept(KEY, Object.fromEntries([...all()].slice(-MOST)))
  }, WRITE_AFTER_MS)
}

/** Where reading of a ticket stopped; null: at its end, as when it is opened for the first time. */
export const keptScroll = (ticketId: string): Anchor | null => all().get(ticketId) ?? null

export function keepScroll(ticketId: string, anchor: Anchor | null): void {
  const map = all()
  if (anchor === null && !map.has(ticketId)) return
  map.delete(ticketId)
  if (anchor) map.set(ticketId, anchor)
  writeSoon()
}

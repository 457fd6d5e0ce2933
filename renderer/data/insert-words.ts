import { insertAtCursor } from '../lib/cursor-target.ts'
import { writeIn } from '../stores/composer-store.ts'
import { showColumn } from '../stores/ui-store.ts'
import { currentTicket } from './current-ticket.ts'

/** Is there a ticket in front to write in? */
export const canInsert = (): boolean => currentTicket() !== null

/** Opens the composer of the ticket in front and puts words in at its cursor, never over what was written. */
export function insertWords(words: string, mode: 'reply' | 'note' = 'reply'): void {
  if (!canInsert()) return
  writeIn(mode)
  showColumn('conversation')
  // The composer of another mode is on the screen with the next frame.
  requestAnimationFrame(() => requestAnimationFrame(() => insertAtCursor(words)))
}

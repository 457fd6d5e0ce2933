import { run } from './statement.ts'
import { noteChange, write } from './write.ts'
import type { Database } from './write.ts'

/** What the agent has had on the screen, on this laptop. */
export type ReadingMarks = {
  /** Notes that messages up to `seq` were seen; a mark never goes back. */
  readonly see: (ticketId: string, seq: number) => void
}

const SEE = `
  INSERT INTO reading_marks (ticket_id, seq) VALUES (?, ?)
  ON CONFLICT (ticket_id) DO UPDATE SET seq = excluded.seq WHERE excluded.seq > reading_marks.seq`

export const readingMarks = (database: Database): ReadingMarks => ({
  // Not durable: losing a mark shows a ticket as unread once more.
  see: (ticketId, seq) =>
    write(database, 'relaxed', tx => {
      run(tx, SEE, [ticketId, seq])
      noteChange(database, 'tickets', ticketId)
    }),
})

import { expect, test } from 'vitest'
import { openLaptopDatabase } from '../../support/laptop-database.ts'

test('pending rows of a ticket are found by the ticket, however many others are pending', () => {
  const laptop = openLaptopDatabase()
  try {
    laptop.store.shadows.under({ table: 'threads', column: 'ticketId', value: 'nobody' })
    const sql = [...laptop.database.db.statements.keys()].find(text => text.includes('shadows ON'))
    const plan = laptop.database.db.handle
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all('threads', 'nobody')
      .map(row => (row as { detail: string }).detail)
    expect(plan).toEqual([
      expect.stringMatching(/^SEARCH rows USING .*\(ticket_id=\?\)$/),
      expect.stringMatching(/^SEARCH shadows USING .*\(table_name=\? AND row_id=\?\)$/),
    ])
  } finally {
    laptop.close()
  }
})

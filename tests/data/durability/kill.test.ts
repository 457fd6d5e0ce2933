import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aTicket } from '../../support/builders.ts'
import type { KillOrders } from '../../support/kill-worker.ts'
import { openLaptopDatabase, TEST_KEY } from '../../support/laptop-database.ts'
import type { LaptopDatabase } from '../../support/laptop-database.ts'
import { sampleId, seededRandom } from '../../support/sample-row.ts'

const WORKER = join(import.meta.dirname, '..', '..', 'support', 'kill-worker.ts')

let folder: string
const ticket = aTicket({ id: sampleId() })
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-kill-'))
  const laptop = openLaptopDatabase({ folder })
  laptop.store.transaction('durable', () => laptop.store.rows.put('tickets', ticket, 1))
  laptop.close()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

type Killed = { readonly safe: readonly string[]; readonly signal: string | null }

/** Lets the worker write and kills it after so many notes, or lets it end itself. */
function writeUntilKilled(orders: Pick<KillOrders, 'how' | 'dieInNote'>, killAfter: number): Promise<Killed> {
  const child = fork(WORKER, [], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const safe: string[] = []
  child.on('message', (message: { ready?: true; safe?: string }) => {
    if (message.ready)
      child.send({ path: join(folder, 'tandem.db'), key: TEST_KEY, ticketId: ticket.id, ...orders })
    if (message.safe === undefined) return
    safe.push(message.safe)
    if (safe.length === killAfter) child.kill('SIGKILL')
  })
  return new Promise(resolve => child.once('exit', (_code, signal) => resolve({ safe, signal })))
}

/** Notes without an outbox entry, entries without a note, and notes that search does not find. */
function tornIn({ store, database }: LaptopDatabase): {
  readonly rows: number
  readonly entries: number
  readonly unfound: number
} {
  const notes = store.rows
    .many({ table: 'notes', where: { ticketId: ticket.id }, above: null })
    .map(({ row }) => row['id'] as string)
  const entries = store.outbox.page(0, 10_000)
  const written = new Set(
    entries.flatMap(({ links }) => links.flatMap(link => (link.table === 'notes' ? [link.id] : []))),
  )
  const found = database.db.handle
    .prepare(`SELECT count(*) FROM search_notes WHERE search_notes MATCH 'train'`)
    .pluck()
    .get()
  return {
    rows: notes.filter(id => !written.has(id)).length,
    entries: [...written].filter(id => !id.startsWith('?') && !notes.includes(id)).length,
    unfound: notes.length - Number(found),
  }
}

const random = seededRandom(41)
test.each(Array.from({ length: 6 }, () => 1 + Math.floor(random() * 60)))(
  'killed after %i acknowledged notes: none is lost, none is torn',
  async killAfter => {
    const { safe, signal } = await writeUntilKilled({ how: 'product', dieInNote: null }, killAfter)
    expect(signal).toBe('SIGKILL')
    const laptop = openLaptopDatabase({ folder })
    for (const id of safe) expect(laptop.store.rows.get('notes', id)).not.toBeNull()
    expect(laptop.store.outbox.tally().waiting).toBeGreaterThanOrEqual(safe.length)
    expect(tornIn(laptop)).toEqual({ rows: 0, entries: 0, unfound: 0 })
    laptop.close()
  },
)

test('killed between the row and its outbox entry: neither is there', async () => {
  const { safe, signal } = await writeUntilKilled({ how: 'product', dieInNote: 5 }, Infinity)
  expect(signal).toBe('SIGKILL')
  expect(safe).toHaveLength(4)
  const laptop = openLaptopDatabase({ folder })
  expect(laptop.store.outbox.tally().waiting).toBe(4)
  expect(tornIn(laptop)).toEqual({ rows: 0, entries: 0, unfound: 0 })
  laptop.close()
})

test('the same kill tears a product that writes row and entry one after the other', async () => {
  const { safe } = await writeUntilKilled({ how: 'split', dieInNote: 5 }, Infinity)
  expect(safe).toHaveLength(4)
  const laptop = openLaptopDatabase({ folder })
  expect(tornIn(laptop).rows).toBe(1)
  laptop.close()
})

import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mutate } from '../../../main/data/sync/mutate.ts'
import { aCustomer, aMessage, aThread, aTicket } from '../../support/builders.ts'
import { anActor } from '../../support/laptop.ts'
import { openLaptopDatabase, TEST_KEY } from '../../support/laptop-database.ts'
import type { LaptopDatabase } from '../../support/laptop-database.ts'
import { sampleId, seededRandom } from '../../support/sample-row.ts'

const WORKER = join(import.meta.dirname, '..', '..', 'support', 'sweep-worker.ts')
const CUSTOMERS = 120
const MESSAGES = 12
/** A snapshot of this number names none of the rows. */
const AS_OF = 50

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-sweep-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A filled laptop with unsent work on one of its tickets. */
function filled(): { readonly customerId: string; readonly cells: number } {
  const laptop = openLaptopDatabase({ folder })
  const { store } = laptop
  const people = Array.from({ length: CUSTOMERS }, () => ({ customerId: sampleId(), ticketId: sampleId() }))
  store.transaction('relaxed', () => {
    for (const { customerId, ticketId } of people) {
      store.rows.put('customers', aCustomer({ id: customerId }), 1)
      store.rows.put('tickets', aTicket({ id: ticketId, customerId, number: null }), 1)
      store.rows.put('threads', aThread({ id: sampleId(), customerId, ticketId }), 1)
    }
    // As a snapshot brings them: a customer's are among those of all others.
    for (let seq = 1; seq <= MESSAGES; seq += 1)
      for (const of of people)
        store.rows.put('messages', aMessage({ id: sampleId(), ...of, seq, bodyText: 'Zwieback' }), 1)
  })
  const actor = anActor()
  const deps = { store, clock: { now: () => 1_000 }, random: seededRandom(3), actor: () => actor }
  const [held] = people
  mutate(deps, { name: 'ticket.tag', args: { ticketId: held?.ticketId ?? '', tags: ['vip'] } })
  const cells = Number(count(laptop, CELLS)) / CUSTOMERS
  laptop.close()
  return { customerId: held?.customerId ?? '', cells }
}

/** Lets the worker sweep; kills it after so many turns. Answers whether it came to its end. */
function sweepUntilKilled(killAfter: number): Promise<boolean> {
  const child = fork(WORKER, [], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  let isOver = false
  child.on('message', (message: { ready?: true; turns?: number; isOver?: true }) => {
    if (message.ready) child.send({ path: join(folder, 'tandem.db'), key: TEST_KEY, asOf: AS_OF })
    if (message.isOver) isOver = true
    if (message.isOver || (message.turns ?? 0) >= killAfter) child.kill('SIGKILL')
  })
  return new Promise(resolve => child.once('exit', () => resolve(isOver)))
}

/** In how many counts the threads stand. */
const CELLS = 'SELECT coalesce(sum(total), 0) FROM thread_counts'
const count = ({ database }: LaptopDatabase, sql: string): unknown =>
  database.db.handle.prepare(sql).pluck().get()

test('a sweep that is killed again and again ends with the same: all gone but what unsent work holds', async () => {
  const held = filled()
  let kills = 0
  for (const after of [1, 3, 6, 9, 14]) if (!(await sweepUntilKilled(after))) kills += 1
  expect(kills).toBeGreaterThan(2)
  expect(await sweepUntilKilled(Number.MAX_SAFE_INTEGER)).toBe(true)
  const laptop = openLaptopDatabase({ folder })
  const tables = ['customers', 'tickets', 'threads', 'messages']
  expect(tables.map(table => count(laptop, `SELECT count(*) FROM ${table}`))).toEqual([1, 1, 1, MESSAGES])
  expect(count(laptop, 'SELECT id FROM customers')).toBe(held.customerId)
  expect(count(laptop, `SELECT count(*) FROM search_messages WHERE search_messages MATCH 'zwieback'`)).toBe(
    MESSAGES,
  )
  expect(count(laptop, 'SELECT count(*) FROM search_leftovers')).toBe(0)
  expect(count(laptop, CELLS)).toBe(held.cells)
  expect(laptop.database.db.handle.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(laptop.store.outbox.page(0, 9)).toHaveLength(1)
  laptop.close()
})

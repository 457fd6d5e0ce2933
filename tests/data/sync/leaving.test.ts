import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createPace } from '../../../main/data/sync/pace.ts'
import { mutate } from '../../../main/data/sync/mutate.ts'
import type { PullDeps } from '../../../main/data/sync/pull.ts'
import { stepsOf, takeSteps } from '../../../main/data/sync/feed.ts'
import { settleDepartures } from '../../../main/data/sync/scope.ts'
import { sweep } from '../../../main/data/sync/sweep.ts'
import { takeBack } from '../../../main/data/sync/take-back.ts'
import { aCustomer, aDraft, aMessage, aThread, aTicket } from '../../support/builders.ts'
import { openLaptopDatabase } from '../../support/laptop-database.ts'
import type { LaptopDatabase } from '../../support/laptop-database.ts'
import { anActor, noRemote } from '../../support/laptop.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import { sampleId, seededRandom } from '../../support/sample-row.ts'

// A million rows may have to leave a laptop: what that takes is counted here, not timed.

const MESSAGES = 10
const TOGETHER = 2 + MESSAGES + 1
/** A snapshot of this number names none of the rows. */
const AS_OF = 50

let laptop: LaptopDatabase
beforeEach(() => {
  laptop = openLaptopDatabase()
})
afterEach(() => laptop.close())

type Person = { readonly customerId: string; readonly ticketId: string; readonly threadId: string }

function people(count: number): readonly Person[] {
  const { store } = laptop
  return store.transaction('relaxed', () => {
    const made = Array.from({ length: count }, (_, index) => {
      const [customerId, ticketId, threadId] = [sampleId(), sampleId(), sampleId()]
      const of = { customerId, ticketId }
      store.rows.put('customers', aCustomer({ id: customerId }), 1)
      store.rows.put('tickets', aTicket({ id: ticketId, customerId, number: index }), 1)
      store.rows.put('threads', aThread({ id: threadId, ...of, state: 'open', assigneeId: null }), 1)
      return { customerId, ticketId, threadId }
    })
    // As a snapshot brings them: a customer's are among those of all others.
    for (let seq = 1; seq <= MESSAGES; seq += 1) {
      for (const [index, { threadId: _, ...of }] of made.entries()) {
        const bodyText = `Zwieback ${index} has gone stale again`
        store.rows.put('messages', aMessage({ id: sampleId(), ...of, seq, bodyText }), 1)
      }
    }
    return made
  })
}

const actor = anActor({ id: sampleId() })
const actDeps = () => ({
  store: laptop.store,
  clock: { now: () => 1_000 },
  random: seededRandom(3),
  actor: () => actor,
})
const pullDeps = (yieldTurn: () => Promise<void> = async () => {}): PullDeps => ({
  store: laptop.store,
  actor: () => actor,
  remote: noRemote,
  clock: createFakeClock(),
  clientId: sampleId(),
  pace: createPace({ stopwatch: null, isWanted: () => false }),
  yieldTurn,
})

const scalar = (sql: string, ...params: readonly unknown[]): unknown =>
  laptop.database.db.handle
    .prepare(sql)
    .pluck()
    .get(...params)
const countOf = (table: string): unknown => scalar(`SELECT count(*) FROM ${table}`)
const leave = (persons: readonly Person[]): void => {
  const entries = persons.map(({ customerId }) => ({ kind: 'leave', seq: 20, customerId }) as const)
  laptop.store.transaction('relaxed', () =>
    takeSteps({ store: laptop.store, actor: () => actor }, stepsOf(entries)),
  )
}

/** Statements that run during some work, those that take words out of the search index apart. */
async function statementsOf(work: () => Promise<void>): Promise<number> {
  const { statements } = laptop.database.db
  const get = statements.get.bind(statements)
  let count = 0
  statements.get = sql => {
    if (!sql.includes("VALUES ('delete',")) count += 1
    return get(sql)
  }
  await work()
  statements.get = get
  return count
}

describe('a scope that leaves', () => {
  test('takes one statement for many rows, whoever they belong to', async () => {
    const persons = people(160)
    const statements = await statementsOf(() => sweep(pullDeps(), AS_OF))
    expect(['customers', 'tickets', 'threads', 'messages'].map(countOf)).toEqual([0, 0, 0, 0])
    // Row by row it was 8 for each.
    expect(statements).toBeLessThan(2 * persons.length * TOGETHER)
  })

  test('leaves lists first, and what is in no list with the tables', async () => {
    const persons = people(20)
    const seen: unknown[][] = []
    const looks = pullDeps(async () => {
      seen.push(['customers', 'threads', 'messages'].map(countOf))
    })
    await sweep(looks, AS_OF)
    const [first] = seen
    // Two steps of four customers are a transaction here.
    expect(first).toEqual([persons.length - 8, persons.length - 8, persons.length * MESSAGES])
    expect(seen.at(-1)).toEqual([0, 0, 0])
  })

  test('takes somebody with very many threads in steps, too', async () => {
    const [heavy] = people(1)
    const { customerId = '', ticketId = '' } = heavy ?? {}
    laptop.store.transaction('relaxed', () => {
      for (let more = 0; more < 350; more += 1)
        laptop.store.rows.put('threads', aThread({ id: sampleId(), customerId, ticketId }), 1)
    })
    const steps: unknown[] = []
    await sweep(
      pullDeps(async () => {
        steps.push(countOf('threads'))
      }),
      AS_OF,
    )
    expect(steps[0]).toBe(251)
    expect(['customers', 'tickets', 'threads', 'messages'].map(countOf)).toEqual([0, 0, 0, 0])
  })

  test('leaves what unsent work and drafts hold, and takes it once they are over', async () => {
    const [worked, written, ...others] = people(12)
    const { store } = laptop
    const draft = aDraft({ id: sampleId(), ticketId: written?.ticketId ?? '', agentId: actor.id })
    store.transaction('relaxed', () => store.rows.put('drafts', draft, AS_OF))
    mutate(actDeps(), { name: 'ticket.tag', args: { ticketId: worked?.ticketId ?? '', tags: ['vip'] } })
    await sweep(pullDeps(), AS_OF)
    const held = [worked, written].map(person => person?.customerId ?? '')
    expect(
      store.departures
        .list()
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(held.toSorted())
    expect(held.map(id => store.rows.ofGroup(id).length)).toEqual([TOGETHER + 1, TOGETHER])
    expect(others.flatMap(({ customerId }) => store.rows.ofGroup(customerId))).toEqual([])
  })

  test('takes who was held with all they have when their work ends while the tables go', async () => {
    const [worked] = people(12)
    const { store } = laptop
    const args = { ticketId: worked?.ticketId ?? '', tags: ['vip'] }
    const mutationId = mutate(actDeps(), { name: 'ticket.tag', args })
    const ends = pullDeps(async () => {
      if (Number(countOf('messages')) > MESSAGES || store.outbox.get(mutationId) === null) return
      store.transaction('relaxed', () => {
        takeBack(actDeps(), store.outbox.get(mutationId) as never)
      })
    })
    await sweep(ends, AS_OF)
    store.transaction('relaxed', () => settleDepartures(store))
    expect(['customers', 'tickets', 'threads', 'messages'].map(countOf)).toEqual([0, 0, 0, 0])
  })

  test('goes on where the process ended, and ends with the same', async () => {
    people(40)
    let turns = 0
    const dies = pullDeps(async () => {
      turns += 1
      if (turns === 3) throw new Error('the process ends')
    })
    await expect(sweep(dies, AS_OF)).rejects.toThrow('the process ends')
    const left = Number(countOf('customers'))
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThan(40)
    await sweep(pullDeps(), AS_OF)
    expect(['customers', 'tickets', 'threads', 'messages'].map(countOf)).toEqual([0, 0, 0, 0])
  })

  test('does not take what came back, newer, between two turns', async () => {
    const persons = people(40)
    const { store } = laptop
    const back = persons.at(-1)
    const comesBack = pullDeps(async () => {
      store.transaction('relaxed', () =>
        store.rows.put('customers', aCustomer({ id: back?.customerId ?? '' }), AS_OF + 1),
      )
    })
    await sweep(comesBack, AS_OF)
    expect(store.rows.version('customers', back?.customerId ?? '')).toBe(AS_OF + 1)
  })

  test('is told to windows, and leaves no thread in the counts of views', () => {
    const [first, ...others] = people(3)
    laptop.announced.length = 0
    leave([first as Person])
    const [changed] = laptop.announced
    expect([...(changed?.get('ofCustomer') ?? [])]).toEqual([first?.customerId])
    expect([...(changed?.get('ofTicket') ?? [])]).toEqual([first?.ticketId])
    expect(changed?.get('messages')?.size).toBe(MESSAGES)
    leave(others)
    expect(scalar('SELECT coalesce(sum(total), 0) FROM thread_counts')).toBe(0)
    expect(scalar(`SELECT value FROM counters WHERE name = 'customers'`)).toBe(0)
  })
})

describe('words of many rows that leave together', () => {
  const MARKER = 'zwieback'
  const found = (word: string): unknown =>
    scalar('SELECT count(*) FROM search_messages WHERE search_messages MATCH ?', word)
  /** Parts of the index with the word in them, gone or not. */
  const traces = (): number => {
    const blocks = laptop.database.db.handle.prepare('SELECT block FROM search_messages_data').pluck().all()
    return (blocks as Buffer[]).filter(block => block.includes(MARKER)).length
  }
  const isWaiting = (): boolean => Number(countOf('search_leftovers')) > 0
  const tidyUp = (store = laptop.store): number => {
    let steps = 0
    while (store.tidy(1_000)) steps += 1
    return steps
  }

  test('are found by nobody at once, and stand nowhere once the index has been tidied', () => {
    const persons = people(150)
    leave(persons.slice(0, 149))
    expect(found(MARKER)).toBe(MESSAGES)
    leave(persons.slice(149))
    expect([found(MARKER), isWaiting(), traces() > 0]).toEqual([0, true, true])
    expect(tidyUp()).toBeGreaterThan(1)
    expect([found(MARKER), isWaiting(), traces()]).toEqual([0, false, 0])
    expect(tidyUp()).toBe(0)
  })

  test('go although the process ends in between, and what stays is found as before', () => {
    const persons = people(150)
    leave(persons.slice(20))
    expect(laptop.store.tidy(1_000)).toBe(true)
    tidyUp(laptop.reopened())
    expect([found(MARKER), isWaiting()]).toEqual([20 * MESSAGES, false])
    leave(persons.slice(0, 20))
    expect(found(MARKER)).toBe(0)
  })

  test('go as often as scopes leave, beside words that stay', () => {
    const kept = people(3)
    for (let turn = 0; turn < 4; turn += 1) {
      leave(people(120))
      expect([found(MARKER), isWaiting()]).toEqual([3 * MESSAGES, true])
      tidyUp()
      expect([found(MARKER), isWaiting()]).toEqual([3 * MESSAGES, false])
    }
    leave(kept)
    expect([found(MARKER), isWaiting(), traces()]).toEqual([0, false, 0])
  })

  test('are marked from the first row on where most customers leave, and go with the next tidying', async () => {
    people(60)
    await sweep(pullDeps(), AS_OF)
    expect([found(MARKER), isWaiting(), traces() > 0]).toEqual([0, true, true])
    tidyUp()
    expect([isWaiting(), traces()]).toEqual([false, 0])
  })

  test('of few go at once', () => {
    const persons = people(20)
    leave(persons)
    expect([found(MARKER), isWaiting(), traces()]).toEqual([0, false, 0])
  })

  test('of an erased person go at once although many others are still to be tidied', () => {
    const persons = people(150)
    const last = persons.at(-1) as Person
    leave(persons.slice(0, 149))
    const rows = laptop.store.rows.ofGroup(last.customerId)
    laptop.store.transaction('relaxed', () => {
      for (const { table, id } of rows) laptop.store.rows.remove(table, id)
    })
    expect([found(MARKER), isWaiting()]).toEqual([0, true])
    tidyUp()
    expect([isWaiting(), traces()]).toEqual([false, 0])
  })
})

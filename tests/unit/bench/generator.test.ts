import { describe, expect, test } from 'vitest'
import { splitWireRow } from '../../../shared/domain/codec.ts'
import { WORLD_NOW_MS } from '../../../bench/generator/making.ts'
import { makeWorld } from '../../../bench/generator/world.ts'
import { SIZES } from '../../../bench/goals.ts'
import { largestMailNumber, longestTicketNumber } from '../../../bench/generator/shape.ts'

/** A world is made whole: a second where nothing else runs. */
const PATIENCE_MS = 30_000
const world = makeWorld('XS')
const rows = [world.directory, ...world.groups()].flat()
const of = (table: string) => rows.filter(each => each.table === table).map(({ row }) => row)

describe('the seeded world of a bench', () => {
  test('has exactly the customers, tickets, messages and notes of its size', () => {
    const { customers, tickets, messages, notes } = SIZES.XS
    expect([of('customers'), of('tickets'), of('messages'), of('notes')].map(all => all.length)).toEqual([
      customers,
      tickets,
      messages,
      notes,
    ])
  })

  test('is the same on every call, and another one for another seed', { timeout: PATIENCE_MS }, () => {
    const first = (seed?: number) =>
      JSON.stringify([...Iterator.from(makeWorld('XS', seed).groups()).take(3)])
    expect(first()).toBe(first())
    expect(first(2)).not.toBe(first())
  })

  test('has rows that fit their tables, under ids of their own', () => {
    for (const { table, row } of rows) splitWireRow(table, row)
    expect(new Set(rows.map(({ row }) => row.id)).size).toBe(rows.length)
  })

  test('has bodies as mail has them: short ones, two in a hundred with HTML, one very long conversation', () => {
    const lengths = of('messages').map(row => Buffer.byteLength(String(row['bodyText'])))
    const median = lengths.toSorted((a, b) => a - b)[lengths.length / 2]
    const html = of('messages').flatMap(row =>
      typeof row['bodyHtml'] === 'string' ? [row['bodyHtml'].length] : [],
    )
    const longest = Math.max(
      ...Map.groupBy(of('messages'), row => row['ticketId'])
        .values()
        .map(all => all.length),
    )

    expect(median).toBeGreaterThan(250)
    expect(median).toBeLessThan(350)
    expect(html.length / lengths.length).toBeCloseTo(0.02, 2)
    expect(Math.min(...html)).toBeGreaterThan(19_000)
    expect(longest).toBeGreaterThanOrEqual(5_000)
  })

  test('has the long conversation and the largest mail where rows look for them', () => {
    const messagesOf = (number: number) => {
      const ticketId = of('tickets').find(row => row['number'] === number)?.id
      const all = of('messages').filter(row => row['ticketId'] === ticketId)
      return all.toSorted((a, b) => Number(a['seq']) - Number(b['seq']))
    }
    expect(messagesOf(longestTicketNumber(SIZES.XS)).length).toBeGreaterThanOrEqual(5_000)
    const newest = messagesOf(largestMailNumber(SIZES.XS)).at(-1)
    expect(String(newest?.['bodyHtml']).length).toBeGreaterThanOrEqual(1_000_000)
    expect(newest?.['direction']).toBe('in')
  })

  test('has one in a hundred tickets that two agents edited offline, with what both did', () => {
    const edited = of('tickets').filter(row =>
      (row['tags'] as string[]).some(tag => tag.startsWith('theirs-')),
    )
    expect(edited.length / SIZES.XS.tickets).toBeCloseTo(0.01, 2)
    for (const { id } of edited.slice(0, 5)) {
      const done = of('events').filter(row => row['ticketId'] === id && row['type'] === 'ticket.tagged')
      expect(new Set(done.map(row => row['actorId'])).size).toBe(2)
    }
  })

  test('gives every customer to one team, so that a laptop with its teams’ customers holds a part', () => {
    const teamsOf = Map.groupBy(of('threads'), row => row['customerId'])
    const spread = [...teamsOf.values()].filter(all => new Set(all.map(row => row['teamId'])).size > 1)
    expect(spread).toEqual([])
    const mine = of('threads').filter(row => (world.me.teamIds as unknown[]).includes(row['teamId']))
    const share = new Set(mine.map(row => row['ticketId'])).size / SIZES.XS.tickets
    expect(share).toBeGreaterThan(1 / 80)
    expect(share).toBeLessThan(1 / 20)
  })

  test('has work of an agent done by agents of the customer’s team', () => {
    const members = new Map(of('agents').map(row => [row.id, row['teamIds'] as string[]]))
    const strangers = of('threads').filter(({ assigneeId, teamId }) => {
      if (typeof assigneeId !== 'string') return false
      return !members.get(assigneeId)?.includes(String(teamId))
    })
    expect(strangers).toEqual([])
  })

  test('has one in seven texts in another script or with emoji', () => {
    const other = /[\u0250-\u{10ffff}]/u
    const texts = of('messages').map(row => String(row['bodyText']))
    expect(texts.filter(text => other.test(text)).length / texts.length).toBeCloseTo(0.15, 1)
  })

  test('keeps the order of things: no message before its ticket, none in the future', () => {
    const opened = new Map(of('tickets').map(row => [row.id, Number(row['createdAtMs'])]))
    const displaced = of('messages').filter(message => {
      const atMs = Number(message['writtenAtMs'])
      return atMs < (opened.get(String(message['ticketId'])) ?? Infinity) || atMs > WORLD_NOW_MS
    })
    expect(displaced).toEqual([])
  })
})

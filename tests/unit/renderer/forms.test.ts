import { describe, expect, test } from 'vitest'
import { editsOf, factsFormOf } from '../../../renderer/features/customer-360/facts-form.ts'
import { placeDots } from '../../../renderer/features/customer-360/place-dots.ts'
import { blankTicket, isComplete, ticketIntents } from '../../../renderer/features/new-ticket/ticket-form.ts'
import { actionsFor } from '../../../renderer/features/attention/actions-for.ts'
import { rank } from '../../../renderer/features/commands/rank.ts'
import { makeId } from '../../../renderer/lib/make-id.ts'
import { mutationByName } from '../../../shared/mutations/index.ts'
import { parseArgs } from '../../../shared/mutations/decide.ts'
import type { Customer } from '../../../shared/domain/people.ts'

const agentId = makeId()

describe('new ticket', () => {
  test('needs somebody and some words, and an address for a mail', () => {
    const form = blankTicket()
    expect(isComplete(form)).toBe(false)
    expect(isComplete({ ...form, customerId: makeId() })).toBe(false)
    expect(isComplete({ ...form, customerId: makeId(), body: 'Called about the bill' })).toBe(true)
    expect(
      isComplete({ ...form, customerId: makeId(), body: 'x', contact: 'email', address: 'nonsense' }),
    ).toBe(false)
  })

  test.each(['phone', 'walk-in', 'email'] as const)('%s gives intents that fit their mutations', contact => {
    const form = {
      ...blankTicket(),
      contact,
      isNewCustomer: true,
      customerName: 'Ana',
      newContact: '+34 600',
      address: 'ana@example.com',
      body: 'Hello',
      kind: 'both' as const,
    }
    const { items, ticketId } = ticketIntents(form, agentId)

    expect(items.map(item => item.name)).toEqual(['customer.create', 'ticket.create'])
    expect(items.map(item => parseArgs(mutationByName(item.name), item.args) !== null)).toEqual([true, true])
    expect(items[1]?.args).toMatchObject({
      ticketId,
      subject: 'Hello',
      threads: [{ kind: 'service' }, { kind: 'support' }],
    })
  })

  test('what was said on the phone came in, a mail goes out', () => {
    const form = { ...blankTicket(), customerId: makeId(), body: 'Hello', address: 'ana@example.com' }
    const messageOf = (contact: 'phone' | 'email') =>
      ticketIntents({ ...form, contact }, agentId).items[0]?.args
    expect(messageOf('phone')).toMatchObject({ message: { direction: 'in' } })
    expect(messageOf('email')).toMatchObject({ message: { direction: 'out' } })
  })
})

describe('edited facts', () => {
  const customer = {
    id: makeId(),
    name: 'Ana',
    jobTitle: null,
    tier: 'Gold',
    language: 'es',
    timeZone: null,
    preferredChannel: 'email',
    journeyStage: null,
    facts: 'likes tea',
    labels: ['a'],
  } as unknown as Customer

  test('nothing changed is no intent', () => {
    expect(editsOf(customer, factsFormOf(customer))).toBeNull()
  })

  test('only what changed goes out, with what was seen', () => {
    const edits = editsOf(customer, { ...factsFormOf(customer), tier: '', facts: 'likes coffee' })
    expect(edits).toEqual({
      customerId: customer.id,
      fields: [{ field: 'tier', seen: 'Gold', value: null }],
      facts: { seen: 'likes tea', value: 'likes coffee' },
      labels: null,
    })
    expect(parseArgs(mutationByName('customer.editFacts'), edits)).not.toBeNull()
  })
})

describe('needs attention', () => {
  test('words can always be taken back into the draft', () => {
    for (const verdict of ['conflict', 'rejected', 'gone', 'failed'] as const) {
      expect(actionsFor({ verdict, words: 'Hola' })).toContain('edit')
      expect(actionsFor({ verdict, words: null })).not.toContain('edit')
    }
  })
})

describe('palette', () => {
  test('what begins with the letters comes before what only holds them', () => {
    expect(rank(['Go to the list', 'Reply', 'Previous reply'], title => title, 'rep')).toEqual([
      'Reply',
      'Previous reply',
    ])
  })
})

describe('timeline strip', () => {
  const at = (atMs: number) => ({
    id: String(atMs),
    type: 'message',
    kind: 'service' as const,
    atMs,
    ticketId: null,
    number: null,
    title: '',
  })
  const DAY = 86_400_000
  const now = 1_800_000_000_000

  test('the past year runs from left to right, older things are not on it', () => {
    const dots = placeDots([at(now - DAY), at(now - 300 * DAY), at(now - 500 * DAY)], now)
    expect(dots).toHaveLength(2)
    expect(dots[0]?.left).toBeLessThan(dots[1]?.left ?? 0)
  })

  test('things of one day do not cover each other', () => {
    const dots = placeDots([at(now - 3), at(now - 2), at(now - 1)], now)
    expect(new Set(dots.map(dot => dot.top)).size).toBe(3)
  })
})

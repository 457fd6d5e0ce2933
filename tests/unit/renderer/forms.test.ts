import { beforeAll, describe, expect, test } from 'vitest'
import { startI18n } from '../../../renderer/i18n.ts'
import { editsOf, factsFormOf } from '../../../renderer/features/customer-360/facts-form.ts'
import { placeDots } from '../../../renderer/features/customer-360/place-dots.ts'
import {
  blankTicket,
  changed,
  isComplete,
  putAside,
  takeAside,
} from '../../../renderer/features/new-ticket/ticket-form.ts'
import { ticketIntents } from '../../../renderer/features/new-ticket/ticket-intents.ts'
import { withMacro, withoutMacro } from '../../../renderer/features/new-ticket/ticket-macro.ts'
import { actionsFor, keyOf } from '../../../renderer/features/attention/actions-for.ts'
import { rank } from '../../../renderer/features/commands/rank.ts'
import { makeId } from '../../../renderer/lib/make-id.ts'
import { mutationByName } from '../../../shared/mutations/index.ts'
import { parseArgs } from '../../../shared/mutations/decide.ts'
import type { Customer } from '../../../shared/domain/people.ts'

beforeAll(() => startI18n('en'))

const agent = { id: makeId(), name: 'Mira Kern' }

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

  test('what was put aside goes only with its own form, or for words of another', () => {
    const begun = { ...blankTicket(), customerId: makeId(), body: 'Half a sentence' }
    putAside(begun, { isResumed: false })
    putAside({ ...blankTicket(), customerId: makeId() }, { isResumed: false })
    expect(takeAside()).toBe(begun)
    putAside(blankTicket(), { isResumed: true })
    expect(takeAside()).toBeNull()
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
    const { items, ticketId } = ticketIntents(form, agent)

    expect(items.map(item => item.name)).toEqual(['customer.create', 'ticket.create'])
    const fits = items.map(
      ({ name, args }) => parseArgs(mutationByName(name as 'ticket.create'), args) !== null,
    )
    expect(fits).toEqual([true, true])
    expect(items[1]?.args).toMatchObject({
      ticketId,
      subject: 'Hello',
      threads: [{ kind: 'service' }, { kind: 'support' }],
    })
  })

  test('what is known by the kind of work goes along: the order of service, the thing and code of support', () => {
    const known = { orderNumber: '7719', assetId: makeId(), errorCode: ' E-310 ' }
    const form = { ...blankTicket(), customerId: makeId(), body: 'Hello', ...known }
    const madeAs = (kind: 'service' | 'support') => ticketIntents({ ...form, kind }, agent).items
    const [service, ...nothing] = madeAs('service')
    expect([service?.args, nothing]).toMatchObject([{ fields: { order: '7719' } }, []])
    const [support, diagnosis] = madeAs('support')
    expect([support?.args, diagnosis?.args]).toMatchObject([
      { fields: {} },
      {
        fields: [
          { field: 'assetId', value: known.assetId },
          { field: 'errorCode', value: 'E-310' },
        ],
      },
    ])
    expect(parseArgs(mutationByName('diagnosis.set'), diagnosis?.args)).not.toBeNull()
    expect(changed(form, { customerId: form.customerId, subject: 'x' })).toMatchObject(known)
    expect(changed(form, { customerId: makeId() })).toMatchObject({ assetId: null, orderNumber: null })
  })

  test('what was said on the phone came in, a mail goes out', () => {
    const form = { ...blankTicket(), customerId: makeId(), body: 'Hello', address: 'ana@example.com' }
    const messageOf = (contact: 'phone' | 'email') =>
      ticketIntents({ ...form, contact }, agent).items[0]?.args
    expect(messageOf('phone')).toMatchObject({ message: { direction: 'in' } })
    expect(messageOf('email')).toMatchObject({ message: { direction: 'out' } })
  })
})

describe('a macro on a new ticket', () => {
  const other = makeId()
  const macro = {
    id: makeId(),
    title: 'Refund begun',
    language: null,
    kind: null,
    body: 'Dear {{customer.firstName}}, we refund it.',
    steps: [
      { mutation: 'thread.setState', args: { state: 'pending' } },
      { mutation: 'thread.setPriority', args: { priority: 'high' } },
      { mutation: 'ticket.tag', args: { tags: ['refund'] } },
      { mutation: 'thread.assign', args: { to: other } },
      { mutation: 'note.add', args: { body: 'Begun for {{customer.name}}' } },
    ],
    family: null,
    version: null,
    updatedAtMs: null,
    updatedBy: null,
    retiredAtMs: null,
  }
  const form = {
    ...blankTicket(),
    customerId: makeId(),
    customerName: 'Ana Ruiz',
    body: 'Hello',
    tags: ['vip'],
    contact: 'email' as const,
    address: 'ana@example.com',
  }
  const places = { 'customer.firstName': 'Ana' }

  test('sets fields, puts its text below what was written, and is taken back whole', () => {
    const on = withMacro(form, macro, places)
    expect(on).toMatchObject({ state: 'pending', priority: 'high', tags: ['vip', 'refund'] })
    expect(on.body).toBe('Hello\n\nDear Ana, we refund it.')
    expect(withoutMacro(on)).toEqual(form)
    expect(withMacro(on, macro, places)).toEqual(on)
    expect(withMacro({ ...form, contact: 'phone' }, macro, places).body).toBe('Hello')
  })

  test('what cannot stand in the form follows the ticket in the same group', () => {
    const { items, ticketId } = ticketIntents(withMacro(form, macro, places), agent)
    expect(items.map(({ name }) => name)).toEqual(['ticket.create', 'thread.assign', 'note.add'])
    expect(items.map(item => parseArgs(mutationByName(item.name as 'note.add'), item.args) !== null)).toEqual(
      [true, true, true],
    )
    expect(items[1]?.args).toMatchObject({ assignee: { seen: agent.id, value: other } })
    expect(items[2]?.args).toMatchObject({ ticketId, body: 'Begun for Ana Ruiz' })
  })

  test('a text with an open place does not leave', () => {
    expect(isComplete(withMacro(form, macro, places))).toBe(true)
    expect(isComplete(withMacro(form, macro, {}))).toBe(false)
  })
})

test('copies and files go with the mail; what is no address holds it back', () => {
  const file = { id: makeId(), fileName: 'a.pdf', mediaType: 'application/pdf', sizeBytes: 3 }
  const form = {
    ...blankTicket(),
    customerId: makeId(),
    contact: 'email' as const,
    address: 'ana@example.com',
    subject: 'Papers',
    cc: 'Bo <bo@example.com>, eva@example.com; bo@example.com',
    files: [{ ...file, sha256: 'ab'.repeat(32) }],
  }
  expect(ticketIntents(form, agent).items[0]?.args).toMatchObject({
    message: {
      cc: [{ address: 'bo@example.com', name: 'Bo' }, { address: 'eva@example.com' }],
      attachments: [{ fileName: 'a.pdf', contentId: null }],
    },
  })
  expect(isComplete(form)).toBe(true)
  expect(isComplete({ ...form, cc: 'bo' })).toBe(false)
  expect(isComplete({ ...form, files: [{ ...file, sha256: null }] })).toBe(false)
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
    factsMarks: null,
    labels: ['a'],
  } as unknown as Customer

  test('nothing changed is no intent', () => {
    expect(editsOf(customer, factsFormOf(customer), 0)).toBeNull()
  })

  test('only what changed goes out, with what was seen', () => {
    const edits = editsOf(customer, { ...factsFormOf(customer), tier: '', facts: 'likes coffee' }, 0)
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
      const act = { verdict, reason: 'changed-since', fields: [], canBeNote: false }
      expect(actionsFor({ ...act, words: 'Hola' })).toContain('edit')
      expect(actionsFor({ ...act, words: null })).not.toContain('edit')
    }
  })

  test('about an erased person there is only to be let go: no draft, no ticket and no hub takes it', () => {
    const erased = {
      verdict: 'gone' as const,
      reason: 'customers',
      words: 'Hola',
      canBeNote: true,
      fields: [],
    }
    expect(actionsFor(erased)).toEqual(['discard'])
    expect(actionsFor({ ...erased, reason: 'tickets' })).toContain('edit')
  })

  test('a reply held by newer messages is sent anyway, edited, kept as a note or discarded', () => {
    const held = { verdict: 'conflict', reason: 'newer-messages', fields: [], canBeNote: true } as const
    expect(actionsFor({ ...held, words: 'Hola' })).toEqual(['mine', 'edit', 'note', 'discard'])
  })

  test('a suggestion is offered only when the rules have a word for every field', () => {
    const act = { verdict: 'conflict', reason: 'changed-since', words: null, canBeNote: false } as const
    const theirs = { suggestion: { take: 'theirs', value: 'gold', because: 'theirs-stands' } } as const
    expect(actionsFor({ ...act, fields: [theirs, theirs] })).toEqual(['suggested', 'mine', 'theirs'])
    expect(actionsFor({ ...act, fields: [theirs, { suggestion: null }] })).toEqual(['mine', 'theirs'])
    expect(actionsFor({ ...act, fields: [] })).toEqual(['mine', 'theirs'])
  })

  test('every way out has a letter of its own, and none of those that walk the list', () => {
    const letters = Object.values(keyOf)
    expect(new Set(letters).size).toBe(letters.length)
    expect(letters.filter(letter => ['J', 'K', 'C'].includes(letter))).toEqual([])
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

import type { Customer } from '../../../../shared/domain/people.ts'
import type { Ticket } from '../../../../shared/domain/tickets.ts'
import { makeId } from '../ids.ts'
import type { Tables } from '../tables.ts'
import { putAnaPortrait } from './ana-portrait.ts'
import { devices, jonas, me, orders as ordersTeam, putCustomer } from './people.ts'
import { putMessage, putTicket } from './tickets.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A double charge with a broken scanner: the ticket of the pictures. */
export function putAna(tables: Tables, nowMs: number): { customer: Customer; ticket: Ticket } {
  const customer = putCustomer(tables, {
    name: 'Ana Ruiz',
    mail: 'ana@example.com',
    organisation: 'Librería Faro',
    change: {
      jobTitle: 'Owner',
      tier: 'Gold',
      language: 'es',
      timeZone: 'Europe/Madrid',
      yearlyValueMinor: 840_000,
      health: 61,
      customerSinceMs: Date.UTC(2021, 2, 1),
      labels: ['3 shops', 'opens Mondays'],
      facts: '',
    },
  })
  tables.put('contactPoints', {
    id: makeId(),
    customerId: customer.id,
    kind: 'phone',
    value: '+34 600 000 000',
    label: null,
    isPrimary: true,
  })
  const ticket = putTicket(tables, nowMs, {
    customer,
    subject: 'Charged twice, and the scanner still will not pair',
    kinds: ['service', 'support'],
    agoMs: 2 * HOUR + 9 * MINUTE,
    number: 48_213,
    words:
      'Hi, my card was charged 249 € twice for order 7719 on Friday. On top of that the handheld scanner from the same order still does not pair with the till, it blinks red and the app says E-310. I wrote about the scanner on Friday already. Could you please sort out both?',
    ticket: { tags: ['Devices', 'till', 'spain'] },
    thread: { lastActivityAtMs: nowMs - 9 * MINUTE, priority: 'high' },
  })
  const [service, support] = tables.all('threads').filter(thread => thread.ticketId === ticket.id)
  if (service) tables.put('threads', { ...service, dueAtMs: nowMs + 21 * MINUTE, teamId: ordersTeam.id })
  if (support)
    tables.put('threads', {
      ...support,
      assigneeId: jonas.id,
      teamId: devices.id,
      dueAtMs: nowMs + 7 * HOUR + 40 * MINUTE,
    })
  putAnaPortrait(tables, customer.id, nowMs)
  putConversation(tables, ticket, nowMs)
  putServiceSide(tables, customer, { ticket, nowMs })
  putSupportSide(tables, customer, { ticket, nowMs })
  putHistory(tables, customer, nowMs)
  return { customer, ticket }
}

type Around = { readonly ticket: Ticket; readonly nowMs: number }

function putConversation(tables: Tables, ticket: Ticket, nowMs: number): void {
  const at = nowMs - 2 * HOUR - 9 * MINUTE
  const event = (type: string, facts: Record<string, string>, atMs: number) =>
    tables.put('events', {
      id: makeId(),
      customerId: ticket.customerId,
      ticketId: ticket.id,
      threadId: null,
      type,
      kind: null,
      actorId: jonas.id,
      facts,
      atMs,
    })
  event('ticket.relabelled', { before: 'service', after: 'both' }, at + MINUTE)
  tables.put('notes', {
    id: makeId(),
    ticketId: ticket.id,
    customerId: ticket.customerId,
    threadId: null,
    authorKind: 'agent',
    authorId: jonas.id,
    body: 'Scanner is a P40 on firmware 2.1, matches KE-117. Already tried on Friday: restart, re-pair. Not tried: firmware 2.3 over USB.',
    createdAtMs: at + 3 * MINUTE,
    editedAtMs: null,
  })
  event('thread.priority-changed', { before: 'normal', after: 'high' }, at + 5 * MINUTE)
}

function putServiceSide(tables: Tables, customer: Customer, { ticket, nowMs }: Around): void {
  const own = { customerId: customer.id }
  tables.put('promises', {
    ...own,
    id: makeId(),
    ticketId: ticket.id,
    promise: 'Refund 249 € on her account',
    dueAtMs: nowMs + 3 * DAY + 7 * HOUR,
    ownerId: me.id,
    state: 'open',
    createdAtMs: nowMs,
    closedAtMs: null,
  })
  tables.put('followUps', {
    ...own,
    id: makeId(),
    ticketId: ticket.id,
    title: 'Recovery call after the fix',
    reason: null,
    channel: 'phone',
    dueAtMs: nowMs + 50 * HOUR,
    ownerId: me.id,
    state: 'open',
    outcome: null,
    createdAtMs: nowMs,
    completedAtMs: null,
    macroId: null,
  })
  const bought = [
    ['7719', 'P40 scanner, cradle', 1, 24_900, 5],
    ['7402', 'receipt rolls', 40, 6_100, 27],
    ['6990', 'Till stand', 1, 12_900, 190],
  ] as const
  for (const [number, title, quantity, totalMinor, days] of bought) {
    const order = tables.put('orders', {
      ...own,
      id: makeId(),
      number,
      state: 'delivered',
      totalMinor,
      currency: 'EUR',
      carrier: null,
      trackingCode: null,
      placedAtMs: nowMs - (days + 4) * DAY,
      deliveredAtMs: nowMs - days * DAY,
      reportedAtMs: null,
    })
    tables.put('orderLines', {
      ...own,
      id: makeId(),
      orderId: order.id,
      productId: null,
      title,
      quantity,
      unitMinor: totalMinor,
    })
  }
  const invoice = tables.put('invoices', {
    ...own,
    id: makeId(),
    orderId: null,
    number: '88-2190',
    state: 'paid',
    totalMinor: 24_900,
    currency: 'EUR',
    issuedAtMs: nowMs - 4 * DAY,
    dueAtMs: null,
    reportedAtMs: null,
  })
  for (const chargedAtMs of [nowMs - 4 * DAY, nowMs - 4 * DAY + HOUR]) {
    tables.put('charges', {
      ...own,
      id: makeId(),
      invoiceId: invoice.id,
      state: 'captured',
      amountMinor: 24_900,
      currency: 'EUR',
      method: 'card',
      chargedAtMs,
    })
  }
  tables.put('surveys', {
    ...own,
    id: makeId(),
    ticketId: null,
    kind: 'csat',
    score: 2,
    comment: 'Lovely people, slow parcels',
    askedAtMs: nowMs - 27 * DAY,
    answeredAtMs: nowMs - 26 * DAY,
    agentId: me.id,
    sentAtMs: null,
  })
  tables.put('surveys', {
    ...own,
    id: makeId(),
    ticketId: null,
    kind: 'csat',
    score: 5,
    comment: null,
    askedAtMs: nowMs - 127 * DAY,
    answeredAtMs: nowMs - 126 * DAY,
    agentId: me.id,
    sentAtMs: null,
  })
}

function putSupportSide(tables: Tables, customer: Customer, { nowMs }: Around): void {
  const own = { customerId: customer.id }
  const scanner = tables.put('products', {
    id: makeId(),
    name: 'P40',
    sku: 'P40',
    currentVersion: '2.3',
    priceMinor: 24_900,
    currency: 'EUR',
    description: 'Reads codes on shelves and parcels, shows the stock on its own display.',
    tags: ['stocktaking', 'mobile', 'shop floor'],
    isActive: true,
    version: null,
    reportedAtMs: null,
  })
  const till = tables.put('products', {
    id: makeId(),
    name: 'Till app',
    sku: 'TILL',
    currentVersion: '8.2',
    priceMinor: null,
    currency: null,
    description: null,
    tags: null,
    isActive: true,
    version: null,
    reportedAtMs: null,
  })
  tables.put('assets', {
    ...own,
    id: makeId(),
    productId: scanner.id,
    name: 'P40 scanner',
    serial: '22-0418',
    version: '2.1',
    state: 'broken',
    environment: {},
    downSinceMs: nowMs - 3 * DAY - 20 * HOUR,
    acquiredAtMs: null,
  })
  tables.put('assets', {
    ...own,
    id: makeId(),
    productId: till.id,
    name: 'Till app',
    serial: null,
    version: '8.2',
    state: 'in-use',
    environment: { system: 'Windows 11', shops: '3 shops' },
    downSinceMs: null,
    acquiredAtMs: null,
  })
  tables.put('knownIssues', {
    id: makeId(),
    code: 'KE-117',
    title: 'Pairing fails below 2.3',
    productId: scanner.id,
    affectedVersions: ['2.1', '2.2'],
    symptoms: 'The scanner blinks red and the app says E-310 while pairing.',
    errorCodes: ['E-310'],
    workaround: 'Update to 2.3 over USB, then hold the trigger for ten seconds and pair again.',
    state: 'fixed',
    fixedInVersion: '2.3',
    updatedAtMs: nowMs - 9 * DAY,
    engineeringKey: null,
    ticketCount: 34,
    customerCount: 21,
    openTicketCount: 6,
  })
}

function putHistory(tables: Tables, customer: Customer, nowMs: number): void {
  const done = { state: 'solved' as const, waitingSinceMs: null }
  const past = (subject: string, kind: 'service' | 'support', days: number): Ticket =>
    putTicket(tables, nowMs, {
      customer,
      subject,
      kinds: [kind],
      agoMs: days * DAY,
      thread: { ...done, solvedAtMs: nowMs - (days - 2) * DAY },
    })
  past('Rolls came four days late', 'service', 27)
  past('Till app would not update', 'support', 83)
  past('Invoice to the second shop, please', 'service', 140)
  past('Printer feeds two sheets', 'support', 210)
  for (let index = 0; index < 22; index += 1) {
    const kind = index % 3 === 0 ? ('support' as const) : ('service' as const)
    const atMs = nowMs - (index * 15 + 6) * DAY
    tables.put('events', {
      id: makeId(),
      customerId: customer.id,
      ticketId: null,
      threadId: null,
      type: 'order.delivered',
      kind,
      actorId: null,
      facts: {},
      atMs,
    })
  }
  const earlier = tables.all('tickets').find(ticket => ticket.subject.startsWith('Rolls'))
  if (earlier)
    putMessage(tables, {
      ticket: earlier,
      customer,
      words: 'Thank you, all good now.',
      atMs: nowMs - 25 * DAY,
    })
}

import { experience } from './between.ts'
import { shownClock } from '../../../shared/rules/sla/shown-clock.ts'
import type { CustomerCard, TicketLine, TimelineItem } from '../../../shared/contract/customers.ts'
import type { Call, Output } from '../../../shared/contract/index.ts'
import type { KindFilter, ListRow, ViewCounts, ViewName, ViewRef } from '../../../shared/contract/threads.ts'
import { isStanding, savedId, ViewName as Views } from '../../../shared/contract/threads.ts'
import type { ViewCount } from '../../../shared/contract/views.ts'
import type { ConversationItem, TicketView } from '../../../shared/contract/tickets.ts'
import type { Ticket } from '../../../shared/domain/tickets.ts'
import { matchesRule, meets } from '../../../shared/rules/saved-views/matches.ts'
import type { Condition } from '../../../shared/rules/saved-views/rule.ts'
import { lateAtMs } from '../../../shared/rules/views.ts'
import { isWithdrawn, ticketKindOf } from '../../../shared/rules/work-kind.ts'
import { portrait } from './portrait.ts'
import { savedViews } from './saved-views.ts'
import type { Tables } from './tables.ts'
import { me } from './world/people.ts'

const isOpen = (state: string): boolean => state === 'open' || state === 'pending' || state === 'snoozed'
const threadsOf = (tables: Tables, ticketId: string) =>
  tables.of('threads', ticketId).filter(thread => !isWithdrawn(thread))

function inView(tables: Tables, ticket: Ticket, view: ViewName): boolean {
  const threads = threadsOf(tables, ticket.id)
  switch (view) {
    case 'mine':
      return threads.some(thread => thread.assigneeId === me.id && isOpen(thread.state))
    case 'unassigned':
      return threads.some(thread => thread.assigneeId === null && isOpen(thread.state))
    case 'my-teams':
      return threads.some(thread => thread.teamId !== null && isOpen(thread.state))
    case 'all-open':
      return threads.some(thread => isOpen(thread.state))
    default:
      return threads.some(thread => thread.state === view)
  }
}

const ofKind = (tables: Tables, ticket: Ticket, kind: KindFilter): boolean => {
  const actual = ticketKindOf(threadsOf(tables, ticket.id))
  return kind === 'all' || actual === kind || (kind !== 'both' && actual === 'both')
}

/** How the customer stands, as the portrait says. */
function standingOf(tables: Tables, customerId: string): Pick<ListRow, 'health' | 'valueBand' | 'isVip'> {
  const { health, value, said } = portrait(tables, customerId) ?? { health: null, value: null, said: null }
  return {
    health: health && { score: health.score, band: health.band },
    valueBand: value?.band ?? null,
    isVip: said?.isVip === true,
  }
}

type ListOf = { readonly view: ViewRef; readonly kind: KindFilter; readonly filter?: Condition[] | undefined }

/** The conditions of a saved view, and those over any. */
function fits(tables: Tables, ticket: Ticket, { view, filter = [] }: ListOf): boolean {
  const saved = savedViews(tables).find(({ id }) => id === savedId(view))
  const rule = isStanding(view) ? null : (saved?.body?.rule ?? null)
  if (!isStanding(view) && (!rule || saved?.unknown.length !== 0)) return false
  const customer = tables.get('customers', ticket.customerId)
  const organisation = tables.get('organisations', customer?.organisationId ?? null)
  const eyes = { me, nowMs: Date.now() }
  return threadsOf(tables, ticket.id).some(thread => {
    const { health, ...stands } = standingOf(tables, ticket.customerId)
    const standing = { ...stands, stage: customer?.journeyStage ?? null, health: health?.score ?? null }
    const facts = { thread, ticket, customer, organisation, standing }
    return (rule === null || matchesRule(rule, facts, eyes)) && filter.every(each => meets(each, facts, eyes))
  })
}

function rows(tables: Tables, input: ListOf): readonly Ticket[] {
  const at = (ticket: Ticket): number =>
    Math.max(...threadsOf(tables, ticket.id).map(thread => thread.lastActivityAtMs))
  return tables
    .all('tickets')
    .filter(ticket => !isStanding(input.view) || inView(tables, ticket, input.view))
    .filter(ticket => ofKind(tables, ticket, input.kind) && fits(tables, ticket, input))
    .toSorted((a, b) => at(b) - at(a))
}

/** The lease nobody has ended. */
function leaseOf(tables: Tables, ticketId: string): TicketView['lease'] {
  const found = tables.all('leases').find(row => row.ticketId === ticketId && row.endedAtMs === null)
  return found ? { ...found, agentName: tables.get('agents', found.agentId)?.name ?? null } : null
}

export function listRow(tables: Tables, ticket: Ticket, unsent: ReadonlySet<string>): ListRow {
  const customer = tables.get('customers', ticket.customerId)
  const threads = threadsOf(tables, ticket.id)
  const messages = tables.all('messages').filter(message => message.ticketId === ticket.id)
  const replies = messages.filter(message => message.seq === null).length
  return {
    ticketId: ticket.id,
    number: ticket.number,
    localNumber: ticket.number === null ? 3 : null,
    subject: ticket.subject,
    channel: ticket.channel,
    tags: ticket.tags,
    fields: ticket.fields,
    customerId: ticket.customerId,
    customerName: customer?.name ?? '',
    language: customer?.language ?? null,
    tier: customer?.tier ?? null,
    ...standingOf(tables, ticket.customerId),
    preview: messages.at(-1)?.bodyText.slice(0, 160) ?? '',
    threads: threads.map(thread => ({
      ...thread,
      clock: shownClock(thread),
      assigneeName: tables.get('agents', thread.assigneeId)?.name ?? null,
    })),
    lastActivityAtMs: Math.max(...threads.map(thread => thread.lastActivityAtMs)),
    waitingSinceMs: threads[0]?.waitingSinceMs ?? null,
    waiting: { replies, changes: unsent.has(ticket.id) ? 1 : 0, parked: 0 },
    isUnread: threads.some(thread => thread.waitingSinceMs !== null),
    lease: leaseOf(tables, ticket.id),
    needsPerson: null,
    badExperiences: experience(tables, ticket.customerId).alert.count,
    hasDraft: tables.all('drafts').some(draft => draft.ticketId === ticket.id),
  }
}

export function list(
  tables: Tables,
  input: Call<'threads.list'>,
  unsent: ReadonlySet<string>,
): Output<'threads.list'> {
  const all = rows(tables, { ...input, kind: input.kind ?? 'all' })
  const from = Number(input.after ?? 0)
  const to = from + (input.limit ?? 50)
  return {
    rows: all.slice(from, to).map(ticket => listRow(tables, ticket, unsent)),
    next: to < all.length ? String(to) : null,
  }
}

/** Counts of any list under every kind. */
export function countsOf(tables: Tables, of: { view: ViewRef; filter?: Condition[] }): ViewCount {
  const count = (kind: KindFilter): number => rows(tables, { ...of, kind }).length
  return {
    all: count('all'),
    service: count('service'),
    support: count('support'),
    both: count('both'),
    isWhole: true,
  }
}

export function counts(tables: Tables): ViewCounts {
  const kinds: readonly KindFilter[] = ['all', 'service', 'support', 'both']
  return Object.fromEntries(
    Views.options.map(view => [
      view,
      Object.fromEntries(kinds.map(kind => [kind, rows(tables, { view, kind }).length])),
    ]),
  ) as ViewCounts
}

export function late(tables: Tables): ViewCounts {
  const nowMs = Date.now()
  const isLate = (ticket: Ticket): boolean =>
    threadsOf(tables, ticket.id).some(thread => (lateAtMs(thread) ?? Infinity) <= nowMs)
  const kinds: readonly KindFilter[] = ['all', 'service', 'support', 'both']
  return Object.fromEntries(
    Views.options.map(view => [
      view,
      Object.fromEntries(kinds.map(kind => [kind, rows(tables, { view, kind }).filter(isLate).length])),
    ]),
  ) as ViewCounts
}

export function neighbours(tables: Tables, input: Call<'threads.neighbours'>): Output<'threads.neighbours'> {
  const all = rows(tables, input)
  const at = all.findIndex(ticket => ticket.id === input.ticketId)
  if (at < 0) return { place: null, total: all.length, previous: null, next: null }
  return {
    place: at + 1,
    total: all.length,
    previous: all[at - 1]?.id ?? null,
    next: all[at + 1]?.id ?? null,
  }
}

export function ticketView(tables: Tables, ticketId: string, unsent: ReadonlySet<string>): TicketView | null {
  const ticket = tables.get('tickets', ticketId)
  if (!ticket) return null
  const threads = tables.all('threads').filter(thread => thread.ticketId === ticketId)
  const pending = unsent.has(ticketId)
    ? threads.map(({ id }) => ({ table: 'threads', id, mutationId: id, parked: false }))
    : []
  const customerName = tables.get('customers', ticket.customerId)?.name ?? ''
  const links = tables
    .all('ticketLinks')
    .filter(link => link.ticketId === ticketId)
    .map(link => {
      const other = tables.get('tickets', link.otherTicketId)
      return {
        id: link.id,
        kind: link.kind,
        ticketId: link.otherTicketId,
        number: other?.number ?? null,
        subject: other?.subject ?? '',
      }
    })
  const localNumber = ticket.number === null ? 3 : null
  return {
    ticket,
    localNumber,
    threads,
    customerName,
    links,
    lease: leaseOf(tables, ticketId),
    takeover: null,
    pending,
  }
}

export function conversation(
  tables: Tables,
  input: Call<'tickets.conversation'>,
): Output<'tickets.conversation'> {
  const { ticketId } = input
  const name = (id: string | null) => tables.get('agents', id)?.name ?? null
  const files = (of: (file: { messageId: string | null; noteId: string | null }) => boolean) =>
    tables.all('attachments').filter(of)
  const items: ConversationItem[] = [
    ...tables
      .all('messages')
      .filter(message => message.ticketId === ticketId)
      .map(message => ({
        type: 'message' as const,
        atMs: message.writtenAtMs,
        message,
        authorName: name(message.authorId),
        attachments: files(file => file.messageId === message.id),
        delivery: message.seq === null ? ('here' as const) : ('delivered' as const),
        held:
          message.seq === null && message.channel === 'email'
            ? { mutationId: message.id, untilMs: message.writtenAtMs + 9_000 }
            : null,
      })),
    ...tables
      .all('notes')
      .filter(note => note.ticketId === ticketId)
      .map(note => ({
        type: 'note' as const,
        atMs: note.createdAtMs,
        note,
        authorName: name(note.authorId),
        attachments: files(file => file.noteId === note.id),
        delivery: 'accepted' as const,
      })),
    ...tables
      .all('events')
      .filter(event => event.ticketId === ticketId)
      .map(event => ({
        type: 'event' as const,
        atMs: event.atMs,
        event,
        actorName: name(event.actorId),
      })),
  ].toSorted((a, b) => a.atMs - b.atMs)
  const end = (input.before ?? null) === null ? items.length : Number(input.before)
  const start = Math.max(0, end - (input.limit ?? 50))
  return { items: items.slice(start, end), earlier: start > 0 ? String(start) : null }
}

type Which = { readonly kind: 'service' | 'support'; readonly open: boolean }
function lines(tables: Tables, customerId: string, { kind, open }: Which): readonly TicketLine[] {
  return tables
    .all('tickets')
    .filter(ticket => ticket.customerId === customerId)
    .flatMap(ticket => {
      const threads = threadsOf(tables, ticket.id)
      const own = threads.find(thread => thread.kind === kind)
      if (!own || isOpen(own.state) !== open) return []
      const at = Math.max(...threads.map(thread => thread.lastActivityAtMs))
      return [
        {
          ticketId: ticket.id,
          number: ticket.number,
          localNumber: null,
          subject: ticket.subject,
          threads,
          lastActivityAtMs: at,
        },
      ]
    })
}

export function card(tables: Tables, customerId: string, asOfMs: number): CustomerCard | null {
  const customer = tables.get('customers', customerId)
  if (!customer) return null
  const own = <T extends { readonly customerId: string }>(all: readonly T[]) =>
    all.filter(row => row.customerId === customerId)
  const orders = own(tables.all('orders')).map(order => ({
    ...order,
    lines: tables.all('orderLines').filter(line => line.orderId === order.id),
  }))
  const promises = own(tables.all('promises'))
  const assets = own(tables.all('assets')).map(asset => {
    const product = tables.get('products', asset.productId)
    return { ...asset, productName: product?.name ?? null, currentVersion: product?.currentVersion ?? null }
  })
  const [earlierService, earlierSupport] = [
    lines(tables, customerId, { kind: 'service', open: false }),
    lines(tables, customerId, { kind: 'support', open: false }),
  ]
  return {
    customer,
    merged: tables.all('customers').filter(({ mergedIntoId }) => mergedIntoId === customerId),
    organisation: tables.get('organisations', customer.organisationId),
    contactPoints: own(tables.all('contactPoints')),
    asOfMs,
    openPromises: promises.filter(({ state }) => state === 'open').length,
    service: {
      followUps: own(tables.all('followUps')),
      promises,
      orders,
      orderCount: orders.length === 0 ? 0 : orders.length + 9,
      returns: own(tables.all('returnCases')),
      invoices: own(tables.all('invoices')),
      charges: own(tables.all('charges')),
      contracts: own(tables.all('subscriptions')),
      open: lines(tables, customerId, { kind: 'service', open: true }),
      earlier: earlierService,
      earlierCount: earlierService.length,
      surveys: own(tables.all('surveys')),
    },
    support: {
      assets,
      issues:
        assets.length === 0
          ? []
          : tables.all('knownIssues').map(issue => ({
              issue,
              linkId: tables.all('issueLinks').find(link => link.issueId === issue.id)?.id ?? null,
              score: 0.92,
              reasons: [
                { key: 'asset', value: 'P40' },
                { key: 'version', value: '2.1' },
                { key: 'error-code', value: 'E-310' },
              ],
            })),
      incidents: [],
      open: lines(tables, customerId, { kind: 'support', open: true }),
      earlier: earlierSupport,
      earlierCount: earlierSupport.length,
    },
  }
}

export function timeline(tables: Tables, input: Call<'customers.timeline'>): Output<'customers.timeline'> {
  const { customerId } = input
  const kindOf = (ticketId: string | null): TimelineItem['kind'] =>
    ticketId === null ? null : ticketKindOf(threadsOf(tables, ticketId))
  const items: TimelineItem[] = [
    ...tables
      .all('messages')
      .filter(row => row.customerId === customerId)
      .map(row => ({
        id: row.id,
        type: 'message',
        kind: kindOf(row.ticketId),
        atMs: row.writtenAtMs,
        ticketId: row.ticketId,
        number: tables.get('tickets', row.ticketId)?.number ?? null,
        title: row.bodyText.slice(0, 120),
      })),
    ...tables
      .all('events')
      .filter(row => row.customerId === customerId)
      .map(row => ({
        id: row.id,
        type: row.type,
        kind: row.kind === 'other' ? null : (row.kind ?? kindOf(row.ticketId)),
        atMs: row.atMs,
        ticketId: row.ticketId,
        number: null,
        title: row.type.replace('.', ' '),
      })),
  ].toSorted((a, b) => b.atMs - a.atMs)
  const from = Number(input.before ?? 0)
  const to = from + (input.limit ?? 60)
  return { items: items.slice(from, to), earlier: to < items.length ? String(to) : null, total: items.length }
}

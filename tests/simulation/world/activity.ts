import type { Random } from '../../../shared/clock.ts'
import { newId } from '../../../shared/domain/ids.ts'
import type { Row, TableName } from '../../../shared/domain/tables.ts'
import { PRIORITIES } from '../../../shared/domain/values.ts'
import type { Intent } from '../../../shared/mutations/define.ts'
import { rowMap } from '../stores/map-laptop-state.ts'
import type { LaptopDisk } from '../stores/map-laptop-state.ts'

/** What an agent can see and use when deciding what to do next. */
export type Desk = {
  readonly disk: LaptopDisk
  readonly agentId: string
  readonly clientId: string
  readonly nowMs: number
  readonly random: Random
  readonly teamIds: readonly string[]
  readonly agentIds: readonly string[]
}

export const pick = <T>(random: Random, values: readonly T[]): T | undefined =>
  values[Math.floor(random() * values.length)]
const rowsOf = <Name extends TableName>(desk: Desk, table: Name): readonly Row<Name>[] =>
  [...rowMap(desk.disk, table).values()].map(stored => stored.row as Row<Name>)
const anyOf = <Name extends TableName>(desk: Desk, table: Name): Row<Name> | undefined =>
  pick(desk.random, rowsOf(desk, table))
const fresh = (desk: Desk): string => newId(desk.nowMs, desk.random)
const words = (desk: Desk): string =>
  `words ${Math.floor(desk.random() * 1e6)}\nsecond line ${Math.floor(desk.random() * 9)}`

type Act = (desk: Desk) => readonly Intent[]

const onThread =
  (make: (thread: Row<'threads'>, desk: Desk) => Intent | null): Act =>
  desk => {
    const thread = anyOf(desk, 'threads')
    const intent = thread && make(thread, desk)
    return intent ? [intent] : []
  }
const seenSeq = (desk: Desk, ticketId: string): number =>
  Number(rowMap(desk.disk, 'tickets').get(ticketId)?.row['lastMessageSeq'] ?? 0)

const replyTo = (thread: Row<'threads'>, desk: Desk): Intent => ({
  name: 'ticket.reply',
  args: {
    messageId: fresh(desk),
    ticketId: thread.ticketId,
    threadId: thread.id,
    channel: 'email',
    to: [],
    cc: [],
    bodyText: words(desk),
    bodyHtml: null,
    attachments: [],
    seenUpToSeq: seenSeq(desk, thread.ticketId),
    confirmed: false,
  },
})
const solve = (thread: Row<'threads'>, desk: Desk): Intent => ({
  name: 'thread.setState',
  args: {
    threadId: thread.id,
    state: 'solved',
    seen: thread.state,
    seenUpToSeq: seenSeq(desk, thread.ticketId),
  },
})

const reply = onThread(replyTo)
const replyAndSolve: Act = desk => {
  const thread = anyOf(desk, 'threads')
  return thread ? [replyTo(thread, desk), solve(thread, desk)] : []
}
const setState = onThread((thread, desk) => ({
  name: 'thread.setState',
  args: {
    threadId: thread.id,
    state: pick(desk.random, ['open', 'pending', 'solved', 'closed'] as const) ?? 'open',
    seen: thread.state,
    seenUpToSeq: seenSeq(desk, thread.ticketId),
  },
}))
const setPriority = onThread((thread, desk) => ({
  name: 'thread.setPriority',
  args: { threadId: thread.id, priority: pick(desk.random, PRIORITIES) ?? 'low', seen: thread.priority },
}))
const assign = onThread((thread, desk) => ({
  name: 'thread.assign',
  args: {
    threadId: thread.id,
    team:
      desk.random() < 0.5
        ? { seen: thread.teamId, value: pick(desk.random, [...desk.teamIds, null]) ?? null }
        : null,
    assignee: { seen: thread.assigneeId, value: pick(desk.random, [...desk.agentIds, null]) ?? null },
  },
}))
const take = onThread((thread, desk) => ({
  name: 'thread.take',
  args: { threadId: thread.id, agentId: desk.agentId, seen: thread.assigneeId },
}))
const snooze = onThread((thread, desk) => ({
  name: 'thread.snooze',
  args: {
    threadId: thread.id,
    untilMs: Math.max(0, desk.nowMs) + 60_000,
    seen: thread.state,
    seenUpToSeq: seenSeq(desk, thread.ticketId),
  },
}))

const note: Act = desk => {
  const ticket = anyOf(desk, 'tickets')
  const args = ticket && {
    noteId: fresh(desk),
    ticketId: ticket.id,
    threadId: null,
    body: words(desk),
    attachments: [],
  }
  return args ? [{ name: 'note.add', args }] : []
}
const editNote: Act = desk => {
  const found = anyOf(desk, 'notes')
  return found
    ? [
        {
          name: 'note.edit',
          args: { noteId: found.id, seen: found.body, body: `${found.body}\n${words(desk)}` },
        },
      ]
    : []
}
const tag: Act = desk => {
  const ticket = anyOf(desk, 'tickets')
  const name = desk.random() < 0.7 ? 'ticket.tag' : 'ticket.untag'
  return ticket
    ? [{ name, args: { ticketId: ticket.id, tags: [`tag-${Math.floor(desk.random() * 4)}`] } }]
    : []
}
const relabel: Act = desk => {
  const ticket = anyOf(desk, 'tickets')
  if (!ticket) return []
  const kinds = rowsOf(desk, 'threads').filter(
    thread => thread.ticketId === ticket.id && thread.state !== 'closed',
  )
  const seen = kinds.length > 1 ? 'both' : (kinds[0]?.kind ?? null)
  const kind = pick(desk.random, ['service', 'support', 'both'] as const) ?? 'both'
  return [
    {
      name: 'ticket.relabel',
      args: { ticketId: ticket.id, kind, seen, teamId: pick(desk.random, desk.teamIds) ?? null },
    },
  ]
}
const linkTickets: Act = desk => {
  const [ticket, other] = [anyOf(desk, 'tickets'), anyOf(desk, 'tickets')]
  if (!ticket || !other || ticket.id === other.id) return []
  return [
    {
      name: 'ticket.link',
      args: { linkId: fresh(desk), ticketId: ticket.id, otherTicketId: other.id, kind: 'related' },
    },
  ]
}
const editFacts: Act = desk => {
  const customer = anyOf(desk, 'customers')
  if (!customer) return []
  const facts = { seen: customer.facts, value: `${customer.facts}\n${words(desk)}` }
  const fields =
    desk.random() < 0.5 ? [{ field: 'jobTitle', seen: customer.jobTitle, value: words(desk) }] : []
  return [{ name: 'customer.editFacts', args: { customerId: customer.id, facts, labels: null, fields } }]
}
const newTicket: Act = desk => {
  const known = anyOf(desk, 'customers')
  const customerId = known && desk.random() < 0.7 ? known.id : fresh(desk)
  const customer: readonly Intent[] =
    customerId === known?.id
      ? []
      : [
          {
            name: 'customer.create',
            args: {
              customerId,
              name: words(desk),
              organisationId: null,
              jobTitle: null,
              language: null,
              timeZone: null,
              preferredChannel: null,
              labels: [],
              facts: '',
              contactPoints: [],
            },
          },
        ]
  const thread = {
    id: fresh(desk),
    kind: 'service',
    state: 'open',
    priority: 'normal',
    teamId: pick(desk.random, [...desk.teamIds, null]) ?? null,
    assigneeId: null,
  }
  const message = {
    id: fresh(desk),
    direction: 'in',
    from: null,
    to: [],
    cc: [],
    bodyText: words(desk),
    bodyHtml: null,
    attachments: [],
  }
  return [
    ...customer,
    {
      name: 'ticket.create',
      args: {
        ticketId: fresh(desk),
        customerId,
        subject: words(desk),
        channel: 'phone',
        tags: [],
        fields: {},
        threads: [thread],
        message,
        note: null,
      },
    },
  ]
}
const duties: Act = desk => {
  const customer = anyOf(desk, 'customers')
  if (!customer) return []
  const common = {
    customerId: customer.id,
    ticketId: null,
    dueAtMs: Math.max(0, desk.nowMs) + 3_600_000,
    ownerId: desk.agentId,
  }
  return desk.random() < 0.5
    ? [
        {
          name: 'followUp.add',
          args: { ...common, followUpId: fresh(desk), title: words(desk), reason: null, channel: null },
        },
      ]
    : [{ name: 'promise.add', args: { ...common, promiseId: fresh(desk), promise: words(desk) } }]
}
const closeDuty: Act = desk => {
  const [promise, followUp] = [anyOf(desk, 'promises'), anyOf(desk, 'followUps')]
  if (promise && desk.random() < 0.5)
    return [{ name: 'promise.keep', args: { promiseId: promise.id, outcome: 'kept', seen: promise.state } }]
  return followUp
    ? [
        {
          name: 'followUp.complete',
          args: { followUpId: followUp.id, state: 'done', outcome: null, seen: followUp.state },
        },
      ]
    : []
}

const subject: Act = desk => {
  const ticket = anyOf(desk, 'tickets')
  return ticket
    ? [
        {
          name: 'ticket.setSubject',
          args: { ticketId: ticket.id, subject: words(desk), seen: ticket.subject },
        },
      ]
    : []
}
const reschedule: Act = desk => {
  const [promise, followUp] = [anyOf(desk, 'promises'), anyOf(desk, 'followUps')]
  const dueAtMs = Math.max(0, desk.nowMs) + 7_200_000
  if (promise && desk.random() < 0.5)
    return [{ name: 'promise.reschedule', args: { promiseId: promise.id, dueAtMs, seen: promise.dueAtMs } }]
  return followUp
    ? [{ name: 'followUp.reschedule', args: { followUpId: followUp.id, dueAtMs, seen: followUp.dueAtMs } }]
    : []
}
/** What stands on a customer's card: things they have, ways to reach them, what they send back. */
const card: Act = desk => {
  const [customer, asset, contact] = [
    anyOf(desk, 'customers'),
    anyOf(desk, 'assets'),
    anyOf(desk, 'contactPoints'),
  ]
  if (!customer) return []
  const customerId = customer.id
  const acts: readonly Intent[] = [
    {
      name: 'asset.add',
      args: {
        assetId: fresh(desk),
        customerId,
        productId: null,
        name: words(desk),
        serial: null,
        version: '1',
      },
    },
    {
      name: 'contact.add',
      args: { contactPointId: fresh(desk), customerId, kind: 'phone', value: words(desk), label: null },
    },
    {
      name: 'return.start',
      args: {
        returnId: fresh(desk),
        customerId,
        ticketId: null,
        orderId: null,
        kind: 'return',
        reason: words(desk),
        amountMinor: 100,
        currency: 'EUR',
        seen: [],
      },
    },
    ...(asset
      ? [
          {
            name: 'asset.update',
            args: {
              assetId: asset.id,
              fields: [{ field: 'version', seen: asset.version, value: words(desk) }],
            },
          },
        ]
      : []),
    ...(contact
      ? [
          {
            name: 'contact.remove',
            args: { contactPointId: contact.id, customerId: contact.customerId },
          },
        ]
      : []),
  ]
  const act = pick(desk.random, acts)
  return act ? [act] : []
}

/** Each act as often as it is here: replies and drafts are what a day consists of. */
const ACTS: readonly Act[] = [
  reply,
  reply,
  reply,
  replyAndSolve,
  note,
  note,
  editNote,
  editNote,
  setState,
  setState,
  setPriority,
  assign,
  assign,
  take,
  snooze,
  tag,
  tag,
  relabel,
  linkTickets,
  editFacts,
  editFacts,
  newTicket,
  newTicket,
  duties,
  closeDuty,
  reschedule,
  subject,
  card,
  card,
]

/** Something an agent does with what is on the screen; on an empty desk the phone rings. */
export const nextAct = (desk: Desk): readonly Intent[] =>
  (rowsOf(desk, 'tickets').length === 0 ? newTicket : pick(desk.random, ACTS))?.(desk) ?? []

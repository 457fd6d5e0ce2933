import { z } from 'zod'
import type { AskedTried } from '../domain/diagnosis.ts'
import { TAKEOVER_REASONS } from '../domain/takeovers.ts'
import type { Takeover } from '../domain/takeovers.ts'
import { RowId, TicketId } from '../domain/ids.ts'
import type { Message, Thread } from '../domain/tickets.ts'
import { Channel } from '../domain/values.ts'
import { answerAfter, waitsAgain } from '../rules/takeover/takeover.ts'
import { questionsIn } from '../rules/diagnosis/questions-in.ts'
import { defineMutation, insert, isAutomation, many, maybe, one, patch } from './define.ts'
import type { Change, MutationContext } from './define.ts'
import { touchThreads } from './parts/activity.ts'
import { Body, Line, Moment, PersonName, Receiver } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { onTicket, recordEvent } from './parts/events.ts'
import { threadChanges } from './receive.ts'

const MOST_LINES = 500
const LONGEST_ANSWER = 2_000

const SaidLine = z.strictObject({
  id: RowId,
  by: z.enum(['customer', 'bot']),
  text: Body,
  /** When it was said, ms. */
  atMs: Moment,
})
const ConverseArgs = z.strictObject({
  ticketId: TicketId,
  channel: Channel,
  from: Receiver.nullable(),
  /** In order; those that are known already are passed over. */
  lines: z.array(SaidLine).max(MOST_LINES),
  /** A bot spoke, and a person is needed. */
  takeover: z
    .strictObject({ bot: PersonName, reason: z.enum(TAKEOVER_REASONS), words: Line.nullable() })
    .nullable(),
})
type ConverseArgs = z.infer<typeof ConverseArgs>
type Place = { readonly ticketId: string; readonly customerId: string }

function messageOf(
  line: ConverseArgs['lines'][number],
  place: Place & { readonly seq: number },
  { channel, from, takeover }: ConverseArgs,
): Omit<Message, 'acceptedAtMs'> {
  const isBot = line.by === 'bot'
  return {
    ...place,
    id: line.id,
    direction: isBot ? 'out' : 'in',
    channel,
    authorKind: isBot ? 'bot' : 'customer',
    authorId: null,
    from: isBot ? { name: takeover?.bot ?? null, address: '' } : from,
    to: [],
    cc: [],
    bodyText: line.text,
    bodyHtml: null,
    messageId: null,
    delivery: 'none',
    writtenAtMs: line.atMs,
    deliveredAtMs: null,
  }
}

/** Behind the events of threads that reopen. */
const ASKED_EVENT = 5
const FIRST_QUESTION = 30

/** A person is needed: for the first time, or again after the work that was taken over is done. */
function takeoverChanges(
  place: Place,
  {
    before,
    isAgain,
    wanted,
  }: { before: Takeover | null; isAgain: boolean; wanted: ConverseArgs['takeover'] },
  context: MutationContext,
): readonly Change[] {
  if (!wanted || (before && !isAgain)) return []
  const { ticketId, customerId } = place
  const fields = { ...wanted, askedAtMs: context.nowMs, takenBy: null, takenAtMs: null }
  return [
    ...(before
      ? patchChanged('takeovers', before, fields)
      : [insert('takeovers', { id: ticketId, ticketId, customerId, ...fields })]),
    recordEvent(context, {
      place: onTicket({ id: ticketId, customerId }),
      type: 'ticket.takeover-asked',
      facts: { reason: wanted.reason, bot: wanted.bot },
      index: ASKED_EVENT,
    }),
  ]
}

/** What the bot asked, for the ledger, with the answer where one follows: nobody asks it again unknowing. */
function ledgerChanges(
  said: readonly Pick<Message, 'id' | 'authorKind' | 'bodyText' | 'writtenAtMs'>[],
  { place, fresh, entries }: { place: Place; fresh: ReadonlySet<string>; entries: readonly AskedTried[] },
  context: MutationContext,
): readonly Change[] {
  let made = 0
  return said.flatMap((message, index) => {
    if (message.authorKind !== 'bot') return []
    const outcome = answerAfter(said, index)?.slice(0, LONGEST_ANSWER) ?? null
    const closed = { outcome, closedAtMs: outcome === null ? null : context.nowMs }
    if (!fresh.has(message.id))
      return entries
        .filter(entry => entry.messageId === message.id && entry.closedAtMs === null && outcome !== null)
        .flatMap(entry => patchChanged('askedTried', entry, closed))
    return questionsIn(message.bodyText).map(words =>
      insert('askedTried', {
        ...place,
        ...closed,
        id: context.derivedId(FIRST_QUESTION + made++),
        kind: 'asked',
        words,
        detailKey: null,
        result: null,
        source: 'bot',
        messageId: message.id,
        runId: null,
        stepId: null,
        agentId: null,
        atMs: message.writtenAtMs,
        closedBy: null,
      }),
    )
  })
}

type Said = { readonly threads: readonly Thread[]; readonly isCustomers: boolean; readonly isNew: boolean }

/** Customers who wrote wait from now on: how long the bot kept them is not what a person owes. */
function waiting(
  { threads, isCustomers, isNew }: Said,
  { channel }: ConverseArgs,
  context: MutationContext,
): readonly Change[] {
  if (!isNew) return []
  return isCustomers
    ? threadChanges({ threads, channel, receivedAtMs: context.nowMs }, context)
    : touchThreads(threads, context.nowMs)
}

/**
 * What a customer said to a form, a portal or a bot, and what the bot answered. Only the hub does this. What a bot says is
 * no answer of ours: no clock stops for it.
 */
export const converse = defineMutation({
  name: 'ticket.converse',
  args: ConverseArgs,
  decidedBy: 'hub',
  clocks: true,
  reads: ({ ticketId }) => ({
    ticket: one('tickets', ticketId),
    takeover: maybe('takeovers', ticketId),
    threads: many('threads', { ticketId }),
    messages: many('messages', { ticketId }),
    entries: many('askedTried', { ticketId }),
  }),
  may: actor => isAutomation(actor),
  plan: ({ ticket, takeover, threads, messages, entries }, args, context) => {
    const place = { ticketId: ticket.id, customerId: ticket.customerId }
    const known = new Set(messages.map(({ id }) => id))
    const lines = [...new Map(args.lines.map(line => [line.id, line])).values()]
    const added = lines
      .filter(({ id }) => !known.has(id))
      .map((line, index) => messageOf(line, { ...place, seq: ticket.lastMessageSeq + 1 + index }, args))
    const isCustomers = added.some(({ authorKind }) => authorKind === 'customer')
    const isAgain = isCustomers && waitsAgain(takeover, threads)
    const before = messages.toSorted((a, b) => (a.seq ?? 0) - (b.seq ?? 0))
    return [
      ...added.map(row => insert('messages', { ...row, acceptedAtMs: context.acceptedAtMs })),
      ...(added.length > 0
        ? [patch('tickets', ticket.id, { lastMessageSeq: ticket.lastMessageSeq + added.length })]
        : []),
      ...waiting({ threads, isCustomers, isNew: added.length > 0 }, args, context),
      ...takeoverChanges(place, { before: takeover, isAgain, wanted: args.takeover }, context),
      ...ledgerChanges(
        [...before, ...added],
        { place, fresh: new Set(added.map(({ id }) => id)), entries },
        context,
      ),
    ]
  },
  describe: () => ({ key: 'describe.receive', values: {} }),
})

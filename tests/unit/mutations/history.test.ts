import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Thread } from '../../../shared/domain/tickets.ts'
import type { MutationContext } from '../../../shared/mutations/define.ts'
import { TICKET_KINDS, ticketKindOf, isWithdrawn } from '../../../shared/rules/work-kind.ts'
import { byAutomation, idOf, NOW_MS, onHub } from '../../support/builders.ts'
import type { World } from '../../support/row-world.ts'
import { aDesk, aPairedDesk, ids, samples } from './scenes.ts'

/** One act on the ticket as somebody who has just looked at it would do it. */
const act = fc.oneof(
  fc.record({
    does: fc.constant('receive' as const),
    channel: fc.constantFrom('email' as const, 'phone' as const),
  }),
  fc.record({ does: fc.constant('reply' as const), thread: fc.nat({ max: 1 }) }),
  fc.record({ does: fc.constant('note' as const) }),
  fc.record({
    does: fc.constant('state' as const),
    thread: fc.nat({ max: 1 }),
    state: fc.constantFrom('open' as const, 'pending' as const, 'solved' as const, 'closed' as const),
  }),
  fc.record({ does: fc.constant('snooze' as const), thread: fc.nat({ max: 1 }) }),
  fc.record({ does: fc.constant('wake' as const), thread: fc.nat({ max: 1 }) }),
  fc.record({ does: fc.constant('relabel' as const), kind: fc.constantFrom(...TICKET_KINDS) }),
)
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

const threadsOf = (desk: World): readonly Thread[] =>
  desk.all('threads').filter(({ ticketId }) => ticketId === ids.ticket)

function decideAct(desk: World, step: Act, { context, id }: { context: MutationContext; id: string }) {
  const threads = threadsOf(desk)
  const thread = threads['thread' in step ? step.thread % threads.length : 0]
  if (!thread) throw new Error('A ticket lost its threads')
  const seenUpToSeq = desk.get('tickets', ids.ticket)?.lastMessageSeq ?? 0
  const on = { threadId: thread.id, seen: thread.state, seenUpToSeq }
  switch (step.does) {
    case 'receive': {
      const mail = {
        ...samples['ticket.receive'],
        messageId: id,
        channel: step.channel,
        receivedAtMs: context.nowMs,
      }
      return desk.decide('ticket.receive', mail, {
        ...byAutomation(),
        ...context,
        actor: byAutomation().actor,
      })
    }
    case 'reply':
      return desk.decide(
        'ticket.reply',
        { ...samples['ticket.reply'], messageId: id, threadId: thread.id, seenUpToSeq, attachments: [] },
        context,
      )
    case 'note':
      return desk.decide(
        'note.add',
        { ...samples['note.add'], noteId: id, threadId: null, attachments: [] },
        context,
      )
    case 'state':
      return desk.decide('thread.setState', { ...on, state: step.state }, context)
    case 'snooze':
      return desk.decide('thread.snooze', { ...on, untilMs: context.nowMs + 1000 }, context)
    case 'wake':
      return desk.decide('thread.wake', { threadId: thread.id, untilMs: null }, context)
    case 'relabel':
      return desk.decide(
        'ticket.relabel',
        { ticketId: ids.ticket, kind: step.kind, seen: ticketKindOf(threads), teamId: null },
        context,
      )
  }
}

function expectSound(desk: World): void {
  const threads = threadsOf(desk)
  const kinds = threads.map(({ kind }) => kind)
  expect(new Set(kinds).size).toBe(kinds.length)
  // Sort keys are those of the ticket: the same on all its threads.
  for (const key of ['lastActivityAtMs', 'waitingSinceMs', 'isPaired'] as const) {
    expect(new Set(threads.map(thread => thread[key])).size).toBe(1)
  }
  for (const thread of threads) {
    const isDone = thread.state === 'solved' || thread.state === 'closed'
    if (!isWithdrawn(thread)) expect(thread.solvedAtMs !== null).toBe(isDone)
    expect(thread.snoozedUntilMs !== null).toBe(thread.state === 'snoozed')
  }
  const seqs = desk.all('messages').map(({ seq }) => seq)
  expect(seqs.toSorted((a, b) => Number(a) - Number(b))).toEqual(seqs.map((_seq, index) => index + 1))
  expect(desk.get('tickets', ids.ticket)?.lastMessageSeq).toBe(seqs.length)
}

test('whatever happens to a ticket, its threads stay sound and no message of the customer goes unseen', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.array(act, { maxLength: 25 }), (isPaired, steps) => {
      const desk = isPaired ? aPairedDesk() : aDesk()
      for (const [index, step] of steps.entries()) {
        const id = idOf(1000 + index)
        const context = onHub({ nowMs: NOW_MS + index * 1000, mutationId: idOf(5000 + index) })
        const decision = decideAct(desk, step, { context, id })
        // An act of somebody who has seen everything never conflicts; closed threads may refuse it.
        expect(['changes', 'rejected']).toContain(decision.kind)
        if (decision.kind === 'changes') desk.apply(decision.changes)
        expectSound(desk)
        if (step.does === 'receive') expect(threadsOf(desk).some(({ state }) => state === 'open')).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

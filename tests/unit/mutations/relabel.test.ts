import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Thread } from '../../../shared/domain/tickets.ts'
import { mutationByName } from '../../../shared/mutations/index.ts'
import { isWithdrawn, TICKET_KINDS, ticketKindOf } from '../../../shared/rules/work-kind.ts'
import type { TicketKind } from '../../../shared/rules/work-kind.ts'
import { aThread, idOf, NOW_MS, onHub } from '../../support/builders.ts'
import type { World } from '../../support/row-world.ts'
import { aDesk, ids } from './scenes.ts'

const service = aThread({
  assigneeId: ids.me,
  teamId: ids.team,
  priority: 'high',
  waitingSinceMs: NOW_MS - 5,
})
const support = aThread({ id: ids.support, kind: 'support', priority: 'urgent' })

/** A desk whose ticket is of this kind and never was of another. */
function deskOf(kind: TicketKind): World {
  const desk = aDesk()
  desk.forget('threads', ids.service)
  const isPaired = kind === 'both'
  if (kind !== 'support') desk.put('threads', { ...service, isPaired })
  if (kind !== 'service') desk.put('threads', { ...support, isPaired })
  return desk
}
const relabel = (
  desk: World,
  kind: TicketKind,
  { teamId = null, step = 0 }: { teamId?: string | null; step?: number } = {},
) =>
  desk.run(
    'ticket.relabel',
    { ticketId: ids.ticket, kind, seen: ticketKindOf(desk.all('threads')), teamId },
    onHub({ mutationId: idOf(100 + step) }),
  )
const live = (desk: World): readonly Thread[] => desk.all('threads').filter(thread => !isWithdrawn(thread))

/** What must hold of the threads of any ticket. */
function expectSound(desk: World): void {
  const threads = desk.all('threads')
  const kinds = threads.map(thread => thread.kind)
  expect(threads.length).toBeLessThanOrEqual(2)
  expect(new Set(kinds).size).toBe(kinds.length)
  const isBoth = ticketKindOf(threads) === 'both'
  expect(threads.map(thread => thread.isPaired)).toEqual(threads.map(() => isBoth))
  expect(live(desk).length).toBe(isBoth ? 2 : 1)
}

describe.each(TICKET_KINDS)('a ticket that is %s', from => {
  test.each(TICKET_KINDS)('can be called %s', to => {
    const desk = deskOf(from)
    const changes = relabel(desk, to)
    expect(ticketKindOf(desk.all('threads'))).toBe(to)
    expectSound(desk)
    if (from === to) expect(changes).toEqual([])
    else
      expect(desk.all('events')).toMatchObject([
        { type: 'ticket.relabelled', facts: { before: from, after: to } },
      ])
  })

  test.each(TICKET_KINDS)('has its inverse after having been called %s', to => {
    const desk = deskOf(from)
    const mutation = mutationByName('ticket.relabel')
    const args = mutation.args.parse({ ticketId: ids.ticket, kind: to, seen: from, teamId: null })
    const inverse = mutation.invert(desk.load(mutation, args).rows as never, args)
    expect(inverse === null).toBe(from === to)
    relabel(desk, to)
    if (inverse) desk.run('ticket.relabel', inverse.args as never, onHub({ mutationId: ids.madeToo }))
    expect(ticketKindOf(desk.all('threads'))).toBe(from)
    expectSound(desk)
  })
})

test('turning a thread keeps its owner, state, wait and team', () => {
  const desk = deskOf('service')
  relabel(desk, 'support')
  expect(desk.get('threads', ids.service)).toEqual({ ...service, kind: 'support' })
})

test('a team given with the relabel takes over the turned thread', () => {
  const desk = deskOf('support')
  relabel(desk, 'service', { teamId: ids.team })
  expect(desk.get('threads', ids.support)).toMatchObject({ kind: 'service', teamId: ids.team })
})

test('an added thread is open, unowned, in the given team, and shares the sort keys of its ticket', () => {
  const desk = deskOf('service')
  relabel(desk, 'both', { teamId: ids.team })
  const added = desk.all('threads').find(thread => thread.id !== ids.service)
  expect(added).toMatchObject({
    kind: 'support',
    state: 'open',
    assigneeId: null,
    teamId: ids.team,
    priority: 'high',
    waitingSinceMs: NOW_MS - 5,
    lastActivityAtMs: service.lastActivityAtMs,
    openedAtMs: NOW_MS,
  })
})

test('the thread that turns out never to have been is closed and does not count as solved', () => {
  const desk = deskOf('both')
  relabel(desk, 'service')
  expect(desk.get('threads', ids.support)).toMatchObject({
    state: 'closed',
    solvedAtMs: null,
    isPaired: false,
  })
})

test('a withdrawn thread comes back instead of a second one of its kind', () => {
  const desk = deskOf('both')
  relabel(desk, 'service', { step: 1 })
  relabel(desk, 'both', { step: 2 })
  expect(desk.get('threads', ids.support)).toMatchObject({ kind: 'support', state: 'open', isPaired: true })
  expect(desk.all('threads')).toHaveLength(2)
})

test('open work never vanishes: a solved thread opens where the open one beside it is withdrawn', () => {
  const desk = deskOf('both')
  desk.put('threads', { ...service, isPaired: true, state: 'solved', solvedAtMs: NOW_MS - 5 })
  relabel(desk, 'service')
  expect(desk.get('threads', ids.service)).toMatchObject({ state: 'open', solvedAtMs: null })
})

test('a ticket whose work is all done stays done when it is called something else', () => {
  const desk = deskOf('both')
  const solved = { isPaired: true, state: 'solved', solvedAtMs: NOW_MS - 5 } as const
  desk.put('threads', { ...service, ...solved }, { ...support, ...solved })
  relabel(desk, 'support')
  expect(desk.get('threads', ids.support)).toMatchObject({ state: 'solved', solvedAtMs: NOW_MS - 5 })
})

test('a ticket that somebody else called something else asks', () => {
  const desk = deskOf('support')
  const decision = desk.decide(
    'ticket.relabel',
    { ticketId: ids.ticket, kind: 'both', seen: 'service', teamId: null },
    onHub(),
  )
  expect(decision).toMatchObject({
    kind: 'conflict',
    conflict: { fields: [{ field: 'kind', seen: 'service', mine: 'both', theirs: 'support' }] },
  })
})

test('a closed ticket is not relabelled, nor is one sent to a team that does not exist', () => {
  const desk = deskOf('service')
  const wish = { ticketId: ids.ticket, kind: 'both', seen: 'service', teamId: null } as const
  expect(desk.decide('ticket.relabel', { ...wish, teamId: idOf(70) }, onHub()).kind).toBe('rejected')
  desk.put('threads', { ...service, state: 'closed', solvedAtMs: NOW_MS })
  expect(desk.decide('ticket.relabel', wish, onHub()).kind).toBe('rejected')
})

test('whatever a ticket is called in whatever order, its threads stay sound', () => {
  const kinds = fc.array(fc.constantFrom(...TICKET_KINDS), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(fc.constantFrom(...TICKET_KINDS), kinds, (from, names) => {
      const desk = deskOf(from)
      for (const [step, kind] of names.entries()) {
        relabel(desk, kind, { step })
        expect(ticketKindOf(desk.all('threads'))).toBe(kind)
        expectSound(desk)
      }
    }),
  )
})

describe('an answer to a suggestion', () => {
  const answer = (desk: World, kind: TicketKind, seen: TicketKind) =>
    desk.run(
      'ticket.relabel',
      { ticketId: ids.ticket, kind, seen, teamId: null, suggested: 'support' },
      onHub({ mutationId: idOf(200) }),
    )

  test('moved: the change says what was suggested', () => {
    const desk = deskOf('service')
    answer(desk, 'support', 'service')
    expect(ticketKindOf(desk.all('threads'))).toBe('support')
    expect(desk.all('events')).toMatchObject([
      { type: 'ticket.relabelled', facts: { before: 'service', after: 'support', suggested: 'support' } },
    ])
  })

  test('kept: nothing changes but what is known, and once is enough', () => {
    const desk = deskOf('service')
    const before = desk.all('threads')
    answer(desk, 'service', 'service')
    answer(desk, 'service', 'service')
    expect(desk.all('threads')).toEqual(before)
    expect(desk.all('events')).toMatchObject([
      { type: 'ticket.kind-kept', facts: { kind: 'service', suggested: 'support' } },
    ])
  })

  test('kept what a colleague has changed meanwhile: their change stands, and nobody is asked', () => {
    const desk = deskOf('both')
    expect(answer(desk, 'service', 'service')).toEqual([])
    expect(ticketKindOf(desk.all('threads'))).toBe('both')
  })
})

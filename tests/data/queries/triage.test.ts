import { afterEach, beforeEach, expect, test } from 'vitest'
import { triageTicket } from '../../../main/data/queries/triage-ticket.ts'
import { TRIAGE_WEIGHTS_ID } from '../../../shared/domain/triage-weights.ts'
import { learn } from '../../../shared/rules/triage/corrections.ts'
import { shippedModel } from '../../../shared/rules/triage/triage.ts'
import { aCustomer, aMessage, anEvent, aThread, aTicket, idOf, NOW_MS } from '../../support/builders.ts'
import { ME, openQueryWorld } from './query-world.ts'
import type { QueryWorld } from './query-world.ts'

const TICKET = idOf(2)
const CRASH = 'Since the update the app crashes with an error message whenever I open it.'
let world: QueryWorld
beforeEach(() => {
  world = openQueryWorld()
  world.put('customers', aCustomer())
  world.put('tickets', aTicket({ subject: 'App crashes' }))
  world.put('threads', aThread({ kind: 'service' }))
  world.put('messages', aMessage({ bodyText: CRASH }))
})
afterEach(() => world.laptop.close())

const ask = () => triageTicket(world.context, TICKET)

test('a ticket that looks like other work is told with words of it', () => {
  const said = ask()
  expect(said).toMatchObject({ kind: 'service', suggested: 'support', lessons: 0 })
  expect(said?.reasons.length).toBeGreaterThan(0)
  for (const { text } of said?.reasons ?? []) expect(`App crashes\n${CRASH}`).toContain(text)
})

test('a ticket that is what it looks like, or that nobody works on, is left alone', () => {
  world.put('threads', aThread({ kind: 'support' }))
  expect(ask()).toBeNull()
  world.put('threads', aThread({ kind: 'service', state: 'closed', solvedAtMs: NOW_MS }))
  expect(ask()).toBeNull()
  expect(triageTicket(world.context, idOf(999))).toBeNull()
})

test('an answer settles it, other words open it again, a change by hand settles it for good', () => {
  const kept = anEvent({
    type: 'ticket.kind-kept',
    actorId: ME,
    facts: { kind: 'service', suggested: 'support' },
  })
  world.put('events', kept)
  expect(ask()).toBeNull()
  world.put('events', { ...kept, facts: { kind: 'service', suggested: 'both' } })
  expect(ask()?.suggested).toBe('support')
  world.put('events', { ...kept, type: 'ticket.relabelled', facts: { before: 'support', after: 'service' } })
  expect(ask()).toBeNull()
})

test('what the workspace has taught counts, for the model it was learnt with', () => {
  const lessons = Array.from({ length: 40 }, (_, index) => ({
    ticketId: `t${index}`,
    atMs: index,
    kind: 'service' as const,
    subject: 'App crashes',
    body: CRASH,
  }))
  const weights = [...learn(shippedModel(), lessons)].map(([bucket, [a, b]]): [number, number, number] => [
    bucket,
    a,
    b,
  ])
  const row = { id: TRIAGE_WEIGHTS_ID, basis: '40:39', lessons: 40, weights, updatedAtMs: NOW_MS }
  world.put('triageWeights', { ...row, model: 'of another app' })
  expect(ask()?.suggested).toBe('support')
  world.put('triageWeights', { ...row, model: shippedModel().version, updatedAtMs: NOW_MS + 1 })
  expect(ask()?.suggested).not.toBe('support')
})

import { describe, expect, test } from 'vitest'
import type { Escalation, SlaPolicy } from '../../../shared/domain/service-levels.ts'
import type { Thread } from '../../../shared/domain/tickets.ts'
import { isToldTo } from '../../../shared/rules/sla/escalation.ts'
import { serviceLevels } from '../../../shared/rules/sla/service-levels.ts'
import {
  aCalendar,
  aCustomer,
  anAgent,
  aPolicy,
  aTarget,
  aThread,
  aTicket,
  byAutomation,
  idOf,
} from '../../support/builders.ts'
import { createWorld } from '../../support/row-world.ts'
import type { World } from '../../support/row-world.ts'
import { ids } from './scenes.ts'

const MINUTE_MS = 60_000
const START = Date.UTC(2025, 2, 3, 9)
const TEAM = ids.team
const HELPERS = idOf(40)

const rule = (change: Partial<Escalation>): Escalation => ({
  on: 'breach',
  clocks: ['solve'],
  tell: [],
  raiseTo: null,
  moveToTeamId: null,
  ...change,
})

let acts = 300
type Scene = {
  readonly world: World
  readonly pass: (minutes: number) => void
  readonly thread: () => Thread
}
/** A thread of a policy; `pass` is the hub's timer at a moment. */
function aScene(policy: Partial<SlaPolicy>, row: Partial<Thread> = {}, tier: string | null = null): Scene {
  const always = aCalendar({
    week: [1, 2, 3, 4, 5, 6, 7].map(weekday => ({ weekday, from: '00:00', to: '24:00' })),
  })
  const levels = serviceLevels([aPolicy({ validFromMs: 0, ...policy })], [always])
  const context = (nowMs: number) =>
    byAutomation({ nowMs, acceptedAtMs: nowMs, mutationId: idOf((acts += 1)), serviceLevels: levels })
  const world = createWorld()
  world.put('customers', aCustomer({ tier }))
  world.put('tickets', aTicket())
  world.put('threads', aThread({ openedAtMs: START, teamId: TEAM, assigneeId: ids.me, ...row }))
  world.run('thread.startClocks', { threadId: ids.service }, context(START))
  const thread = (): Thread => {
    const found = world.get('threads', ids.service)
    if (!found) throw new Error('the thread is gone')
    return found
  }
  const pass = (minutes: number): void => {
    world.run('thread.recordBreach', { threadId: ids.service }, context(START + minutes * MINUTE_MS))
  }
  return { world, pass, thread }
}
const typesOf = ({ world }: Scene): readonly string[] => world.all('events').map(({ type }) => type)
const eventOf = ({ world }: Scene, type: string) => world.all('events').find(event => event.type === type)

describe('a clock that runs out', () => {
  test('raises the priority, moves the thread and tells, each as an event, once', () => {
    const acting = rule({ tell: ['team-supervisors', 'admins'], raiseTo: 'urgent', moveToTeamId: HELPERS })
    const scene = aScene({ escalations: [acting] })
    scene.pass(481)
    expect(scene.thread()).toMatchObject({ priority: 'urgent', teamId: HELPERS, assigneeId: null })
    expect(typesOf(scene).toSorted()).toEqual([
      'sla.breached',
      'sla.escalated',
      'thread.assigned',
      'thread.priority-changed',
    ])
    expect(eventOf(scene, 'sla.escalated')?.facts).toMatchObject({
      target: 'resolve',
      on: 'breach',
      tell: 'team-supervisors admins',
      ownerId: ids.me,
      teamId: TEAM,
      movedTo: HELPERS,
      raisedTo: 'urgent',
    })
    const before = scene.world.snapshot()
    scene.pass(482)
    expect(scene.world.snapshot()).toEqual(before)
  })

  test('never lowers a priority, and leaves a thread where it is already', () => {
    const acting = rule({ raiseTo: 'high', moveToTeamId: TEAM })
    const scene = aScene({ escalations: [acting] }, { priority: 'urgent' })
    scene.pass(241)
    expect(scene.thread()).toMatchObject({ priority: 'urgent', teamId: TEAM, assigneeId: ids.me })
    expect(typesOf(scene).toSorted()).toEqual(['sla.breached', 'sla.escalated'])
  })

  test('without a rule it is only recorded', () => {
    const scene = aScene({ escalations: [rule({ clocks: ['first'], tell: ['admins'] })] })
    scene.pass(481)
    expect(typesOf(scene)).toEqual(['sla.breached'])
  })

  test('of a thread that is done there is nothing to act on', () => {
    const scene = aScene({ escalations: [rule({ raiseTo: 'urgent' })] })
    scene.world.put('threads', { ...scene.thread(), state: 'solved' })
    scene.pass(481)
    expect(scene.thread().priority).toBe('normal')
  })
})

describe('a clock that warns', () => {
  const policy = { escalations: [rule({ on: 'warning', tell: ['team'] })] }

  test('is looked at when it warns, and told once', () => {
    const scene = aScene(policy)
    expect(scene.thread().clocks?.breachAtMs).toBe(START + 360 * MINUTE_MS)
    scene.pass(359)
    expect(typesOf(scene)).toEqual([])
    scene.pass(360)
    scene.pass(361)
    expect(typesOf(scene).toSorted()).toEqual(['sla.escalated', 'sla.warned'])
    expect(scene.thread().clocks).toMatchObject({
      breachAtMs: START + 480 * MINUTE_MS,
      solve: { isWarned: true, isBreached: false },
    })
  })

  test('does not warn any more when it ran out while nobody looked', () => {
    const scene = aScene(policy)
    scene.pass(500)
    expect(typesOf(scene)).toEqual(['sla.breached'])
  })

  test('a policy without such a rule costs no look', () => {
    expect(aScene({}).thread().clocks?.breachAtMs).toBe(START + 480 * MINUTE_MS)
  })
})

describe('who is told', () => {
  const facts = {
    on: 'breach',
    tell: 'team-supervisors admins',
    teamId: TEAM,
    ownerId: ids.me,
    movedTo: null,
  }
  const told = (agent: Parameters<typeof anAgent>[0], change: object = {}) =>
    isToldTo(anAgent(agent), { ...facts, ...change })

  test('supervisors of the team and administrators, not the agents beside them', () => {
    expect(told({ role: 'supervisor', teamIds: [TEAM] })).toBe(true)
    expect(told({ role: 'supervisor', teamIds: [HELPERS] })).toBe(false)
    expect(told({ role: 'admin', teamIds: [] })).toBe(true)
    expect(told({ role: 'agent', teamIds: [TEAM] })).toBe(false)
  })

  test('the team it is given to, everybody of it when the rule says so', () => {
    expect(told({ role: 'agent', teamIds: [HELPERS] }, { tell: 'team', movedTo: HELPERS })).toBe(true)
    expect(told({ role: 'supervisor', teamIds: [] }, { tell: 'supervisors' })).toBe(true)
  })

  test('nobody twice: owners, and teams of what nobody has, are reminded by their own laptops', () => {
    expect(told({ id: ids.me, role: 'supervisor', teamIds: [TEAM] })).toBe(false)
    expect(told({ role: 'supervisor', teamIds: [TEAM] }, { ownerId: null })).toBe(false)
    expect(told({ role: 'supervisor', teamIds: [TEAM] }, { ownerId: null, on: 'warning' })).toBe(true)
  })
})

describe('customers of a tier', () => {
  const gold = {
    tier: 'gold',
    targets: { urgent: null, high: null, normal: aTarget({ solveMinutes: 60 }), low: aTarget() },
  }

  test('are promised what their tier is, and it stays with the thread', () => {
    const scene = aScene({ tiers: [gold] }, {}, 'gold')
    expect(scene.thread().clocks).toMatchObject({ tier: 'gold', solve: { limitMs: 60 * MINUTE_MS } })
    expect(aScene({ tiers: [gold] }, {}, 'silver').thread().clocks).toMatchObject({
      solve: { limitMs: 480 * MINUTE_MS },
    })
    expect(aScene({ tiers: [gold] }, { priority: 'low' }, null).thread().clocks).toBeNull()
    expect(aScene({ tiers: [gold] }, { priority: 'low' }, 'gold').thread().clocks).not.toBeNull()
    expect(aScene({ tiers: [gold] }, { priority: 'urgent' }, 'gold').thread().clocks).toBeNull()
  })
})

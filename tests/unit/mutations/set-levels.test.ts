import { beforeEach, describe, expect, test } from 'vitest'
import type { MutationInput } from '../../../shared/mutations/index.ts'
import { newestVersion } from '../../../shared/rules/sla/versions.ts'
import {
  actorOf,
  aCalendar,
  aPolicy,
  aTarget,
  anAgent,
  aTeam,
  idOf,
  NOW_MS,
  onHub,
  onLaptop,
} from '../../support/builders.ts'
import { createWorld } from '../../support/row-world.ts'
import type { World } from '../../support/row-world.ts'
import { ids, samples } from './scenes.ts'

type PolicyInput = MutationInput<'slaPolicy.set'>
type CalendarInput = MutationInput<'calendar.set'>
let world: World
let acts = 400
const by = (role: 'agent' | 'supervisor' | 'admin', change = {}) =>
  onHub({ actor: actorOf(anAgent({ id: ids.me, role })), mutationId: idOf((acts += 1)), ...change })
const supervisor = (change = {}) => by('supervisor', change)
const policy = (change: Partial<PolicyInput> = {}): PolicyInput => ({
  ...samples['slaPolicy.set'],
  ...change,
})
const hours: CalendarInput['content'] = {
  name: 'Madrid desk',
  timeZone: 'Europe/Madrid',
  week: [{ weekday: 1, from: '08:00', to: '20:00' }],
  holidays: [],
}
const calendar = (change: Partial<CalendarInput> = {}): CalendarInput => ({
  key: 'madrid',
  seen: 1,
  content: hours,
  ...change,
})
const newest = (kind: 'service' | 'support') =>
  newestVersion(world.all('slaPolicies').filter(each => each.kind === kind))

beforeEach(() => {
  world = createWorld()
  world.put('calendars', aCalendar())
  world.put('slaPolicies', aPolicy(), aPolicy({ id: idOf(72), kind: 'support' }))
  world.put('teams', aTeam({ id: ids.team }))
})

describe('a policy', () => {
  test('is a version more, valid from when the hub takes it; the old one stays', () => {
    world.run('slaPolicy.set', policy(), supervisor({ acceptedAtMs: NOW_MS + 5000 }))
    expect(world.all('slaPolicies')).toHaveLength(3)
    expect(newest('service')).toMatchObject({
      version: 2,
      validFromMs: NOW_MS + 5000,
      name: 'Faster service',
    })
    expect(world.get('slaPolicies', idOf(71))).toEqual(aPolicy())
  })

  test('is predicted on the laptop under the id it will have', () => {
    const mutationId = idOf(450)
    const actor = actorOf(anAgent({ id: ids.me, role: 'supervisor' }))
    const here = world.decide('slaPolicy.set', policy(), onLaptop({ mutationId, actor }))
    const there = world.decide('slaPolicy.set', policy(), onHub({ mutationId, actor }))
    const idsOf = (decision: typeof here) =>
      decision.kind === 'changes' ? decision.changes.map(({ id }) => id) : []
    expect(idsOf(here)).toEqual(idsOf(there))
    expect(idsOf(here)).toHaveLength(1)
  })

  test('said twice adds nothing, whatever version was seen', () => {
    world.run('slaPolicy.set', policy(), supervisor())
    expect(world.decide('slaPolicy.set', policy({ seen: 1 }), supervisor())).toEqual({
      kind: 'changes',
      changes: [],
    })
  })

  test('asks when somebody else set one since; insisting builds on theirs; undo says what was said before', () => {
    world.run('slaPolicy.set', policy(), supervisor())
    const mine = policy({ content: { ...samples['slaPolicy.set'].content, name: 'Mine' } })
    expect(world.decide('slaPolicy.set', mine, supervisor())).toMatchObject({
      kind: 'conflict',
      conflict: { reason: 'changed-since', fields: [{ table: 'slaPolicies', seen: 1, theirs: 2 }] },
    })
    world.run('slaPolicy.set', { ...mine, seen: 2 }, supervisor())
    expect(newest('service')).toMatchObject({ version: 3, name: 'Mine' })
  })

  test('is for supervisors and administrators', () => {
    expect(world.decide('slaPolicy.set', policy(), by('agent'))).toMatchObject({
      kind: 'rejected',
      code: 'not-allowed',
    })
    expect(world.decide('slaPolicy.set', policy(), by('admin')).kind).toBe('changes')
  })

  test('is gone with a calendar or a team it names', () => {
    world.forget('teams', ids.team)
    expect(world.decide('slaPolicy.set', policy(), supervisor())).toMatchObject({
      kind: 'gone',
      table: 'teams',
    })
    const targets = { urgent: aTarget({ calendarId: idOf(99) }), high: null, normal: null, low: null }
    const content = { ...samples['slaPolicy.set'].content, targets, tiers: [], escalations: [] }
    expect(world.decide('slaPolicy.set', policy({ content }), supervisor())).toEqual({
      kind: 'gone',
      table: 'calendars',
      id: idOf(99),
    })
  })
})

describe('a calendar', () => {
  test('takes along every policy that counts in it, each by a version of its own', () => {
    world.run('calendar.set', calendar(), supervisor())
    const made = newestVersion(world.all('calendars'))
    expect(made).toMatchObject({ key: 'madrid', version: 2 })
    for (const kind of ['service', 'support'] as const) {
      expect(newest(kind)).toMatchObject({
        version: 2,
        targets: { normal: { calendarId: made?.id }, low: null },
      })
    }
    expect(world.get('slaPolicies', idOf(71))?.targets.normal?.calendarId).toBe(idOf(70))
  })

  test('a new one moves no policy', () => {
    world.run('calendar.set', calendar({ key: 'lisbon', seen: 0 }), supervisor())
    expect(world.all('calendars')).toHaveLength(2)
    expect(world.all('slaPolicies')).toHaveLength(2)
  })

  test('asks when somebody else changed it since, and is refused to agents', () => {
    world.run('calendar.set', calendar(), supervisor())
    const other = calendar({ content: { ...hours, name: 'Other' } })
    expect(world.decide('calendar.set', other, supervisor())).toMatchObject({ kind: 'conflict' })
    expect(world.decide('calendar.set', other, by('agent'))).toMatchObject({ kind: 'rejected' })
  })
})

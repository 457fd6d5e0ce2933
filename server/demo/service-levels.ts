import type { Calendar, SlaPolicy, SlaTarget } from '../../shared/domain/service-levels.ts'
import type { Priority, WorkKind } from '../../shared/domain/values.ts'
import { serviceLevels } from '../../shared/rules/sla/service-levels.ts'
import type { ServiceLevels } from '../../shared/rules/sla/service-levels.ts'
import { DAY_MS } from './world.ts'
import type { World } from './world.ts'

const WORKDAYS = [1, 2, 3, 4, 5]
const EVERY_DAY = [...WORKDAYS, 6, 7]

type Period = readonly [from: string, to: string]
const on = (weekdays: readonly number[], ...periods: readonly Period[]): Calendar['week'] =>
  weekdays.flatMap(weekday => periods.map(([from, to]) => ({ weekday, from, to })))

/** Days every year has, around the year the demo is about; an eve may be open in the morning. */
function holidays(nowMs: number, days: readonly (readonly [day: string, name: string, open?: Period])[]) {
  const year = new Date(nowMs).getUTCFullYear()
  return [year - 1, year, year + 1, year + 2].flatMap(each =>
    days.map(([day, name, open]) => ({
      date: `${String(each).padStart(4, '0')}-${day}`,
      name,
      open: open ? [{ from: open[0], to: open[1] }] : [],
    })),
  )
}

const spanish = [
  ['01-01', 'Año Nuevo'],
  ['01-06', 'Reyes'],
  ['05-01', 'Día del Trabajador'],
  ['08-15', 'Asunción'],
  ['10-12', 'Fiesta Nacional'],
  ['11-01', 'Todos los Santos'],
  ['12-06', 'Día de la Constitución'],
  ['12-08', 'Inmaculada'],
  ['12-24', 'Nochebuena', ['09:00', '13:00']],
  ['12-25', 'Navidad'],
] as const
const german = [
  ['01-01', 'Neujahr'],
  ['05-01', 'Tag der Arbeit'],
  ['10-03', 'Tag der Deutschen Einheit'],
  ['12-24', 'Heiligabend', ['08:00', '12:30']],
  ['12-25', 'Erster Weihnachtstag'],
  ['12-26', 'Zweiter Weihnachtstag'],
] as const

function addCalendars(world: World): Readonly<Record<'always' | 'madrid' | 'berlin', string>> {
  const createdAtMs = world.nowMs - 400 * DAY_MS
  const add = (given: Pick<Calendar, 'key' | 'name' | 'timeZone' | 'week' | 'holidays'>): string =>
    world.add('calendars', { ...given, id: world.id(createdAtMs), version: 1, createdAtMs }).id
  return {
    always: add({
      key: 'always',
      name: 'Around the clock',
      timeZone: 'UTC',
      week: on(EVERY_DAY, ['00:00', '24:00']),
      holidays: [],
    }),
    madrid: add({
      key: 'madrid',
      name: 'Madrid office',
      timeZone: 'Europe/Madrid',
      week: [...on(WORKDAYS, ['09:00', '14:00'], ['15:30', '19:00']), ...on([6], ['10:00', '14:00'])],
      holidays: holidays(world.nowMs, spanish),
    }),
    berlin: add({
      key: 'berlin',
      name: 'Berlin workshop',
      timeZone: 'Europe/Berlin',
      week: [...on(WORKDAYS, ['08:00', '12:30'], ['13:00', '20:00']), ...on([6], ['09:00', '14:00'])],
      holidays: holidays(world.nowMs, german),
    }),
  }
}

const target = (calendarId: string, [first, next, solve]: readonly (number | null)[]): SlaTarget => ({
  calendarId,
  firstMinutes: first ?? null,
  nextMinutes: next ?? null,
  solveMinutes: solve ?? null,
})

type Version = {
  readonly kind: WorkKind
  readonly name: string
  readonly version: number
  readonly daysAgo: number
  readonly targets: Readonly<Record<Priority, SlaTarget>>
  readonly escalations?: SlaPolicy['escalations']
}
function addPolicy(world: World, { daysAgo, escalations = [], ...given }: Version): SlaPolicy {
  const validFromMs = world.nowMs - daysAgo * DAY_MS
  return world.add('slaPolicies', {
    ...given,
    id: world.id(validFromMs),
    validFromMs,
    pausesIn: ['pending', 'snoozed'],
    warnBefore: { minutes: null, share: 0.25 },
    tiers: [],
    escalations,
  })
}

/** Whoever looks after the team hears of everything that is late. */
const TELL_SUPERVISORS: SlaPolicy['escalations'][number] = {
  on: 'breach',
  clocks: ['first', 'next', 'solve'],
  tell: ['team-supervisors'],
  raiseTo: null,
  moveToTeamId: null,
}
/** What is down and soon will have been for too long concerns the whole team. */
const TELL_TEAM: SlaPolicy['escalations'][number] = {
  ...TELL_SUPERVISORS,
  on: 'warning',
  clocks: ['solve'],
  tell: ['team'],
}

/**
 * What the shop promises. The counter answers around the clock, because tills are open when offices are not; the workshop
 * has hours. Service has had a second version since spring: what is older still runs under the first.
 */
export function addServiceLevels(world: World): void {
  const { always, madrid, berlin } = addCalendars(world)
  const service = {
    urgent: target(always, [30, 60, 480]),
    high: target(always, [150, 180, 1440]),
    normal: target(always, [240, 240, 2880]),
    low: target(madrid, [480, 480, 2400]),
  }
  const slower = { ...service, high: target(always, [240, 240, 2880]) }
  addPolicy(world, { kind: 'service', name: 'Service', version: 1, daysAgo: 395, targets: slower })
  addPolicy(world, {
    kind: 'service',
    name: 'Service',
    version: 2,
    daysAgo: 200,
    targets: service,
    escalations: [TELL_SUPERVISORS],
  })
  const support = {
    urgent: target(always, [15, null, 240]),
    high: target(always, [60, null, 600]),
    normal: target(berlin, [120, null, 600]),
    low: target(berlin, [240, null, 2400]),
  }
  addPolicy(world, {
    kind: 'support',
    name: 'Support',
    version: 1,
    daysAgo: 395,
    targets: support,
    escalations: [TELL_SUPERVISORS, TELL_TEAM],
  })
}

const known = new WeakMap<World, ServiceLevels>()

/** The service levels of a world, once they were added. */
export function levelsOf(world: World): ServiceLevels {
  const levels = known.get(world) ?? serviceLevels(world.rows('slaPolicies'), world.rows('calendars'))
  if (levels.policies.length > 0) known.set(world, levels)
  return levels
}

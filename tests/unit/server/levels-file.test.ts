import { describe, expect, test } from 'vitest'
import { planLevels } from '../../../server/service-levels/plan-levels.ts'
import type { Standing } from '../../../server/service-levels/plan-levels.ts'
import { readLevelsFile } from '../../../server/service-levels/read-levels-file.ts'
import type { LevelsFile } from '../../../server/service-levels/levels-file.ts'
import { toLevelsFile } from '../../../server/service-levels/to-levels-file.ts'
import { NOW_MS } from '../../support/builders.ts'
import { seededRandom } from '../../support/sample-row.ts'

const office = {
  name: 'Madrid office',
  timeZone: 'Europe/Madrid',
  week: {
    monday: [
      { from: '09:00', to: '14:00' },
      { from: '15:30', to: '19:00' },
    ],
  },
  holidays: [{ date: '2026-12-25', name: 'Navidad' }],
}
const service = {
  name: 'Service',
  kind: 'service',
  calendar: 'madrid',
  targets: {
    urgent: { calendar: 'always', first: 30, next: 60, resolve: 480 },
    normal: { first: 240, resolve: 2880 },
  },
}
const right = {
  calendars: { madrid: office, always: { name: 'Around the clock', timeZone: 'UTC', alwaysOpen: true } },
  policies: [service],
}
const problemsOf = (file: unknown): readonly string[] => {
  const read = readLevelsFile(typeof file === 'string' ? file : JSON.stringify(file))
  return read.ok ? [] : read.problems.map(({ where, what }) => `${where}: ${what}`)
}
function parsed(file: unknown): LevelsFile {
  const read = readLevelsFile(JSON.stringify(file))
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.file
}

describe('a file of service levels', () => {
  test('that is right is taken', () => {
    expect(problemsOf(right)).toEqual([])
  })
  test.each([
    ['is no JSON', '{', /the file: /],
    ['has a key nobody knows', { ...right, holidays: [] }, /the file: .*holidays/],
    [
      'names a zone that is none',
      { ...right, calendars: { ...right.calendars, madrid: { ...office, timeZone: 'CEST+1' } } },
      /calendars\.madrid\.timeZone: not an IANA/,
    ],
    [
      'ends a period before it begins',
      {
        ...right,
        calendars: {
          ...right.calendars,
          madrid: { ...office, week: { friday: [{ from: '22:00', to: '06:00' }] } },
        },
      },
      /week\.friday\.0: .*over midnight/,
    ],
    [
      'has a time that is none',
      {
        ...right,
        calendars: {
          ...right.calendars,
          madrid: { ...office, week: { friday: [{ from: '9', to: '25:00' }] } },
        },
      },
      /friday\.0\.from: write times/,
    ],
    [
      'has a day that is none',
      {
        ...right,
        calendars: {
          ...right.calendars,
          madrid: { ...office, holidays: [{ date: '2026-02-30', name: 'x' }] },
        },
      },
      /holidays\.0\.date: write days/,
    ],
    [
      'names a day twice',
      {
        ...right,
        calendars: {
          ...right.calendars,
          madrid: { ...office, holidays: [...office.holidays, ...office.holidays] },
        },
      },
      /calendars\.madrid: a day is named twice/,
    ],
    [
      'names a calendar that is not there',
      { ...right, policies: [{ ...service, calendar: 'berlin' }] },
      /policies\.0\.calendar: no calendar "berlin"/,
    ],
    [
      'names one in a target',
      { ...right, policies: [{ ...service, targets: { low: { calendar: 'x', first: 1 } } }] },
      /targets\.low\.calendar: no calendar "x"/,
    ],
    [
      'restores service',
      { ...right, policies: [{ ...service, targets: { low: { restore: 60 } } }] },
      /targets\.low\.restore: service is resolved/,
    ],
    [
      'has two policies for one kind',
      { ...right, policies: [service, service] },
      /policies\.1\.kind: there is a policy for service/,
    ],
    [
      'promises nothing in no time',
      { ...right, policies: [{ ...service, targets: { low: { first: 0 } } }] },
      /targets\.low\.first: /,
    ],
    [
      'pauses in a state that does not pause',
      { ...right, policies: [{ ...service, pauses: ['open'] }] },
      /pauses\.0: /,
    ],
  ])('that %s is refused, and says where', (_what, file, problem) => {
    expect(problemsOf(file).join('\n')).toMatch(problem)
  })
  test('names every problem, not only the first', () => {
    expect(
      problemsOf({ calendars: {}, policies: [service, { ...service, kind: 'support' }] }).length,
    ).toBeGreaterThan(3)
  })
})

describe('setting it', () => {
  const random = seededRandom(5)
  const set = (file: unknown, standing: Standing, nowMs = NOW_MS): Standing => {
    const plan = planLevels(parsed(file), standing, { nowMs, random })
    return {
      calendars: [...standing.calendars, ...plan.calendars],
      policies: [...standing.policies, ...plan.policies],
    }
  }
  const nothing: Standing = { calendars: [], policies: [] }

  test('makes first versions; setting it again adds nothing, whatever the order of keys', () => {
    const first = set(right, nothing)
    expect(first.calendars.map(({ key, version }) => [key, version])).toEqual([
      ['madrid', 1],
      ['always', 1],
    ])
    expect(first.policies).toMatchObject([
      { kind: 'service', version: 1, validFromMs: NOW_MS, warnBefore: { share: 0.25, minutes: null } },
    ])
    // As a database gives it back: the same content, its keys in another order.
    const turned = JSON.parse(JSON.stringify(first), (_key, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).toReversed())
        : value,
    ) as Standing
    expect(set(right, turned)).toEqual(turned)
  })
  test('a changed calendar is a new version, and so is every policy that counts in it', () => {
    const first = set(right, nothing)
    const longer = { ...office, week: { ...office.week, saturday: [{ from: '10:00', to: '14:00' }] } }
    const second = set({ ...right, calendars: { ...right.calendars, madrid: longer } }, first, NOW_MS + 1)
    expect(second.calendars.map(({ key, version }) => `${key} ${version}`)).toEqual([
      'madrid 1',
      'always 1',
      'madrid 2',
    ])
    const madrid = second.calendars.at(-1)
    expect(second.policies.at(-1)).toMatchObject({
      version: 2,
      targets: { normal: { calendarId: madrid?.id } },
    })
    expect(second.policies[0]).toEqual(first.policies[0])
  })
  test('a kind that is not named any more gets a version that promises nothing, once', () => {
    const first = set(right, nothing)
    const none = set({ calendars: {}, policies: [] }, first)
    expect(none.policies.at(-1)).toMatchObject({
      version: 2,
      targets: { urgent: null, high: null, normal: null, low: null },
    })
    expect(set({ calendars: {}, policies: [] }, none)).toEqual(none)
  })
  test('what is shown as a file sets the same again', () => {
    const standing = set(right, nothing)
    expect(set(toLevelsFile(standing, NOW_MS), standing)).toEqual(standing)
  })
})

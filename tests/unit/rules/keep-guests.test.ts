import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ROLES } from '../../../shared/domain/values.ts'
import type { Keeper } from '../../../shared/rules/guests/may-keep-guests.ts'
import { mayChangeTeams, mayKeepGuest, teamsToGive } from '../../../shared/rules/guests/may-keep-guests.ts'

const TEAMS = ['orders', 'devices', 'till', 'advice']
const teams = fc.subarray(TEAMS)
const keeper = fc.record<Keeper>({ role: fc.constantFrom(...ROLES, 'other'), teamIds: teams })
const sara: Keeper = { role: 'supervisor', teamIds: ['orders', 'till'] }

describe('who may keep guests', () => {
  test('nobody but supervisors and administrators, and no guest is left without a team', () => {
    fc.assert(
      fc.property(keeper, teams, teams, (who, before, after) => {
        const isKeeper = who.role === 'supervisor' || who.role === 'admin'
        if (!isKeeper) {
          expect(mayChangeTeams(who, before, after) || mayKeepGuest(who, before)).toBe(false)
          expect(
            teamsToGive(
              who,
              TEAMS.map(id => ({ id })),
            ),
          ).toEqual([])
        }
        if (after.length === 0) expect(mayChangeTeams(who, before, after)).toBe(false)
        if (who.role === 'admin') expect(mayKeepGuest(who, before)).toBe(true)
      }),
    )
  })

  test('a supervisor touches no team of others: what stands beyond the own teams stands afterwards', () => {
    fc.assert(
      fc.property(keeper, teams, teams, (who, before, after) => {
        if (who.role !== 'supervisor' || !mayChangeTeams(who, before, after)) return
        const beyond = (ids: readonly string[]): readonly string[] =>
          ids.filter(id => !who.teamIds.includes(id)).toSorted()
        expect(beyond(after)).toEqual(beyond(before))
      }),
    )
  })

  test('of a guest of two supervisors each takes the own team away, and neither ends it alone', () => {
    expect(mayChangeTeams(sara, ['orders', 'devices'], ['devices'])).toBe(true)
    expect(mayChangeTeams(sara, ['orders', 'devices'], ['orders'])).toBe(false)
    expect([mayKeepGuest(sara, ['orders', 'devices']), mayKeepGuest(sara, ['orders', 'till'])]).toEqual([
      false,
      true,
    ])
  })
})

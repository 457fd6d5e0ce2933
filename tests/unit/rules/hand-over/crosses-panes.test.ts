import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agentCrosses, newPaneOf, teamCrosses } from '../../../../shared/rules/hand-over/crosses-panes.ts'

const KINDS = ['service', 'support'] as const
const kind = fc.constantFrom(...KINDS)

test('whoever begins with work that was answered already is told; where nobody answered there is nothing to tell', () => {
  const threads = fc.uniqueArray(kind, { minLength: 1, maxLength: 2 })
  fc.assert(
    fc.property(
      threads,
      fc.constantFrom(...KINDS, 'both' as const),
      fc.option(fc.nat()),
      (kinds, wanted, answeredAtMs) => {
        const pane = newPaneOf(
          kinds.map(each => ({ kind: each, answeredAtMs })),
          wanted,
        )
        const isNew = wanted === 'both' ? kinds.length === 1 : !kinds.includes(wanted)
        expect(pane !== null).toBe(isNew && answeredAtMs !== null)
        if (pane !== null) expect(kinds).not.toContain(pane)
      },
    ),
  )
})

test('a person crosses only when every team of theirs works in the other pane', () => {
  const team = fc.record({ id: fc.uuid(), kind: fc.option(kind) })
  fc.assert(
    fc.property(kind, fc.array(team, { maxLength: 4 }), (own, teams) => {
      const teamIds = teams.map(({ id }) => id)
      const crosses = agentCrosses({ kind: own }, { teamIds }, teams)
      const areAllOther = teams.length > 0 && teams.every(each => teamCrosses({ kind: own }, each) !== null)
      expect(crosses !== null).toBe(areAllOther)
      expect(crosses).not.toBe(own)
    }),
  )
})

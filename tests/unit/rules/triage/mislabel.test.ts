import { expect, test } from 'vitest'
import { diceFrom } from '../../../../shared/demo/dice.ts'
import { randomFor } from '../../../../shared/demo/seeded-random.ts'
import { firstKindOf, kindTurnOf, mislabelRate } from '../../../../shared/rules/triage/mislabel.ts'
import type { KindChange } from '../../../../shared/rules/triage/mislabel.ts'
import { TICKET_KINDS } from '../../../../shared/rules/work-kind.ts'

const change = (before: unknown, after: unknown, atMs: number): KindChange => ({ before, after, atMs })

test('a ticket is labelled wrongly when people made another kind of it, whatever lay between', () => {
  expect(kindTurnOf([])).toBeNull()
  expect(kindTurnOf([change('service', 'support', 1)])).toBe('service-support')
  expect(kindTurnOf([change('support', 'both', 9), change('service', 'support', 1)])).toBe('service-both')
})

test('what was put back is no wrong label, and kinds nobody knows here count for nothing', () => {
  expect(kindTurnOf([change('service', 'both', 1), change('both', 'service', 2)])).toBeNull()
  expect(kindTurnOf([change('service', 'sales', 1)])).toBeNull()
  expect(kindTurnOf([change(null, 'support', 1)])).toBeNull()
})

test('a changed ticket came as what it was before, any other as what it is', () => {
  expect(firstKindOf('both-support', 'support')).toBe('both')
  expect(firstKindOf(null, 'support')).toBe('support')
  expect(firstKindOf(null, null)).toBeNull()
})

test('the rate is what was changed for good ÷ tickets, and nothing where there are none', () => {
  expect(mislabelRate([])).toBeNull()
  expect(mislabelRate([{ turn: null }, { turn: 'service-both' }, { turn: null }, { turn: null }])).toBe(0.25)
})

test('over any chain of changes only its ends count, in whatever order they are told', () => {
  const dice = diceFrom(randomFor(7, 'mislabel'))
  for (let round = 0; round < 500; round += 1) {
    const kinds = Array.from({ length: 2 + (round % 5) }, () => dice.pick(TICKET_KINDS))
    const chain = kinds.slice(1).map((after, index) => change(kinds[index], after, index))
    const turn = kindTurnOf(chain)
    expect(turn).toBe(kinds[0] === kinds.at(-1) ? null : `${kinds[0]}-${kinds.at(-1)}`)
    expect(kindTurnOf(chain.toReversed())).toBe(turn)
  }
})

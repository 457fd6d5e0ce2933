import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assetInQuestion } from '../../../../shared/rules/diagnosis/asset-in-question.ts'
import type { ThingFacts } from '../../../../shared/rules/diagnosis/asset-in-question.ts'
import { idOf } from '../../../support/builders.ts'

const TICKET = idOf(1)
const thing = (n: number, facts: Partial<ThingFacts> = {}): ThingFacts => ({
  id: idOf(n),
  productId: idOf(900),
  state: 'in-use',
  downSinceMs: null,
  ...facts,
})
const outage = (n: number, ticketId: string | null, restoredAtMs: number | null = null) => ({
  ticketId,
  assetId: idOf(n),
  restoredAtMs,
})
const nothing = { ticketId: TICKET, diagnosedId: null, impacts: [], issueProductId: null }

test('what the diagnosis names comes first, then what the ticket brought down', () => {
  const assets = [thing(10), thing(11), thing(12, { state: 'broken' })]
  const impacts = [outage(11, TICKET, 5)]
  expect(assetInQuestion({ ...nothing, assets, impacts, diagnosedId: idOf(10) })).toBe(idOf(10))
  expect(assetInQuestion({ ...nothing, assets, impacts })).toBe(idOf(11))
  // Of somebody else by now, or of a record that is not here.
  expect(assetInQuestion({ ...nothing, assets, diagnosedId: idOf(77) })).toBe(idOf(12))
})

test('the known issue says which, then what is out of order, then the only one', () => {
  const other = thing(11, { productId: idOf(901) })
  const assets = [thing(10), other, thing(12)]
  expect(assetInQuestion({ ...nothing, assets, issueProductId: idOf(901) })).toBe(idOf(11))
  expect(assetInQuestion({ ...nothing, assets, impacts: [outage(12, idOf(2))] })).toBe(idOf(12))
  expect(assetInQuestion({ ...nothing, assets: [thing(10), thing(11, { state: 'retired' })] })).toBe(idOf(10))
})

test('nothing is guessed among several', () => {
  expect(assetInQuestion({ ...nothing, assets: [thing(10), thing(11)] })).toBeNull()
  expect(assetInQuestion({ ...nothing, assets: [] })).toBeNull()
  const both = [thing(10, { state: 'broken' }), thing(11, { downSinceMs: 1 })]
  expect(assetInQuestion({ ...nothing, assets: both })).toBeNull()
})

test('the order of the things never decides', () => {
  const states = fc.constantFrom('in-use' as const, 'broken' as const, 'retired' as const)
  const kind = fc.record({ state: states, productId: fc.constantFrom(idOf(900), idOf(901), null) })
  fc.assert(
    fc.property(fc.array(kind, { maxLength: 5 }), fc.boolean(), (kinds, isIssue) => {
      const assets = kinds.map((facts, index) => thing(10 + index, facts))
      const known = { ...nothing, issueProductId: isIssue ? idOf(901) : null }
      const found = assetInQuestion({ ...known, assets })
      expect(assetInQuestion({ ...known, assets: assets.toReversed() })).toBe(found)
      if (found !== null) expect(assets.find(({ id }) => id === found)?.state).not.toBe('retired')
    }),
  )
})

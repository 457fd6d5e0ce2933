import fc from 'fast-check'
import { expect, test } from 'vitest'
import { restoreOpen, UNRESOLVED_REASONS, unresolvedOf } from '../../../../shared/rules/closing/unresolved.ts'

test('without a reason of its own a "no" keeps the work open, whatever else was answered', () => {
  const value = fc.oneof(fc.string(), fc.boolean(), fc.integer(), fc.constant(null))
  fc.assert(
    fc.property(fc.dictionary(fc.string(), value), value, (others, unresolved) => {
      const answers = { ...others, unresolved }
      const isReason = UNRESOLVED_REASONS.some(each => each === unresolved)
      expect(unresolvedOf({ ...answers, resolved: false })).toBe(isReason ? unresolved : 'stays-open')
      expect(unresolvedOf({ ...answers, resolved: true })).toBeNull()
    }),
  )
  expect(unresolvedOf({ unresolved: 'declined' })).toBeNull()
})

test('what was restored before it was solved stays restored; what solving restored does not', () => {
  fc.assert(
    fc.property(fc.nat(), fc.option(fc.nat()), fc.nat(), (solvedAtMs, restoredAtMs, reopenedCount) => {
      const restored = restoreOpen({ solvedAtMs, restoredAtMs, reopenedCount })
      expect(restored).toMatchObject({ solvedAtMs: null, snoozedUntilMs: null, reopenedCount })
      expect(restored.restoredAtMs).toBe(
        restoredAtMs !== null && restoredAtMs < solvedAtMs ? restoredAtMs : null,
      )
    }),
  )
})

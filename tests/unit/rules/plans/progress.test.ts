import fc from 'fast-check'
import { expect, test } from 'vitest'
import { STEP_STATES } from '../../../../shared/domain/plans.ts'
import { plannedSteps, planEnds, progressOf } from '../../../../shared/rules/plans/progress.ts'
import { NOW_MS } from '../../../support/builders.ts'
import { aPlanStep } from '../../../support/relation-builders.ts'

test('a plan says how far it is, what comes next and what is late', () => {
  const steps = [
    aPlanStep({ position: 1, state: 'done' }),
    aPlanStep({ position: 2, state: 'skipped' }),
    aPlanStep({ position: 4, title: 'Later', dueAtMs: NOW_MS - 2 }),
    aPlanStep({ position: 3, title: 'Training', dueAtMs: NOW_MS - 1 }),
  ]
  expect(progressOf(steps, NOW_MS)).toMatchObject({ done: 1, all: 3, late: 2, next: { title: 'Training' } })
  expect(planEnds(steps)).toBe(false)
  expect(planEnds([])).toBe(false)
})

test('it ends with its last step, and only then', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...STEP_STATES), { minLength: 1 }), states => {
      const steps = states.map((state, index) => aPlanStep({ state, position: index }))
      const { done, all, next } = progressOf(steps, NOW_MS)
      expect(planEnds(steps)).toBe(next === null)
      expect(done).toBeLessThanOrEqual(all)
      if (next === null) expect(done).toBe(all)
    }),
  )
})

test('steps fall on working days, in their order, and belong to whom the template says', () => {
  const step = fc.record({
    title: fc.string(),
    kind: fc.constantFrom('service' as const, 'support' as const),
    days: fc.integer({ min: 0, max: 60 }),
    owner: fc.constantFrom('owner' as const, 'team' as const),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), fc.integer({ min: 0, max: 400 }), (steps, day) => {
      const startMs = NOW_MS + day * 86_400_000
      const planned = plannedSteps(steps, { startMs, ownerId: 'me' })
      expect(planned.map(({ title }) => title)).toEqual(steps.map(({ title }) => title))
      for (const [index, each] of planned.entries()) {
        expect([1, 2, 3, 4, 5]).toContain(new Date(each.dueAtMs).getDay())
        expect(each.dueAtMs).toBeGreaterThanOrEqual(planned[index - 1]?.dueAtMs ?? 0)
        expect(each.ownerId).toBe(steps[index]?.owner === 'owner' ? 'me' : null)
      }
    }),
  )
})

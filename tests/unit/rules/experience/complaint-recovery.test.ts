import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COMPLAINT_STATES } from '../../../../shared/domain/cases.ts'
import { complaintRecovery } from '../../../../shared/rules/experience/complaint-recovery.ts'
import { experienceAlert } from '../../../../shared/rules/experience/experience-alert.ts'
import type { BadMoment } from '../../../../shared/rules/experience/bad-moments.ts'
import { aComplaint, aRecoveryStep, idOf } from '../../../support/builders.ts'

const complaint = aComplaint({ ownerId: idOf(1), state: 'recovering' })
const step = (dueAtMs: number, doneAtMs: number | null = null) => aRecoveryStep({ dueAtMs, doneAtMs })

test('it is under way until its next step, and made up for with the last', () => {
  expect(complaintRecovery(complaint, [step(10, 5), step(30), step(20)])).toMatchObject({
    state: 'open',
    dueAtMs: 20,
    completedAtMs: null,
  })
  expect(complaintRecovery(complaint, [step(10, 5), step(20, 25)])).toMatchObject({
    state: 'done',
    completedAtMs: 25,
  })
  const resolved = { ...complaint, state: 'resolved', closedAtMs: 40 } as const
  expect(complaintRecovery(resolved, [step(10, 5), step(20)])).toMatchObject({
    state: 'done',
    completedAtMs: 40,
  })
})

test('without an owner, without steps or withdrawn it makes up for nothing', () => {
  expect(complaintRecovery({ ...complaint, ownerId: null }, [step(10)])).toBeNull()
  expect(complaintRecovery(complaint, [])).toBeNull()
  expect(complaintRecovery({ ...complaint, state: 'withdrawn' }, [step(10)])).toBeNull()
})

test('nobody is asked to plan a recovery beside one that is under way, whatever went wrong', () => {
  const moment = fc.record<BadMoment>({
    kind: fc.constantFrom('sla-missed', 'low-rating', 'reported'),
    table: fc.constant('events'),
    id: fc.uuid(),
    ticketId: fc.option(fc.uuid(), { nil: null }),
    atMs: fc.nat(),
    detail: fc.constant({}),
  })
  const steps = fc.array(fc.record({ dueAtMs: fc.nat(), doneAtMs: fc.option(fc.nat(), { nil: null }) }), {
    maxLength: 5,
  })
  fc.assert(
    fc.property(fc.array(moment), steps, fc.constantFrom(...COMPLAINT_STATES), (found, planned, state) => {
      const moments = found.toSorted((a, b) => b.atMs - a.atMs)
      const recovery = complaintRecovery({ ...complaint, state }, planned)
      const { level } = experienceAlert(moments, recovery ? [recovery] : [])
      const isUnderWay =
        (state === 'open' || state === 'recovering') && planned.some(({ doneAtMs }) => doneAtMs === null)
      if (isUnderWay) expect(['none', 'planned']).toContain(level)
      else expect(level).not.toBe('planned')
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { finishOf, opensRelationship, TOGETHER_MS } from '../../../../shared/rules/closing/two-closings.ts'
import { aThread, idOf, NOW_MS } from '../../../support/builders.ts'

const HOUR_MS = 3_600_000
const service = (row: Parameters<typeof aThread>[0] = {}) =>
  aThread({ id: idOf(3), kind: 'service', isPaired: true, ...row })
const support = (row: Parameters<typeof aThread>[0] = {}) =>
  aThread({ id: idOf(4), kind: 'support', isPaired: true, ...row })
const solved = (atMs: number) => ({ state: 'solved', solvedAtMs: atMs }) as const
const waived = (atMs: number) => ({ threadId: idOf(3), relationship: 'waived', atMs }) as const

test.each([
  [[service(), support()], [], { function: 'open', relationship: 'open', isFinished: false }],
  [[service(), support({ restoredAtMs: NOW_MS })], [], { function: 'restored', isFinished: false }],
  [[service(), support(solved(NOW_MS))], [], { function: 'solved', relationship: 'open', isFinished: false }],
  [[service(solved(NOW_MS)), support()], [], { function: 'open', relationship: 'done', isFinished: false }],
  [[service(solved(NOW_MS)), support(solved(NOW_MS))], [], { relationship: 'done', isFinished: true }],
  [
    [service(solved(NOW_MS)), support(solved(NOW_MS))],
    [waived(NOW_MS)],
    { relationship: 'waived', isFinished: true },
  ],
  // A waiver of before the part came back is over.
  [
    [service(solved(NOW_MS)), support(solved(NOW_MS))],
    [waived(NOW_MS - HOUR_MS)],
    { relationship: 'done', isFinished: true },
  ],
  [[service(solved(NOW_MS))], [], { function: null, relationship: 'done', isFinished: true }],
  [[support(solved(NOW_MS))], [], { function: 'solved', relationship: null, isFinished: true }],
  [[], [], { isFinished: false }],
] as const)('a ticket is finished when both parts are: %#', (threads, closings, finish) => {
  expect(finishOf(threads, closings)).toMatchObject(finish)
})

test('solving support brings back a service part that was closed long before function was restored', () => {
  const early = service(solved(NOW_MS - HOUR_MS))
  const at = { closings: [], nowMs: NOW_MS }
  expect(opensRelationship(support(), early, at)).toBe(true)
  expect(opensRelationship(support({ restoredAtMs: NOW_MS - 2 * HOUR_MS }), early, at)).toBe(false)
  expect(opensRelationship(support(), service(solved(NOW_MS - TOGETHER_MS)), at)).toBe(false)
  expect(opensRelationship(support(), service(), at)).toBe(false)
  expect(opensRelationship(support(), service({ state: 'closed', solvedAtMs: 1 }), at)).toBe(false)
  expect(opensRelationship(support(), early, { ...at, closings: [waived(NOW_MS - HOUR_MS)] })).toBe(false)
  expect(opensRelationship(service(), support(solved(1)), at)).toBe(false)
})

const state = fc.constantFrom('open', 'pending', 'snoozed', 'solved', 'closed')
test('no order of states finishes a ticket while a part of it is open', () => {
  fc.assert(
    fc.property(state, state, fc.boolean(), (left, right, isRestored) => {
      const isDone = (name: string): boolean => name === 'solved' || name === 'closed'
      const stamp = (name: string) => (isDone(name) ? NOW_MS : null)
      const threads = [
        service({ state: left, solvedAtMs: stamp(left) }),
        support({ state: right, solvedAtMs: stamp(right), restoredAtMs: isRestored ? NOW_MS : null }),
      ]
      expect(finishOf(threads, []).isFinished).toBe(isDone(left) && isDone(right))
    }),
  )
})

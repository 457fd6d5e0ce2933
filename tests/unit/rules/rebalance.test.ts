import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LoadedAgent, MovableThread } from '../../../shared/rules/rebalance.ts'
import { balanceOf, planMoves } from '../../../shared/rules/rebalance.ts'

const agent = (agentId: string, open: number, teamId: string): LoadedAgent => ({
  agentId,
  open,
  capacity: 8,
  teamIds: [teamId],
  isHere: true,
})
const threadsOf = (assigneeId: string, count: number, teamId: string | null): readonly MovableThread[] =>
  Array.from({ length: count }, (_, n) => ({ id: `${assigneeId}-${n}`, assigneeId, teamId }))

test('work moves from who carries too much to the same team, to who has the most room first', () => {
  const agents = [agent('ana', 11, 't'), agent('bo', 6, 't'), agent('cy', 2, 't'), agent('di', 0, 'other')]
  const moves = planMoves(agents, threadsOf('ana', 11, 't'))
  expect(moves.map(({ toId }) => toId)).toEqual(['cy', 'cy', 'cy'])
})

test('who is away gets nothing, and work without a team can go to anybody', () => {
  const agents = [agent('ana', 9, 't'), { ...agent('bo', 0, 't'), isHere: false }, agent('cy', 0, 'other')]
  expect(planMoves(agents, threadsOf('ana', 9, 't'))).toEqual([])
  expect(planMoves(agents, threadsOf('ana', 9, null))).toMatchObject([{ fromId: 'ana', toId: 'cy' }])
})

test('everybody is measured by what they can carry: a part-timer is over where another is not', () => {
  const agents = [
    { ...agent('ana', 5, 't'), capacity: 4 },
    { ...agent('bo', 5, 't'), capacity: 12 },
    { ...agent('cy', 0, 't'), capacity: 1 },
  ]
  expect(balanceOf(agents)).toMatchObject({ over: [{ agentId: 'ana' }], movable: 1 })
  expect(planMoves(agents, threadsOf('ana', 5, 't'))).toMatchObject([{ fromId: 'ana', toId: 'bo' }])
})

test('a plan never fills anybody beyond what they can carry, nor empties who was not over', () => {
  const team = fc.constantFrom('a', 'b', 'c')
  const anyAgent = fc.record({
    open: fc.nat(14),
    capacity: fc.nat(14),
    teamIds: fc.array(team),
    isHere: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(anyAgent, { maxLength: 8 }), fc.array(team), (given, teams) => {
      const agents = given.map((each, n) => ({ ...each, agentId: `agent-${n}` }))
      const threads = agents.flatMap(({ agentId, open }) =>
        threadsOf(agentId, open, null).map((thread, n) => ({ ...thread, teamId: teams[n] ?? null })),
      )
      const moves = planMoves(agents, threads)
      const after = new Map(agents.map(({ agentId, open }) => [agentId, open]))
      for (const { fromId, toId } of moves) {
        after.set(fromId, (after.get(fromId) ?? 0) - 1)
        after.set(toId, (after.get(toId) ?? 0) + 1)
      }
      for (const { agentId, open, capacity } of agents) {
        const now = after.get(agentId) ?? 0
        expect(open > capacity ? now >= capacity : now <= capacity && now >= open).toBe(true)
      }
      expect(moves.length).toBeLessThanOrEqual(balanceOf(agents).movable)
    }),
  )
})

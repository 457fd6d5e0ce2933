import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LoadedAgent, MovableThread } from '../../../shared/rules/rebalance.ts'
import { balanceOf, planMoves } from '../../../shared/rules/rebalance.ts'

const agent = (agentId: string, open: number, teamId: string): LoadedAgent => ({
  agentId,
  open,
  teamIds: [teamId],
  isHere: true,
})
const threadsOf = (assigneeId: string, count: number, teamId: string | null): readonly MovableThread[] =>
  Array.from({ length: count }, (_, n) => ({ id: `${assigneeId}-${n}`, assigneeId, teamId }))

test('work moves from who carries too much to the same team, to who has the most room first', () => {
  const agents = [agent('ana', 11, 't'), agent('bo', 6, 't'), agent('cy', 2, 't'), agent('di', 0, 'other')]
  const moves = planMoves(agents, threadsOf('ana', 11, 't'), 8)
  expect(moves.map(({ toId }) => toId)).toEqual(['cy', 'cy', 'cy'])
})

test('who is away gets nothing, and work without a team can go to anybody', () => {
  const agents = [agent('ana', 9, 't'), { ...agent('bo', 0, 't'), isHere: false }, agent('cy', 0, 'other')]
  expect(planMoves(agents, threadsOf('ana', 9, 't'), 8)).toEqual([])
  expect(planMoves(agents, threadsOf('ana', 9, null), 8)).toMatchObject([{ fromId: 'ana', toId: 'cy' }])
})

test('a plan never fills anybody beyond what they can carry, nor empties who was not over', () => {
  const team = fc.constantFrom('a', 'b', 'c')
  const anyAgent = fc.record({ open: fc.nat(14), teamIds: fc.array(team), isHere: fc.boolean() })
  fc.assert(
    fc.property(fc.array(anyAgent, { maxLength: 8 }), fc.array(team), (given, teams) => {
      const agents = given.map((each, n) => ({ ...each, agentId: `agent-${n}` }))
      const threads = agents.flatMap(({ agentId, open }) =>
        threadsOf(agentId, open, null).map((thread, n) => ({ ...thread, teamId: teams[n] ?? null })),
      )
      const moves = planMoves(agents, threads, 8)
      const after = new Map(agents.map(({ agentId, open }) => [agentId, open]))
      for (const { fromId, toId } of moves) {
        after.set(fromId, (after.get(fromId) ?? 0) - 1)
        after.set(toId, (after.get(toId) ?? 0) + 1)
      }
      for (const { agentId, open } of agents) {
        const now = after.get(agentId) ?? 0
        expect(open > 8 ? now >= 8 : now <= 8 && now >= open).toBe(true)
      }
      expect(moves.length).toBeLessThanOrEqual(balanceOf(agents, 8).movable)
    }),
  )
})

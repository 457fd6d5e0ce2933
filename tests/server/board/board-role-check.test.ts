import { afterAll, expect, test, vi } from 'vitest'
import type * as Supervising from '../../../shared/rules/supervising.ts'

// The negative control of "agents are refused": the same probe against a hub whose one check of roles lets everybody in.
const RULES = '../../../shared/rules/supervising.ts'
vi.doMock(RULES, (): typeof Supervising => ({
  SUPERVISING_ROLES: ['agent', 'supervisor', 'admin'],
  maySupervise: () => true,
}))
// Files share what they have loaded: this one loads a hub of its own, and leaves none of it to the next.
vi.resetModules()
afterAll(() => {
  vi.doUnmock(RULES)
  vi.resetModules()
})
const { fileHub } = await import('../../support/file-hub.ts')
const { addCase } = await import('../../support/hub-work.ts')
const { probeBoard } = await import('../../support/board-probe.ts')

const hub = fileHub()

test('without the check of roles the probe sees the leak, over HTTP, over the socket and after a demotion', async () => {
  expect(await probeBoard(hub, () => addCase(hub, { teamId: hub.teamIds.orders }))).toEqual({
    asked: 200,
    socket: 101,
    afterDemotion: null,
  })
})

import { expect, test, vi } from 'vitest'
import type * as Supervising from '../../../shared/rules/supervising.ts'
import { fileHub } from '../../support/file-hub.ts'
import { addCase } from '../../support/hub-work.ts'
import { probeBoard } from '../../support/board-probe.ts'

// The negative control of "agents are refused": the same probe against a hub whose one check of roles lets everybody in.
vi.mock('../../../shared/rules/supervising.ts', (): typeof Supervising => ({
  SUPERVISING_ROLES: ['agent', 'supervisor', 'admin'],
  maySupervise: () => true,
}))

const hub = fileHub()

test('without the check of roles the probe sees the leak, over HTTP, over the socket and after a demotion', async () => {
  expect(await probeBoard(hub, () => addCase(hub, { teamId: hub.teamIds.orders }))).toEqual({
    asked: 200,
    socket: 101,
    afterDemotion: null,
  })
})

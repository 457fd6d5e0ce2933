import { afterAll, beforeAll, expect, test } from 'vitest'
import { inWorkspace } from '../../../server/db/in-workspace.ts'
import { fillModel } from '../../../server/board/fill-model.ts'
import { ensureDemo } from '../../../server/demo/ensure-demo.ts'
import type { DemoAccess } from '../../../server/demo/ensure-demo.ts'
import { runFloor } from '../../../server/demo/floor/run-floor.ts'
import { systemClock } from '../../../server/system-clock.ts'
import type { Clock } from '../../../shared/clock.ts'
import type { HubUnderTest } from '../../support/hub.ts'
import { eventually, startTestHub } from '../../support/hub.ts'

let hub: HubUnderTest
let demo: DemoAccess
beforeAll(async () => {
  hub = await startTestHub()
  demo = await ensureDemo(hub.deps, { size: { customers: 700, tickets: 900 } })
}, 60_000)
afterAll(() => hub.stop())

/** Pauses of people, sixty times as short; the wall clock is as it is. */
const hurried: Clock = {
  now: systemClock.now,
  after: (ms, callback) => systemClock.after(ms / 60, callback),
}
/** `now` runs ahead, so that a pause by the wall clock is over as early. */
function quickClock(): Clock {
  const startMs = systemClock.now()
  return { ...hurried, now: () => startMs + (systemClock.now() - startMs) * 60 }
}

const modelOf = () =>
  inWorkspace(hub.database.app, { workspaceId: demo.workspaceId, mode: 'read' }, client =>
    fillModel({ client, workspaceId: demo.workspaceId }, systemClock.now()),
  )
async function counts(): Promise<{
  readonly arrivals: number
  readonly replies: number
  readonly claimed: number
}> {
  const { rows } = await inWorkspace(
    hub.database.app,
    { workspaceId: demo.workspaceId, mode: 'read' },
    client =>
      client.query<{ arrivals: number; replies: number; claimed: number }>(
        `SELECT (SELECT count(*) FROM messages WHERE workspace_id = $1 AND direction = 'in') AS arrivals,
         (SELECT count(*) FROM messages WHERE workspace_id = $1 AND direction = 'out') AS replies,
         (SELECT count(*) FROM threads WHERE workspace_id = $1 AND assignee_id IS NOT NULL) AS claimed`,
        [demo.workspaceId],
      ),
  )
  const [found] = rows
  if (!found) throw new Error('Nothing was counted')
  return found
}

test('customers write, agents answer and report over the protocol, and it ends when told', async () => {
  const before = await counts()
  const end = new AbortController()
  const day = runFloor({
    hub: { ...hub.deps, clock: quickClock() },
    workspaceId: demo.workspaceId,
    url: hub.url,
    password: demo.password,
    seed: 7,
    version: '0.0.0-test',
    signal: end.signal,
  })
  const after = await eventually(
    counts,
    found => found.arrivals > before.arrivals + 2 && found.replies > before.replies + 4,
    30_000,
  )
  expect(after.claimed).toBeGreaterThan(before.claimed)
  const laptops = await eventually(
    async () => (await modelOf()).people.laptops(systemClock.now()),
    found => found.filter(({ isOnline }) => isOnline).length >= 6,
  )
  // The laptop that was closed with work on it stands there with its last report.
  expect(laptops.find(({ name }) => name === 'home-laptop')).toMatchObject({ isOnline: false, unsent: 7 })
  end.abort()
  await day
}, 60_000)

import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureDemo } from '../../../server/demo/ensure-demo.ts'
import type { DemoProgress } from '../../../server/demo/ensure-demo.ts'
import { verifyPassword } from '../../../server/auth/password.ts'
import { seededRandom } from '../../../shared/demo/seeded-random.ts'
import type { AdministrationDeps } from '../../../server/auth/administration.ts'
import { openTestHub } from '../../support/hub-db.ts'
import type { TestHub } from '../../support/hub-db.ts'

/** The stories need a few hundred customers around them to find what they are about. */
const size = { customers: 700, tickets: 1_500 }

let hub: TestHub
let deps: AdministrationDeps
beforeAll(async () => {
  hub = await openTestHub()
  deps = { ...hub.deps, database: hub.database, random: seededRandom(5) }
})
afterAll(() => hub.close())

const count = async (workspaceId: string): Promise<unknown> =>
  (
    await hub.database.owner.query(
      `SELECT (SELECT count(*) FROM tickets WHERE workspace_id = $1) AS tickets, (SELECT count(*) FROM messages WHERE workspace_id = $1) AS messages,
         (SELECT count(*) FROM feed WHERE workspace_id = $1) AS feed, (SELECT last_number FROM ticket_counter WHERE workspace_id = $1) AS last,
         (SELECT max(number) FROM tickets WHERE workspace_id = $1) AS newest`,
      [workspaceId],
    )
  ).rows[0]

async function hashOf(workspaceId: string, email: string): Promise<string> {
  const { rows } = await hub.database.owner.query<{ hash: string }>(
    'SELECT password_hash AS hash FROM credentials WHERE workspace_id = $1 AND email = $2',
    [workspaceId, email],
  )
  return rows[0]?.hash ?? ''
}

test(
  'an interrupted filling goes on where it stopped; a whole one is left as it is, with a new password',
  { timeout: 120_000 },
  async () => {
    let rows = 0
    const interrupted = ensureDemo(deps, {
      size,
      onProgress: (progress: DemoProgress) => {
        rows = progress.rows
        if (progress.rows > progress.of / 2) throw new Error('the power went')
      },
    })
    await expect(interrupted).rejects.toThrow('the power went')
    const half = rows

    const filled = await ensureDemo(deps, { size })
    const first = await count(filled.workspaceId)
    const again = await ensureDemo(deps, { size, onProgress: () => expect.fail('filled twice') })

    expect(half).toBeGreaterThan(1_000)
    expect(first).toMatchObject({ tickets: 1_500 })
    expect(first).toMatchObject({ last: (first as { newest: number }).newest })
    expect(await count(filled.workspaceId)).toEqual(first)
    expect([again.workspaceId, again.email]).toEqual([filled.workspaceId, 'mira@example.com'])
    expect(again.password).not.toBe(filled.password)
    expect(await verifyPassword(again.password, await hashOf(again.workspaceId, 'mira@example.com'))).toBe(
      true,
    )
    expect(await verifyPassword(again.password, await hashOf(again.workspaceId, 'ivan@example.com'))).toBe(
      true,
    )
    expect(await verifyPassword(filled.password, await hashOf(again.workspaceId, 'mira@example.com'))).toBe(
      false,
    )
  },
)

test(
  'a demo left alone for days is moved to the present, with a new epoch; one of this morning is not',
  { timeout: 120_000 },
  async () => {
    const { workspaceId } = await ensureDemo(deps, { size })
    const look = async (): Promise<{ waiting: number; due: number; seq: number; epoch: string }> =>
      (
        await hub.database.owner.query(
          `SELECT (SELECT max(waiting_since_ms) FROM threads WHERE workspace_id = $1) AS waiting,
           (SELECT max(due_at_ms) FROM promises WHERE workspace_id = $1) AS due,
           (SELECT seq FROM feed_counter WHERE workspace_id = $1) AS seq, (SELECT epoch FROM workspaces WHERE id = $1) AS epoch`,
          [workspaceId],
        )
      ).rows[0] as { waiting: number; due: number; seq: number; epoch: string }
    const clocks = async (): Promise<readonly { due: number; stored: number }[]> =>
      (
        await hub.database.owner.query<{ due: number; stored: number }>(
          `SELECT due_at_ms AS due, least((clocks_json -> 'first' ->> 'dueAtMs')::bigint,
             (clocks_json -> 'next' ->> 'dueAtMs')::bigint, (clocks_json -> 'solve' ->> 'dueAtMs')::bigint) AS stored
           FROM threads WHERE workspace_id = $1 AND due_at_ms IS NOT NULL ORDER BY id`,
          [workspaceId],
        )
      ).rows
    type Inside = { readonly steps: number; readonly due: number; readonly renews: string }
    const inside = async (): Promise<Inside> =>
      (
        await hub.database.owner.query<Inside>(
          `SELECT (SELECT max((done_json ->> 'reply')::bigint) FROM first_steps WHERE workspace_id = $1) AS steps,
             (SELECT max((facts_json ->> 'dueAtMs')::bigint) FROM events WHERE workspace_id = $1) AS due,
             (SELECT max(fields_json ->> 'renewsOn') FROM customers WHERE workspace_id = $1) AS renews`,
          [workspaceId],
        )
      ).rows[0] as Inside
    const clocksBefore = await clocks()
    const insideBefore = await inside()
    const before = await look()
    hub.clock.advance(3 * 3_600_000)
    await ensureDemo(deps, { size })
    const sameDay = await look()
    hub.clock.advance(5 * 86_400_000)
    await ensureDemo(deps, { size })
    const later = await look()

    const movedMs = 3 * 3_600_000 + 5 * 86_400_000
    expect(sameDay).toEqual(before)
    // The clocks of threads move with their sort key.
    expect(clocksBefore.length).toBeGreaterThan(0)
    expect(clocksBefore.every(({ due, stored }) => due === stored)).toBe(true)
    expect(await clocks()).toEqual(
      clocksBefore.map(({ due }) => ({ due: due + movedMs, stored: due + movedMs })),
    )
    expect(later).toEqual({
      waiting: before.waiting + movedMs,
      due: before.due + movedMs,
      seq: before.seq,
      epoch: expect.any(String),
    })
    expect(later.epoch).not.toBe(before.epoch)
    // So do moments inside of what is written as one value, and the day on which a contract ends.
    expect(await inside()).toEqual({
      steps: insideBefore.steps + movedMs,
      due: insideBefore.due + movedMs,
      renews: new Date(Date.parse(insideBefore.renews) + 5 * 86_400_000).toISOString().slice(0, 10),
    })
  },
)

import { afterAll, beforeAll, expect, test } from 'vitest'
import { inWorkspace, withSetting } from '../../../server/db/in-workspace.ts'
import { together } from '../../../server/sync/together.ts'
import type { TestHub } from '../../support/hub-db.ts'
import { addWorkspace, openTestHub } from '../../support/hub-db.ts'

let hub: TestHub
let workspaceId: string

beforeAll(async () => {
  hub = await openTestHub()
  workspaceId = (await addWorkspace(hub)).id
})
afterAll(() => hub.close())

const count = `SELECT count(*)::int AS count FROM sign_in_attempts WHERE key = 'together'`
const insert = `INSERT INTO sign_in_attempts (key, window_start_ms, count) VALUES ('together', 1, 1)`

async function attempts(): Promise<unknown> {
  return withSetting(hub.database.app, { opening: 'BEGIN' }, async client => {
    await client.query(`SELECT set_config('tandem.attempt_key', 'together', true)`)
    return (await client.query(count)).rows[0]
  })
}

const NOW = `SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS "atMs"`
const BLOCKED_MS = 400

test('statements that need nothing of each other do not wait for this side to hear the answer of the first', async () => {
  const [first, second] = await inWorkspace(hub.database.app, { workspaceId }, async client => {
    await client.query('SELECT 1')
    const sent = [client.query<{ atMs: number }>(NOW), client.query<{ atMs: number }>(NOW)] as const
    // Nothing is heard or sent meanwhile: only what is on its way already is worked on.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, BLOCKED_MS)
    return together(sent)
  })
  const between = (second.rows[0]?.atMs ?? 0) - (first.rows[0]?.atMs ?? 0)
  expect(between).toBeLessThan(BLOCKED_MS / 2)
})

test('where the opening fails, what was sent behind it leaves nothing, and its own error is told', async () => {
  const opening = `BEGIN; SELECT set_config('tandem.attempt_key', 'together', true); SELECT 1 / 0`
  const work = withSetting(hub.database.app, { opening }, async client => {
    await client.query(insert)
    return 'written'
  })
  await expect(work).rejects.toMatchObject({ code: '22012' })
  expect(await attempts()).toEqual({ count: 0 })
})

test('the first that failed is told, not those that found the transaction over', async () => {
  const work = inWorkspace(hub.database.app, { workspaceId }, client =>
    together([client.query('SELECT 1'), client.query('SELECT 1 / 0'), client.query('SELECT 2')]),
  )
  await expect(work).rejects.toMatchObject({ code: '22012' })
})

test('the connection serves the next transaction after one that failed in the middle', async () => {
  for (let n = 0; n < 30; n += 1) {
    const failing = inWorkspace(hub.database.app, { workspaceId }, client =>
      together([
        client.query('SELECT no_such_column'),
        client.query({ name: `named-${n}`, text: 'SELECT 1 AS n' }),
      ]),
    )
    await expect(failing).rejects.toMatchObject({ code: '42703' })
    const answer = await inWorkspace(hub.database.app, { workspaceId }, client =>
      client.query<{ n: number }>({ name: `named-${n}`, text: 'SELECT 1 AS n' }),
    ).catch((error: unknown) => error)
    expect(answer).toMatchObject({ rows: [{ n: 1 }] })
  }
})

test('a commit behind a last statement that failed commits nothing, and its error is told', async () => {
  const work = withSetting(hub.database.app, { opening: 'BEGIN' }, async (client, endWith) => {
    await client.query(`SELECT set_config('tandem.attempt_key', 'together', true)`)
    await client.query(insert)
    endWith(client.query('SELECT 1 / 0'))
    return 'written'
  })
  await expect(work).rejects.toMatchObject({ code: '22012' })
  expect(await attempts()).toEqual({ count: 0 })
})

test('a last statement that may work the next time is tried again with all before it', async () => {
  let runs = 0
  const work = withSetting(hub.database.app, { opening: 'BEGIN' }, async (client, endWith) => {
    runs += 1
    await client.query(`SELECT set_config('tandem.attempt_key', 'together', true)`)
    const fails = `DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$`
    endWith(client.query(runs < 3 ? fails : insert))
    return 'written'
  })
  await expect(work).resolves.toBe('written')
  expect(runs).toBe(3)
  expect(await attempts()).toEqual({ count: 1 })
})

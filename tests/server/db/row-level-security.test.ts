import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { silentLog } from '../../../shared/log.ts'
import { openHubDatabase } from '../../../server/db/open-database.ts'
import { inWorkspace, withSetting } from '../../../server/db/in-workspace.ts'
import { aCustomer, freshId } from '../../support/builders.ts'
import type { TestHub, TestWorkspace } from '../../support/hub-db.ts'
import { addWorkspace, createDatabase, inTable, openTestHub, put } from '../../support/hub-db.ts'

let hub: TestHub
let mine: TestWorkspace
let other: TestWorkspace

beforeAll(async () => {
  hub = await openTestHub()
  mine = await addWorkspace(hub)
  other = await addWorkspace(hub)
  await put(hub, mine.id, [inTable('customers', aCustomer({ id: freshId(), name: 'Mine' }))])
  await put(hub, other.id, [inTable('customers', aCustomer({ id: freshId(), name: 'Other' }))])
})
afterAll(() => hub.close())

type Table = { name: string; enabled: boolean; forced: boolean; policies: number }
async function tablesOfSchema(): Promise<readonly Table[]> {
  const { rows } = await hub.database.owner.query<Table>(
    `SELECT c.relname AS name, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced,
       (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid) AS policies
     FROM pg_class c WHERE c.relnamespace = 'tandem'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`,
  )
  return rows
}

test('every table of the schema is behind the wall, forced for its owner too', async () => {
  const tables = await tablesOfSchema()
  expect(tables.length).toBeGreaterThan(30)
  const open = tables.filter(({ name, enabled, forced, policies }) =>
    name === 'migrations' ? !enabled : !(enabled && forced && policies > 0),
  )
  expect(open).toEqual([])
})

test('without a workspace no table shows a row, also after one was set on the same connection', async () => {
  const client = await hub.database.app.connect()
  try {
    await client.query(`BEGIN; SET LOCAL tandem.workspace = '${mine.id}'`)
    expect((await client.query('SELECT id FROM customers')).rowCount).toBe(1)
    await client.query('COMMIT')
    expect((await client.query(`SELECT current_setting('tandem.workspace', true) AS left`)).rows).toEqual([
      { left: '' },
    ])
    for (const { name } of await tablesOfSchema()) {
      if (name === 'migrations') continue
      expect({ name, rows: (await client.query(`SELECT 1 FROM ${name}`)).rowCount }).toEqual({
        name,
        rows: 0,
      })
    }
  } finally {
    client.release()
  }
})

test('a workspace shows its own rows only, whatever the query asks for', async () => {
  const names = await inWorkspace(hub.database.app, { workspaceId: mine.id }, async client => {
    const all = await client.query<{ name: string }>('SELECT name FROM customers')
    const foreign = await client.query('SELECT name FROM customers WHERE workspace_id = $1', [other.id])
    return { all: all.rows.map(row => row.name), foreign: foreign.rowCount }
  })
  expect(names).toEqual({ all: ['Mine'], foreign: 0 })
})

test('rows cannot be put into, moved to or taken from another workspace', async () => {
  const insertForeign = inWorkspace(hub.database.app, { workspaceId: mine.id }, client =>
    client.query(`INSERT INTO teams (workspace_id, id, name) VALUES ($1, $2, 'Spy')`, [other.id, freshId()]),
  )
  await expect(insertForeign).rejects.toMatchObject({ code: '42501' })
  const moveOut = inWorkspace(hub.database.app, { workspaceId: mine.id }, client =>
    client.query('UPDATE customers SET workspace_id = $1', [other.id]),
  )
  await expect(moveOut).rejects.toMatchObject({ code: '42501' })
  const removed = await inWorkspace(hub.database.app, { workspaceId: mine.id }, client =>
    client.query('DELETE FROM customers WHERE workspace_id = $1', [other.id]),
  )
  expect(removed.rowCount).toBe(0)
})

test('sign-in sees the one address it asks for and nothing else', async () => {
  for (const [workspace, email] of [
    [mine, 'ana@desk.example'],
    [other, 'ana@desk.example'],
    [other, 'tom@desk.example'],
  ] as const) {
    await inWorkspace(hub.database.app, { workspaceId: workspace.id }, client =>
      client.query(
        `INSERT INTO credentials (workspace_id, agent_id, email, password_hash) VALUES ($1, $2, $3, 'hash')`,
        [workspace.id, freshId(), email],
      ),
    )
  }
  const opening = `BEGIN; SET LOCAL tandem.sign_in_email = 'ana@desk.example'`
  const seen = await withSetting(hub.database.app, { opening }, async client => {
    const credentials = await client.query<{ email: string }>('SELECT email FROM credentials')
    const changed = await client.query(`UPDATE credentials SET password_hash = 'mine now'`)
    const customers = await client.query('SELECT 1 FROM customers')
    return {
      emails: credentials.rows.map(row => row.email),
      changed: changed.rowCount,
      customers: customers.rowCount,
    }
  })
  expect(seen).toEqual({ emails: ['ana@desk.example', 'ana@desk.example'], changed: 0, customers: 0 })
})

test('the app role cannot pass the wall, and a role that can is refused at the start', async () => {
  const { rows } = await hub.database.app.query(
    'SELECT rolname, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user',
  )
  expect(rows).toEqual([{ rolname: 'tandem_app', rolsuper: false, rolbypassrls: false }])
  await expect(
    hub.database.app.query('ALTER TABLE customers DISABLE ROW LEVEL SECURITY'),
  ).rejects.toMatchObject({
    code: '42501',
  })
  const url = await createDatabase(inject('postgresUrl'))
  // Negative control: the same opening with a role that owns the tables.
  await expect(openHubDatabase({ ownerUrl: url, appUrl: url, log: silentLog })).rejects.toMatchObject({
    code: 'not-allowed',
  })
})

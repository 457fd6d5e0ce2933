import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { silentLog } from '../../../shared/log.ts'
import type { EmbeddedPostgres } from '../../../server/db/embedded.ts'
import { startEmbeddedPostgres } from '../../../server/db/embedded.ts'

/** Root's PostgreSQL runs as another user, who must reach the folder. */
const parent = process.platform === 'win32' ? tmpdir() : '/var/tmp'
let folder: string
let running: EmbeddedPostgres | null

beforeEach(() => {
  folder = mkdtempSync(join(parent, 'tandem-embedded-'))
  chmodSync(folder, 0o755)
  running = null
})
afterEach(async () => {
  await running?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const start = async (): Promise<EmbeddedPostgres> => {
  running = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), log: silentLog })
  return running
}

async function query(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

test('the server is durable, checks its pages and passwords, and listens on loopback only', async () => {
  const { url } = await start()
  const settings = [
    'fsync',
    'synchronous_commit',
    'full_page_writes',
    'data_checksums',
    'password_encryption',
    'listen_addresses',
    'unix_socket_directories',
  ]
  const rows = await query(
    url,
    `SELECT name, setting FROM pg_settings WHERE name IN (${settings.map(name => `'${name}'`).join(',')}) ORDER BY name`,
  )
  expect(rows).toEqual([
    { name: 'data_checksums', setting: 'on' },
    { name: 'fsync', setting: 'on' },
    { name: 'full_page_writes', setting: 'on' },
    { name: 'listen_addresses', setting: '127.0.0.1' },
    { name: 'password_encryption', setting: 'scram-sha-256' },
    { name: 'synchronous_commit', setting: 'on' },
    { name: 'unix_socket_directories', setting: '' },
  ])
  expect(await query(url, `SELECT upper('äé ж') AS up, 'B' < 'a' AS bytes`)).toEqual([
    { up: 'ÄÉ Ж', bytes: true },
  ])
  const wrong = new URL(url)
  wrong.password = 'guess'
  await expect(query(wrong.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' })
})

test('stopped and started again it has its data; a second start beside it is refused with the reason', async () => {
  const first = await start()
  await query(first.url, 'CREATE TABLE kept (n int)')
  await expect(
    startEmbeddedPostgres({ dataDir: join(folder, 'data'), log: silentLog }),
  ).rejects.toMatchObject({
    code: 'db-locked',
  })
  await query(first.url, 'INSERT INTO kept VALUES (1)')
  await first.stop()
  const second = await start()
  expect(await query(second.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }])
})

test('after kill -9 of the hub the server it left behind is ended and nothing committed is lost', async () => {
  const script = join(folder, 'hub.ts')
  const product = join(import.meta.dirname, '../../../server/db/embedded.ts')
  writeFileSync(
    script,
    `import pg from ${JSON.stringify(join(import.meta.dirname, '../../../node_modules/pg/esm/index.mjs'))}
     import { startEmbeddedPostgres } from ${JSON.stringify(product)}
     const nothing = () => {}
     const log = { debug: nothing, info: nothing, warn: nothing, error: nothing }
     const { url } = await startEmbeddedPostgres({ dataDir: process.argv[2], log })
     const client = new pg.Client({ connectionString: url })
     await client.connect()
     await client.query('CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)')
     process.kill(process.pid, 'SIGKILL')`,
  )
  const hub = spawn(process.execPath, [script, join(folder, 'data')], { stdio: 'inherit' })
  const [, signal] = (await once(hub, 'exit')) as [number | null, string | null]
  expect(signal).toBe('SIGKILL')
  const { url } = await start()
  expect(await query(url, 'SELECT n FROM kept')).toEqual([{ n: 7 }])
})

test('a start that fails says why', async () => {
  const { url, stop } = await start()
  await stop()
  running = null
  const taken = startEmbeddedPostgres({
    dataDir: join(folder, 'data'),
    settings: { shared_buffers: 'plenty' },
    log: silentLog,
  })
  await expect(taken).rejects.toThrow(/invalid value for parameter "shared_buffers": "plenty"/)
  expect(new URL(url).hostname).toBe('127.0.0.1')
})

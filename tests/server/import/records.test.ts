import { EventEmitter } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { printTo } from '../../../server/cli/print.ts'
import { runCli } from '../../../server/cli/run.ts'
import { readConfig } from '../../../server/config.ts'
import { createDatabase } from '../../support/hub-db.ts'

let databaseUrl: string
let folder: string
beforeAll(async () => {
  databaseUrl = await createDatabase(inject('postgresUrl'), 'empty')
  folder = await mkdtemp(join(tmpdir(), 'records-'))
  await run('workspace', 'add', '--name', 'Acme')
  await file('t.csv', ['id,subject,body,email,name', '1,Where is it,Where?,ana@norte.example,Ana'])
  await run('import', join(folder, 't.csv'), '--kind', 'service')
})
afterAll(() => rm(folder, { recursive: true }))

async function run(...args: readonly string[]): Promise<{ code: number; out: string }> {
  let out = ''
  const sink = { write: (text: string): boolean => ((out += text), true) }
  const surroundings = Object.assign(new EventEmitter(), { stdin: Readable.from(['']), stderr: sink })
  const code = await runCli({
    args: [...args, '--database-url', databaseUrl],
    print: printTo(sink, sink),
    process: surroundings as unknown as NodeJS.Process,
    configOf: flags =>
      readConfig(flags, { env: { TANDEM_HUB_LOG: 'silent' }, platform: 'linux', isRoot: false }),
  })
  return { code, out }
}
const file = async (name: string, lines: readonly string[]): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, `${lines.join('\n')}\n`)
  return path
}
async function rows(sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client(databaseUrl)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

const HEAD =
  'key;updatedAt;customer.email;number;state;totalMinor;currency;placedAt;line.title;line.unitMinor'

test('orders of a table: lines below each other are one order, once; what cannot be placed is refused by its line', async () => {
  const path = await file('orders.csv', [
    HEAD,
    'o-1;2026-11-01T08:00:00Z;ana@norte.example;7719;shipped;31000;EUR;2026-10-30;Scanner S2;24900',
    'o-1;2026-11-01T08:00:00Z;ana@norte.example;7719;shipped;31000;EUR;2026-10-30;Receipt rolls;6100',
    'o-2;2026-11-01T08:00:00Z;bo@else.example;7720;paid;100;EUR;2026-10-30;Rolls;100',
    'o-3;2026-11-01T08:00:00Z;ana@norte.example;7721;paid;1,50;EUR;2026-10-30;Rolls;100',
  ])
  const tried = await run('import', path, '--what', 'orders', '--dry-run')
  expect(tried.out).toContain('2 records can be read')
  expect(await rows('SELECT id FROM tandem.orders')).toEqual([])

  for (const _again of [1, 2]) {
    const { code, out } = await run('import', path, '--what', 'orders')
    expect([code, out.split('\n')[0]]).toEqual([0, '1 record stands as the file says, or newer.'])
  }
  expect(await rows('SELECT number, state, total_minor::int AS total FROM tandem.orders')).toEqual([
    { number: '7719', state: 'shipped', total: 31_000 },
  ])
  expect(await rows('SELECT title FROM tandem.order_lines ORDER BY title')).toEqual([
    { title: 'Receipt rolls' },
    { title: 'Scanner S2' },
  ])
  const rejects = (await readFile(`${path}.rejects.jsonl`, 'utf8'))
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as { line: number; column: string; code: string })
  expect(rejects.map(({ line, column, code }) => [line, column, code])).toEqual([
    [4, 'customer', 'customer'],
    [5, 'totalMinor', 'value'],
  ])
})

test('products and customers as JSON lines; what is no such file or word is refused', async () => {
  const products = await file('products.jsonl', [
    '{"key":"p-1","name":"Scanner S2","priceMinor":24900,"currency":"EUR","tags":["stocktaking"]}',
    '{"key":"p-2"}',
  ])
  expect((await run('import', products, '--what', 'products')).out).toContain('1 row refused')
  const customers = await file('customers.csv', [
    'customer.email,reference,yearlyValueMinor,currency,customerSince',
    'ana@norte.example,C-1003,1200000,EUR,2019-03-01',
  ])
  expect((await run('import', customers, '--what', 'customers')).out).toContain('1 record stands')
  expect(
    await rows(
      `SELECT yearly_value_minor::int AS value, fields_json ->> 'reference' AS name FROM tandem.customers`,
    ),
  ).toEqual([{ value: 1_200_000, name: 'C-1003' }])
  const contracts = await file('contracts.csv', [
    'key,customer.reference,name,product,renewsOn,amountMinor,currency,term',
    'v-1,C-1003,Care plan,p-1,2027-01-31,12000,EUR,year',
  ])
  expect((await run('import', contracts, '--what', 'contracts')).out).toContain('1 record stands')
  expect(
    await rows(`SELECT s.name, s.renews_on AS day, p.name AS product FROM tandem.subscriptions s
      JOIN tandem.products p ON p.id = s.product_id`),
  ).toEqual([{ name: 'Care plan', day: '2027-01-31', product: 'Scanner S2' }])
  const organisations = await file('organisations.csv', [
    'key,name,domain',
    'A-17,Norte Cafés,www.norte.example',
  ])
  expect((await run('import', organisations, '--what', 'organisations')).out).toContain('1 record stands')
  const belonging = await file('belonging.csv', [
    'customer.reference,organisation',
    'C-1003,A-17',
    'C-1003,A-99',
  ])
  expect((await run('import', belonging, '--what', 'customers')).out).toContain(
    'no organisation here is meant',
  )
  expect(
    await rows(
      `SELECT o.name, o.domain FROM tandem.customers c JOIN tandem.organisations o ON o.id = c.organisation_id`,
    ),
  ).toEqual([{ name: 'Norte Cafés', domain: 'norte.example' }])
  expect((await run('import', products, '--what', 'wishes')).code).toBe(2)
  expect((await run('import', products, '--what', 'orders', '--format', 'mbox')).code).toBe(2)
})

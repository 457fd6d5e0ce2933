import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createBlobStore, sha256Of } from '../../../main/data/blobs/blob-store.ts'
import { settleDepartures } from '../../../main/data/sync/scope.ts'
import type { BlobStore } from '../../../main/data/blobs/blob-store.ts'
import { createDayFiles } from '../../../main/data/blobs/make-ready.ts'
import type { DayFiles } from '../../../main/data/blobs/make-ready.ts'
import { blobRecords } from '../../../main/data/db/store-blobs.ts'
import { getDayPack } from '../../../main/data/queries/day-pack.ts'
import { getDeviceUsage } from '../../../main/data/queries/device-usage.ts'
import type { QueryContext } from '../../../main/data/queries/query-context.ts'
import type { Hub } from '../../../main/data/remote/hub.ts'
import type { TableName } from '../../../shared/domain/tables.ts'
import type { AnyRow } from '../../../shared/domain/tables.ts'
import { PACKED_FILE_BYTES } from '../../../shared/rules/day-pack.ts'
import {
  aCustomer,
  aDraft,
  aLease,
  aMessage,
  anAgent,
  anOrder,
  aTeam,
  aThread,
  aTicket,
  NOW_MS,
} from '../../support/builders.ts'
import { openLaptopDatabase } from '../../support/laptop-database.ts'
import type { LaptopDatabase } from '../../support/laptop-database.ts'
import { sampleId, sampleRow } from '../../support/sample-row.ts'

const ME = sampleId()
const team = aTeam({ id: sampleId() })
const clock = { now: () => NOW_MS, after: () => () => {} }

let folder: string
let laptop: LaptopDatabase
let blobs: BlobStore
let day: DayFiles
let context: QueryContext
/** What the hub has, by name; a file it lacks is refused. */
let onHub: Map<string, Uint8Array>
/** How many files come before the way ends. */
let way: number
let told: number

const put = (table: TableName, ...rows: readonly AnyRow[]): void =>
  laptop.store.transaction('relaxed', () => {
    for (const row of rows) laptop.store.rows.put(table, row, 1)
  })

const keepDownloaded = (file: Named): Promise<void> =>
  blobs.keepDownloaded(file, { bytes: file.content, sha256: file.sha256 })
type Named = { readonly sha256: string; readonly customerId: string; readonly content: Uint8Array }

/** Answers downloads as the hub does. */
const hubOf = (): Hub =>
  ({
    send: async ({ path }: { path: string }) => {
      const sha256 = /blobs\/([0-9a-f]{64})/.exec(path)?.[1] ?? ''
      if (way <= 0) return { ok: false, failure: { kind: 'offline' } }
      way -= 1
      const value = onHub.get(sha256)
      return value
        ? { ok: true, value: { bytes: value, sha256 } }
        : { ok: false, failure: { kind: 'refused', code: 'blob-missing' } }
    },
  }) as unknown as Hub

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-day-'))
  laptop = openLaptopDatabase({ folder })
  const records = blobRecords(laptop.database)
  blobs = createBlobStore({ records, folder: join(folder, 'blobs'), nowMs: () => NOW_MS })
  onHub = new Map()
  way = 1_000
  told = 0
  day = createDayFiles({
    db: laptop.database.db,
    state: laptop.store.state,
    transaction: laptop.store.transaction,
    settle: () => settleDepartures(laptop.store),
    clock,
    hub: hubOf(),
    blobs,
    me: () => ({ id: ME, teamIds: [team.id] }),
    wake: () => {},
    tell: () => {
      told += 1
    },
  })
  context = { db: laptop.reader(), agentId: ME, clientId: sampleId(), clock }
  put('teams', team)
  put('agents', anAgent({ id: ME, teamIds: [team.id] }))
})
afterEach(() => {
  laptop.close()
  rmSync(folder, { recursive: true, force: true })
})

type Given = Partial<Parameters<typeof aThread>[0]> & { readonly file?: string; readonly sizeBytes?: number }

/** A ticket of one customer with a message and a file. */
function work({ file = 'a receipt', sizeBytes, ...thread }: Given) {
  const customer = aCustomer({ id: sampleId(), name: 'Ana Torres' })
  const ticket = aTicket({ id: sampleId(), customerId: customer.id })
  const place = { customerId: customer.id, ticketId: ticket.id }
  const content = new TextEncoder().encode(`${file} ${ticket.id}`)
  const sha256 = sha256Of(content)
  onHub.set(sha256, content)
  put('customers', customer)
  put('tickets', ticket)
  put(
    'threads',
    aThread({ id: sampleId(), ...place, state: 'open', assigneeId: null, teamId: null, ...thread }),
  )
  put('messages', aMessage({ id: sampleId(), ...place, seq: 1 }))
  put('orders', anOrder({ id: sampleId(), customerId: customer.id }))
  put(
    'attachments',
    sampleRow('attachments', {
      ...place,
      sha256,
      sizeBytes: sizeBytes ?? content.byteLength,
      fileName: file,
    }),
  )
  return { ...place, sha256, content }
}

test('playbooks are macros, and guides in the version that is offered', () => {
  put('macros', sampleRow('macros'))
  const versions = [1, 2].map(version => ({ key: 'a', version, isActive: true }))
  const ended = { key: 'b', version: 2, isActive: false }
  for (const guide of [...versions, { ...ended, version: 1, isActive: true }, ended])
    put('guides', sampleRow('guides', { fits: { products: [], codes: [], words: [] }, steps: [], ...guide }))
  expect(getDayPack(context).playbooks).toBe(2)
})

test('the day is own work, what is held, what nobody in the team has taken, and who was chosen; nothing else', () => {
  work({ assigneeId: ME })
  work({ assigneeId: ME, state: 'snoozed' })
  work({ teamId: team.id })
  const held = work({ assigneeId: sampleId() })
  put('leases', aLease({ id: sampleId(), ...held, agentId: ME }))
  work({ assigneeId: ME, state: 'solved' })
  work({ teamId: team.id, assigneeId: sampleId() })
  const elsewhere = work({ assigneeId: sampleId() })
  put('leases', aLease({ id: sampleId(), ...elsewhere, agentId: ME, untilMs: NOW_MS }))
  expect(getDayPack(context)).toMatchObject({ tickets: 4, customers: 4, orders: 4, messages: 4 })
  day.choose({ withTeams: false, customerIds: [elsewhere.customerId] })
  expect(getDayPack(context)).toMatchObject({
    tickets: 4,
    chosen: [{ id: elsewhere.customerId, name: 'Ana Torres' }],
    choice: { withTeams: false },
  })
})

test('making ready brings the files that are missing, once each, and they can be read with no network', async () => {
  const [one, two] = [work({ assigneeId: ME }), work({ assigneeId: ME })]
  expect(getDayPack(context).files).toMatchObject({ all: { count: 2 }, here: { count: 0 } })
  const [first, second] = await Promise.all([day.makeReady(), day.makeReady()])
  expect(first).toEqual({
    fetched: { count: 2, bytes: one.content.byteLength + two.content.byteLength },
    gone: 0,
    left: 0,
  })
  expect(second).toEqual(first)
  expect(told).toBeGreaterThan(0)
  expect(getDayPack(context).files).toMatchObject({ all: { count: 2 }, here: { count: 2 } })
  way = 0
  expect(new Uint8Array((await blobs.read(one)) ?? [])).toEqual(one.content)
  expect(await day.makeReady()).toEqual({ fetched: { count: 0, bytes: 0 }, gone: 0, left: 0 })
})

test('a way that ends in the middle keeps what came and says what did not; a file the hub lost is said too', async () => {
  for (let index = 0; index < 3; index += 1) work({ assigneeId: ME })
  const lost = work({ assigneeId: ME })
  onHub.delete(lost.sha256)
  way = 2
  const cut = await day.makeReady()
  expect(cut.left + cut.fetched.count + cut.gone).toBe(4)
  expect(cut.left).toBe(2)
  way = 1_000
  const again = await day.makeReady()
  expect(again).toMatchObject({ left: 0, gone: 1 })
  expect(getDayPack(context).files.here.count).toBe(3)
})

test('a very large file stays on the hub and makes no laptop unready', async () => {
  work({ assigneeId: ME, sizeBytes: PACKED_FILE_BYTES + 1 })
  expect(getDayPack(context).files).toMatchObject({
    all: { count: 0 },
    leftOut: { count: 1, bytes: PACKED_FILE_BYTES + 1 },
  })
  expect(await day.makeReady()).toMatchObject({ fetched: { count: 0 } })
})

test('what is removed is what the hub has and the day, a draft or waiting work does not need', async () => {
  const mine = work({ assigneeId: ME })
  const [opened, drafted, waiting] = [work({}), work({}), work({})]
  for (const each of [mine, opened, drafted, waiting]) await keepDownloaded(each)
  const attached = await blobs.keep(new TextEncoder().encode('not sent yet'))
  const file = { id: sampleId(), fileName: 'a', mediaType: 'b', sizeBytes: 1 }
  put('drafts', aDraft({ id: sampleId(), agentId: ME, files: [{ ...file, sha256: drafted.sha256 }] }))
  laptop.database.db.handle
    .prepare(
      `INSERT INTO outbox (seq, mutation_id, author, name, args_json, protocol, now_ms, is_quiet)
       VALUES (1, ?, ?, 'note.add', ?, 1, 0, 0)`,
    )
    .run(sampleId(), ME, JSON.stringify({ sha256: waiting.sha256 }))
  expect(getDeviceUsage(context)).toMatchObject({ files: { count: 5 }, removable: { count: 1 } })
  expect(await day.removeFiles()).toEqual({ count: 1, bytes: opened.content.byteLength })
  expect(await blobs.read(opened)).toBeNull()
  expect(existsSync(join(folder, 'blobs', opened.customerId, opened.sha256))).toBe(false)
  for (const kept of [mine, drafted, waiting])
    expect(new Uint8Array((await blobs.read(kept)) ?? [])).toEqual(kept.content)
  expect(blobs.isUploaded({ sha256: attached.sha256, customerId: mine.customerId })).toBe(false)
  expect(getDeviceUsage(context)).toMatchObject({ files: { count: 4 }, removable: { count: 0 } })
  // Fetched again when it is asked for: nothing was lost.
  await keepDownloaded(opened)
  expect(await blobs.read(opened)).not.toBeNull()
})

test('the device is told in rows and bytes, which add up to the database', () => {
  for (let index = 0; index < 5; index += 1) work({ assigneeId: ME })
  const { kinds, databaseBytes } = getDeviceUsage(context)
  const rows = Object.fromEntries(kinds.map(({ kind, rows: found }) => [kind, found]))
  expect(rows).toMatchObject({ tickets: 10, messages: 10, customers: 5, orders: 5, team: 2, unsent: 0 })
  const sum = kinds.reduce((all, { bytes }) => all + bytes, 0)
  expect(Math.abs(sum - databaseBytes)).toBeLessThan(kinds.length)
  expect(databaseBytes).toBeGreaterThan(0)
})

import { spawnSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import type { TestContext } from 'vitest'
import { mutate } from '../../main/data/sync/mutate.ts'
import { openFolder } from '../support/at-the-end.ts'
import { aCustomer, aTicket } from '../support/builders.ts'
import { bundleScript, OFFLINE, openInput, startDataProcess } from '../support/data-process.ts'
import type { Patch } from '../support/data-process.ts'
import { cleaningUp } from '../support/file-hub.ts'
import { skipUnless } from '../support/has.ts'
import { keyConsole } from '../support/key-console.ts'
import type { KeyConsole } from '../support/key-console.ts'
import { openLaptopDatabase } from '../support/laptop-database.ts'
import { forgetfulDisk } from '../support/power-cut/disk.ts'
import { sampleId, seededRandom } from '../support/sample-row.ts'

const isLong = process.env['TANDEM_TEST_LONG'] === '1'
/** Cuts anywhere in it, beside those around the exchange, which are all tried. */
const ANYWHERE = isLong ? 400 : 12
const AROUND_THE_EXCHANGE = isLong ? 60 : 24
const NOTES = 12
const NEVER = 1_000_000

let root: string
let console: KeyConsole
let before: readonly unknown[]
const cleanUps = cleaningUp()
beforeEach(() => {
  root = openFolder('keys')
})

/** A laptop whose agent has written notes that nobody else has. */
async function aLaptop(): Promise<void> {
  console = keyConsole(root)
  const laptop = openLaptopDatabase({ folder: root, key: await console.firstKey() })
  const { store } = laptop
  const customer = aCustomer({ id: sampleId() })
  const ticket = aTicket({ id: sampleId(), customerId: customer.id })
  store.transaction('durable', () => {
    store.rows.put('customers', customer, 1)
    store.rows.put('tickets', ticket, 1)
  })
  const actor = { id: sampleId(), name: 'Lena', role: 'agent' as const, teamIds: [] }
  const deps = { store, clock: { now: () => 1_000 }, random: seededRandom(3), actor: () => actor }
  for (let note = 0; note < NOTES; note += 1) {
    const noteId = sampleId()
    const args = { noteId, ticketId: ticket.id, threadId: null, body: `Note ${note}`, attachments: [] }
    mutate(deps, { name: 'note.add', args })
  }
  laptop.close()
  before = await console.open()
  expect(before).toHaveLength(NOTES)
}

type Trial = { readonly cutAfter: number; readonly isPowerCut: boolean }

/** Whether the replacement came to its end before it was cut off. */
function replaceUntil(script: string, { cutAfter, isPowerCut }: Trial, random: () => number): boolean {
  const disk = forgetfulDisk(root)
  try {
    const env = { PATH: process.env['PATH'] ?? '', ...disk.env({ cutAfter }) }
    const { status } = spawnSync(process.execPath, [script, root], { env, stdio: 'ignore' })
    if (isPowerCut) disk.cut(random)
    return status === 0
  } finally {
    disk.remove()
  }
}

/** The number of writes and syncs of a whole replacement. Each look is a trial of its own. */
async function stepsOf(script: string, random: () => number): Promise<number> {
  let [few, many] = [0, 4_000]
  while (many - few > 1) {
    const middle = Math.floor((few + many) / 2)
    if (replaceUntil(script, { cutAfter: middle, isPowerCut: false }, random)) many = middle
    else few = middle
    expect(await console.open()).toEqual(before)
  }
  return many
}

function cutsOf(steps: number, random: () => number): readonly Trial[] {
  const anywhere = Array.from({ length: ANYWHERE }, () => 1 + Math.floor(random() * steps))
  const around = Array.from({ length: AROUND_THE_EXCHANGE }, (_, index) => Math.max(1, steps - index))
  return [...anywhere, ...around].flatMap((cutAfter, index) =>
    isLong
      ? [false, true].map(isPowerCut => ({ cutAfter, isPowerCut }))
      : [{ cutAfter, isPowerCut: index % 2 === 0 }],
  )
}

/** What a control looks for: the first trial that loses something. */
async function isLossFound(script: string, trials: readonly Trial[], random: () => number): Promise<boolean> {
  for (const trial of trials) if ((await lossesOf(script, [trial], random)).length > 0) return true
  return false
}

/** Trials after which the place does not open with everything that was unsent. The next one begins where it was whole. */
async function lossesOf(script: string, trials: readonly Trial[], random: () => number): Promise<Trial[]> {
  const lost: Trial[] = []
  const whole = openFolder('keys-whole')
  cpSync(root, whole, { recursive: true })
  for (const trial of trials) {
    replaceUntil(script, trial, random)
    const waiting = await console.open().catch(() => null)
    if (JSON.stringify(waiting) === JSON.stringify(before)) continue
    lost.push(trial)
    cpSync(whole, root, { recursive: true, force: true })
  }
  return lost
}

async function begin(context: TestContext, patch: Patch | null = null): Promise<string> {
  skipUnless(context, 'linux')
  skipUnless(context, 'compiler')
  await aLaptop()
  return bundleScript('tests/support/key-worker.ts', patch)
}

test('killed or without power at any step of replacing the key, the place opens with everything unsent', async context => {
  const script = await begin(context)
  const random = seededRandom(77)
  expect(replaceUntil(script, { cutAfter: NEVER, isPowerCut: false }, random)).toBe(true)
  const steps = await stepsOf(script, random)
  expect(steps).toBeGreaterThan(50)
  expect(await lossesOf(script, cutsOf(steps, random), random)).toEqual([])
}, 600_000)

const around = (steps: number): readonly Trial[] =>
  Array.from({ length: 40 }, (_, index) => ({ cutAfter: Math.max(1, steps - index * 3), isPowerCut: true }))

/** Main that trusts the replacement to succeed. */
const FORGETFUL: Patch = {
  file: 'main/app/place-secrets.ts',
  from: 'await this.keepKeys(placeId, { ...keys, next: { databaseKey: nextKey, madeAtMs } })',
  to: 'await this.keepKeys(placeId, { ...keys, databaseKey: nextKey, madeAtMs })',
}

test('negative control: with the old key forgotten before the new one fits, a cut closes the place for ever', async context => {
  const script = await begin(context, FORGETFUL)
  const random = seededRandom(78)
  const trials = [40, 80, 120].map(cutAfter => ({ cutAfter, isPowerCut: false }))
  expect(await isLossFound(script, trials, random)).toBe(true)
}, 120_000)

/** A copy that takes the old one's name before it is on the disk. */
const UNSYNCED: Patch = {
  file: 'main/data/db/rekey/replace-key.ts',
  from: '    fsyncSync(file)',
  to: '    void fsyncSync',
}

test('negative control: a copy that is not synced before the exchange does not outlast a power cut', async context => {
  const script = await begin(context, UNSYNCED)
  const random = seededRandom(79)
  const steps = await stepsOf(script, random)
  expect(await isLossFound(script, around(steps), random)).toBe(true)
}, 240_000)

test('the data process itself, killed while it works and asked again: nothing unsent is missing, and it says how far it is', async () => {
  const KEYS = { key: 'a1'.repeat(32), nextKey: 'b2'.repeat(32) }
  const folder = openFolder('keys-process')
  openLaptopDatabase({ folder, key: KEYS.key }).close()
  const network = { ...OFFLINE, extraCertificates: [], isCut: true }
  const input = openInput({ folder, key: KEYS.key, network })
  const first = await startDataProcess()
  cleanUps.push(first.kill)
  await first.call('data.open', input)
  await first.call('customer.create', newCustomer())
  // Killed at the first word of it; the file is whole under one of the two keys.
  const dead = new Promise<void>(resolve => {
    first.on('key.progressed', () => {
      first.child.kill('SIGKILL')
      resolve()
    })
  })
  const asked = first.call('data.rekey', { folder, ...KEYS }).catch(() => {})
  await dead
  await asked

  const second = await startDataProcess()
  cleanUps.push(second.kill)
  const { fits } = (await second.call('data.whichKey', { folder, ...KEYS })) as { fits: 'key' | 'next' }
  const key = fits === 'key' ? KEYS.key : KEYS.nextKey
  expect(await second.call('data.open', { ...input, key })).toMatchObject({ unsent: 1 })
  // The place is open: it is closed for it, and opened again by whoever asked.
  const nextKey = 'd4'.repeat(32)
  const shares: number[] = []
  second.on('key.progressed', payload => shares.push((payload as { share: number }).share))
  expect(await second.call('data.rekey', { folder, key, nextKey })).toEqual({ done: true })
  expect(await second.call('data.whichKey', { folder, key, nextKey })).toMatchObject({ fits: 'next' })
  await expect(second.call('data.open', { ...input, key })).rejects.toMatchObject({ code: 'db-key-wrong' })
  expect(await second.call('data.open', { ...input, key: nextKey })).toMatchObject({ unsent: 1 })
  expect(await second.call('customers.find', { text: 'Key', limit: 5 })).toMatchObject([
    { name: 'Key Holder' },
  ])
  expect(shares.length).toBeGreaterThan(0)
  expect(Math.max(...shares)).toBeLessThanOrEqual(1)
})

const newCustomer = () => ({
  customerId: sampleId(),
  name: 'Key Holder',
  organisationId: null,
  jobTitle: null,
  language: 'en',
  timeZone: null,
  preferredChannel: null,
  labels: [],
  facts: '',
  contactPoints: [],
})

import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeScopePolicy } from '../../../server/sync/admin.ts'
import type { HubUnderTest } from '../../support/hub.ts'
import { startTestHub } from '../../support/hub.ts'
import type { BlobName } from '../../support/second-client/blobs.ts'
import { blobStanding, sendChunk, sha256Of } from '../../support/second-client/blobs.ts'
import type { SecondClient } from '../../support/second-client/client.ts'
import {
  addCase,
  expectFailure,
  failureOf,
  lossy,
  newNote,
  rawRequest,
  settled,
  signedIn,
} from './support.ts'

const MIB = 1_048_576
const SMALLEST = 16_384

let hub: HubUnderTest
let lena: SecondClient
let adam: SecondClient
beforeAll(async () => {
  hub = await startTestHub()
  lena = await settled(hub, 'lena')
  adam = await settled(hub, 'adam')
})
afterAll(() => hub.stop())

const nameOf = (customerId: string, bytes: Buffer): BlobName => ({ customerId, sha256: sha256Of(bytes) })
const patch = (name: BlobName, headers: Readonly<Record<string, string>>, body: Buffer) =>
  rawRequest(lena, {
    method: 'PATCH',
    path: `/v1/blobs/${name.sha256}?customerId=${name.customerId}`,
    headers: { 'content-type': 'application/octet-stream', ...headers },
    body,
  })
/** Makes a note with an attachment of these bytes, so that others may read it. */
async function attach(customer: { customerId: string; ticketId: string; threadId: string }, bytes: Buffer) {
  const attachment = {
    id: lena.newId(),
    fileName: 'scan.bin',
    mediaType: 'application/octet-stream',
    sizeBytes: bytes.length,
    sha256: sha256Of(bytes),
    contentId: null,
  }
  expect((await lena.send('note.add', newNote(lena, customer, { attachments: [attachment] }))).kind).toBe(
    'done',
  )
}

test('B1 up in chunks and down whole, by another agent', async () => {
  const at = await addCase(lena)
  const bytes = randomBytes(2 * MIB + 777)
  const name = nameOf(at.customerId, bytes)
  expect(await blobStanding(lena.core, name)).toEqual({ offset: 0, length: null })
  const first = { offset: 0, length: bytes.length, bytes: bytes.subarray(0, MIB) }
  expect(await sendChunk(lena.core, name, first)).toEqual({ receivedBytes: MIB, isComplete: false })
  expect(await blobStanding(lena.core, name)).toEqual({ offset: MIB, length: bytes.length })
  expect(await failureOf(lena.download(name))).toMatchObject({ status: 404, code: 'blob-missing' })
  await lena.upload({ customerId: at.customerId, bytes })
  await attach(at, bytes)
  expect((await adam.download(name)).equals(bytes)).toBe(true)
})

test('B2 a chunk elsewhere than at the end is told where to go on; nothing is stored twice', async () => {
  const at = await addCase(lena)
  const bytes = randomBytes(100_000)
  const name = nameOf(at.customerId, bytes)
  const chunk = (offset: number) => ({
    offset,
    length: bytes.length,
    bytes: bytes.subarray(offset, offset + 20_000),
  })
  const early = await failureOf(sendChunk(lena.core, name, chunk(40_000)))
  expect(early).toMatchObject({ status: 409, code: 'conflict', details: { offset: 0 } })
  await sendChunk(lena.core, name, chunk(0))
  const again = await failureOf(sendChunk(lena.core, name, chunk(0)))
  expect(again).toMatchObject({ status: 409, code: 'conflict', details: { offset: 20_000 } })
  await lena.upload({ customerId: at.customerId, bytes, chunkBytes: 20_000 })
  expect(await sendChunk(lena.core, name, chunk(0))).toEqual({ receivedBytes: 100_000, isComplete: true })
  expect((await lena.download(name)).equals(bytes)).toBe(true)
})

test('B3 after a lost answer an upload goes on where the hub stands', async () => {
  const network = lossy(hub.url)
  const client = await signedIn(hub, 'lena', { send: network.send })
  const at = await addCase(lena)
  const bytes = randomBytes(90_000)
  network.loseNext(`/v1/blobs/${sha256Of(bytes)}`)
  await expect(client.upload({ customerId: at.customerId, bytes, chunkBytes: 30_000 })).rejects.toThrow(
    'lost',
  )
  const through = client.core.send
  let chunks = 0
  const resumed = client.restarted({
    send: request => {
      if (request.method === 'PATCH') chunks += 1
      if (chunks === 1 && request.method === 'PATCH') network.loseNext('/v1/blobs')
      return through(request)
    },
  })
  await expect(resumed.upload({ customerId: at.customerId, bytes, chunkBytes: 30_000 })).rejects.toThrow(
    'lost',
  )
  await resumed.upload({ customerId: at.customerId, bytes, chunkBytes: 30_000 })
  expect(chunks).toBe(3)
  expect((await lena.download(nameOf(at.customerId, bytes))).equals(bytes)).toBe(true)
})

test('B4 content that is not what its name says is thrown away', async () => {
  const at = await addCase(lena)
  const bytes = randomBytes(50)
  const name = { customerId: at.customerId, sha256: sha256Of(randomBytes(50)) }
  const answer = await patch(name, { 'upload-offset': '0', 'upload-length': '50' }, bytes)
  expectFailure(answer, { status: 400, code: 'bad-request', where: 'sha256' })
  expect(await blobStanding(lena.core, name)).toEqual({ offset: 0, length: null })
})

test('B5 limits: chunks of 16,384 to 1,048,576 bytes, 26,214,400 in all, one announced size', async () => {
  const at = await addCase(lena)
  const bytes = randomBytes(3 * MIB)
  const name = nameOf(at.customerId, bytes)
  const length = String(bytes.length)
  const first = { 'upload-offset': '0', 'upload-length': length }
  const small = await patch(name, first, bytes.subarray(0, SMALLEST - 1))
  expectFailure(small, { status: 400, code: 'bad-request', where: 'body' })
  const large = await patch(name, first, bytes.subarray(0, MIB + 1))
  expectFailure(large, { status: 413, code: 'too-large' })
  const huge = { 'upload-offset': '0', 'upload-length': '26214401' }
  expectFailure(await patch(name, huge, bytes.subarray(0, MIB)), { status: 413, code: 'too-large' })
  const unnamed = await patch(name, { 'upload-length': length }, bytes.subarray(0, MIB))
  expectFailure(unnamed, { status: 400, code: 'bad-request', where: 'headers.upload-offset' })
  expect(await blobStanding(lena.core, name)).toEqual({ offset: 0, length: null })
  expect((await patch(name, first, bytes.subarray(0, SMALLEST))).status).toBe(200)
  const other = { 'upload-offset': String(SMALLEST), 'upload-length': String(bytes.length + 1) }
  const second = bytes.subarray(SMALLEST, 2 * SMALLEST)
  const changed = await patch(name, other, second)
  expectFailure(changed, { status: 400, code: 'bad-request', where: 'headers.upload-length' })
})

test('B6 one range: its bytes with 206; none that can be: 416 without a body; several: the whole', async () => {
  const at = await addCase(lena)
  const bytes = randomBytes(60_000)
  const name = nameOf(at.customerId, bytes)
  await lena.upload({ customerId: at.customerId, bytes })
  const path = `/v1/blobs/${name.sha256}?customerId=${name.customerId}`
  const ranged = (range: string) => rawRequest(lena, { path, headers: { range } })
  const middle = await ranged('bytes=100-199')
  expect([middle.status, middle.headers['content-range']]).toEqual([206, 'bytes 100-199/60000'])
  expect(middle.body.equals(bytes.subarray(100, 200))).toBe(true)
  expect((await ranged('bytes=-10')).body.equals(bytes.subarray(-10))).toBe(true)
  const beyond = await ranged('bytes=60000-')
  expect([beyond.status, beyond.headers['content-range']]).toEqual([416, 'bytes */60000'])
  expect(beyond.body).toHaveLength(0)
  const several = await ranged('bytes=0-1,5-6')
  expect([several.status, several.body.length]).toEqual([200, bytes.length])
  expect((await lena.download(name, bytes.subarray(0, 12_345))).equals(bytes)).toBe(true)
})

test('B7 bytes are of one customer: under another’s id they are not there', async () => {
  const [at, other] = [await addCase(lena), await addCase(lena)]
  const bytes = randomBytes(20_000)
  await lena.upload({ customerId: at.customerId, bytes })
  expect(await blobStanding(lena.core, nameOf(other.customerId, bytes))).toEqual({ offset: 0, length: null })
  const foreign = await failureOf(lena.download(nameOf(other.customerId, bytes)))
  expect(foreign).toMatchObject({ status: 404, code: 'blob-missing' })
  for (const path of [`/v1/blobs/${sha256Of(bytes)}`, `/v1/blobs/short?customerId=${at.customerId}`])
    expectFailure(await rawRequest(lena, { path }), { status: 400, code: 'bad-request' })
})

test('B8 nothing of a customer outside of the scope can be read or sent', async () => {
  const at = await addCase(lena)
  const bytes = randomBytes(20_000)
  await lena.upload({ customerId: at.customerId, bytes })
  await attach(at, bytes)
  await changeScopePolicy(hub.deps, hub.workspaceId, 'teams')
  const thread = { threadId: at.threadId, assignee: null }
  await adam.send('thread.assign', { ...thread, team: { seen: null, value: hub.teamIds.orders } })
  const tom = await settled(hub, 'tom')
  const name = nameOf(at.customerId, bytes)
  const refusals = [
    tom.download(name),
    blobStanding(tom.core, name),
    tom.upload({ customerId: at.customerId, bytes }),
  ]
  for (const error of await Promise.all(refusals.map(failureOf)))
    expect(error).toMatchObject({ status: 404, code: 'not-found' })
  expect((await lena.download(name)).equals(bytes)).toBe(true)
  await changeScopePolicy(hub.deps, hub.workspaceId, 'everything')
})

test('B9 bytes may come before their customer', async () => {
  const client = await signedIn(hub, 'lena')
  const customerId = client.newId()
  const bytes = Buffer.alloc(0)
  await client.upload({ customerId, bytes })
  expect(await sendChunk(client.core, nameOf(customerId, bytes), { offset: 0, length: 0, bytes })).toEqual({
    receivedBytes: 0,
    isComplete: true,
  })
  expect(await client.download(nameOf(customerId, bytes))).toHaveLength(0)
})

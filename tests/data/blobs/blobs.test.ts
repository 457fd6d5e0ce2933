import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createBlobStore, sha256Of } from '../../../main/data/blobs/blob-store.ts'
import type { BlobStore } from '../../../main/data/blobs/blob-store.ts'
import { download, uploadAll } from '../../../main/data/blobs/transfer.ts'
import { blobRecords } from '../../../main/data/db/store-blobs.ts'
import { createHttp } from '../../../main/data/remote/http.ts'
import { createHub } from '../../../main/data/remote/hub.ts'
import type { Hub } from '../../../main/data/remote/hub.ts'
import { BLOB_CHUNK_BYTES, BLOB_LIMIT_BYTES } from '../../../shared/protocol/version.ts'
import { aDraft } from '../../support/builders.ts'
import { openLaptopDatabase } from '../../support/laptop-database.ts'
import type { LaptopDatabase } from '../../support/laptop-database.ts'
import { refusal, startScriptServer } from '../../support/script-server.ts'
import type { ScriptServer } from '../../support/script-server.ts'
import { sampleId } from '../../support/sample-row.ts'

let folder: string
let laptop: LaptopDatabase
let blobs: BlobStore
const customerId = sampleId()
const content = new TextEncoder().encode('a receipt')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-blobs-'))
  laptop = openLaptopDatabase({ folder })
  blobs = createBlobStore({
    records: blobRecords(laptop.database),
    folder: join(folder, 'blobs'),
    nowMs: () => 1,
  })
})
afterEach(() => {
  laptop.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('files on this laptop', () => {
  test('come back as they were kept, also after a restart', async () => {
    const { sha256, sizeBytes } = await blobs.keep(content)
    expect([sha256, sizeBytes]).toEqual([sha256Of(content), content.length])
    const again = createBlobStore({
      records: blobRecords(laptop.database),
      folder: join(folder, 'blobs'),
      nowMs: () => 1,
    })
    expect(new Uint8Array((await again.read({ sha256, customerId })) ?? [])).toEqual(content)
  })

  test('are not there for anybody who never had them', async () => {
    expect(await blobs.read({ sha256: 'ab'.repeat(32), customerId })).toBeNull()
  })

  test('that are too large are refused before anything is written', async () => {
    await expect(blobs.keep(new Uint8Array(BLOB_LIMIT_BYTES + 1))).rejects.toMatchObject({
      code: 'too-large',
    })
  })

  test('that were changed on the disk are noticed', async () => {
    const { sha256 } = await blobs.keep(content)
    const path = join(folder, 'blobs', 'place', sha256)
    const bytes = readFileSync(path)
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    writeFileSync(path, bytes)
    await expect(blobs.read({ sha256, customerId })).rejects.toMatchObject({ code: 'db-corrupt' })
  })

  test('that come down and are not what their name says are refused', async () => {
    await expect(
      blobs.keepDownloaded(
        { sha256: 'ab'.repeat(32), customerId },
        { bytes: content, sha256: 'ab'.repeat(32) },
      ),
    ).rejects.toMatchObject({ code: 'bad-answer' })
  })

  test('of an erased person are gone with their key, and only theirs', async () => {
    const other = sampleId()
    const sha256 = sha256Of(content)
    for (const owner of [customerId, other])
      await blobs.keepDownloaded({ sha256, customerId: owner }, { bytes: content, sha256 })
    await blobs.erase(customerId)
    expect(await blobs.read({ sha256, customerId })).toBeNull()
    expect(readdirSync(join(folder, 'blobs'))).toEqual([other])
    expect(await blobs.read({ sha256, customerId: other })).not.toBeNull()
    await blobs.erase(customerId)
  })

  test('of an erased person go as they lay before they had an owner, unless somebody else needs them', async () => {
    const { sha256 } = await blobs.keep(content)
    const other = new TextEncoder().encode('a file two customers get')
    const shared = await blobs.keep(other)
    for (const name of [sha256, shared.sha256]) await blobs.read({ sha256: name, customerId })
    const place = (): readonly string[] => readdirSync(join(folder, 'blobs', 'place')).toSorted()
    expect(place()).toEqual([sha256, shared.sha256].toSorted())
    const draft = aDraft({
      id: sampleId(),
      files: [
        { id: sampleId(), fileName: 'a.txt', mediaType: 'text/plain', sizeBytes: 1, sha256: shared.sha256 },
      ],
    })
    laptop.store.transaction('durable', () => laptop.store.rows.put('drafts', draft, 1))
    await blobs.erase(customerId)
    expect(place()).toEqual([shared.sha256])
    expect(await blobs.read({ sha256, customerId })).toBeNull()
  })

  test('attached a moment ago for a form that is still open stay when somebody is erased', async () => {
    const { sha256 } = await blobs.keep(content)
    await blobs.erase(customerId)
    expect(await blobs.read({ sha256, customerId: sampleId() })).not.toBeNull()
  })

  test('a write that fails leaves no half file behind', async () => {
    mkdirSync(join(folder, 'blobs', 'place', sha256Of(content)), { recursive: true })
    await expect(blobs.keep(content)).rejects.toThrow(/./)
    expect(readdirSync(join(folder, 'blobs', 'place'))).toEqual([sha256Of(content)])
  })
})

describe('files on their way', () => {
  let server: ScriptServer
  let hub: Hub
  let received: Buffer
  let isWhole: boolean
  let cutAfter: number
  const large = new Uint8Array(2 * BLOB_CHUNK_BYTES + 500).map((_, index) => index % 253)

  beforeEach(async () => {
    received = Buffer.alloc(0)
    isWhole = false
    cutAfter = Infinity
    server = await startScriptServer((request, response) => {
      if (request.method === 'HEAD') {
        response.setHeader('upload-offset', received.length)
        if (isWhole) response.setHeader('upload-length', received.length)
        response.writeHead(200).end()
        return
      }
      if (request.method === 'GET') {
        response.writeHead(200).end(received)
        return
      }
      if (received.length >= cutAfter) {
        response.destroy()
        return
      }
      if (Number(request.headers['upload-offset']) !== received.length)
        return refusal(response, 409, 'conflict')
      received = Buffer.concat([received, request.body])
      isWhole = received.length === Number(request.headers['upload-length'])
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
    const http = createHttp({ isOnline: true, isCut: false, proxyUrl: null, extraCertificates: [] })
    const tokens = { accessToken: 'a', refreshToken: 'r', expiresAtMs: Number.MAX_SAFE_INTEGER }
    hub = createHub({ http, hubUrl: server.url, clock: { now: () => 1 }, tokens, onTokens: () => {} })
  })
  afterEach(() => server.close())

  test('go up in chunks, go on where they were cut, and are not sent twice', async () => {
    const { sha256 } = await blobs.keep(large)
    cutAfter = BLOB_CHUNK_BYTES
    expect(await uploadAll({ hub, blobs }, [{ sha256, customerId }])).toEqual({ kind: 'offline' })
    expect(received.length).toBe(BLOB_CHUNK_BYTES)
    cutAfter = Infinity
    expect(await uploadAll({ hub, blobs }, [{ sha256, customerId }])).toBeNull()
    expect(received.equals(Buffer.from(large))).toBe(true)
    const asked = server.requests.length
    expect(await uploadAll({ hub, blobs }, [{ sha256, customerId }])).toBeNull()
    expect(server.requests.length).toBe(asked)
  })

  test('name their customer, and a refusal is left to the verdict of the push', async () => {
    await server.close()
    server = await startScriptServer((_request, response) => refusal(response, 404, 'not-found'))
    const http = createHttp({ isOnline: true, isCut: false, proxyUrl: null, extraCertificates: [] })
    const tokens = { accessToken: 'a', refreshToken: 'r', expiresAtMs: Number.MAX_SAFE_INTEGER }
    hub = createHub({ http, hubUrl: server.url, clock: { now: () => 1 }, tokens, onTokens: () => {} })
    const { sha256 } = await blobs.keep(content)
    expect(await uploadAll({ hub, blobs }, [{ sha256, customerId }])).toBeNull()
    expect(server.requests[0]?.url).toBe(`/v1/blobs/${sha256}?customerId=${customerId}`)
  })

  test('come down whole', async () => {
    received = Buffer.from(large)
    const answer = await download(hub, { sha256: sha256Of(large), customerId })
    expect(answer.ok && Buffer.from(answer.value.bytes).equals(Buffer.from(large))).toBe(true)
  })
})

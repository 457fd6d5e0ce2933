import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changeScopePolicy, eraseCustomer } from '../../../server/sync/admin.ts'
import { applyAsHub } from '../../../server/sync/apply-as-hub.ts'
import { ErrorBody } from '../../../shared/protocol/error-body.ts'
import { routes } from '../../../shared/protocol/routes.ts'
import { BLOB_CHUNK_BYTES, BLOB_LIMIT_BYTES } from '../../../shared/protocol/version.ts'
import { anAttachment, freshId } from '../../support/builders.ts'
import type { HubUnderTest, SignedInAs } from '../../support/hub.ts'
import { startTestHub } from '../../support/hub.ts'
import { addCase, addNoteTo, pushOne, sha256Of } from '../../support/hub-work.ts'
import { stageRows } from '../../../server/sync/admin.ts'

let hub: HubUnderTest
let lena: SignedInAs
beforeAll(async () => {
  hub = await startTestHub()
  lena = await hub.signIn('lena')
})
afterAll(() => hub.stop())

type Name = { readonly customerId: string; readonly sha256: string }
const addressOf = ({ customerId, sha256 }: Name): string =>
  `${hub.url}${routes.blob.replace(':sha256', sha256)}?customerId=${customerId}`

type Part = { readonly from: number; readonly bytes: Buffer; readonly size: number }
const sendPart = (name: Name, { from, bytes, size }: Part, who = lena): Promise<Response> =>
  fetch(addressOf(name), {
    method: 'PATCH',
    headers: {
      ...who.headers,
      'content-type': 'application/octet-stream',
      'upload-offset': String(from),
      'upload-length': String(size),
    },
    body: new Uint8Array(bytes),
  })
async function upload(name: Name, content: Buffer, who = lena): Promise<Response> {
  let answer: Response | null = null
  for (let from = 0; from < content.length; from += BLOB_CHUNK_BYTES) {
    const bytes = content.subarray(from, from + BLOB_CHUNK_BYTES)
    answer = await sendPart(name, { from, bytes, size: content.length }, who)
  }
  if (!answer) throw new Error('Nothing to upload')
  return answer
}
const head = (name: Name, who = lena): Promise<Response> =>
  fetch(addressOf(name), { method: 'HEAD', headers: who.headers })
const get = (name: Name, headers: Record<string, string> = {}, who = lena): Promise<Response> =>
  fetch(addressOf(name), { headers: { ...who.headers, ...headers } })
const bytesOf = async (answer: Response): Promise<Buffer> => Buffer.from(await answer.arrayBuffer())
const codeOf = async (answer: Response): Promise<string> => ErrorBody.parse(await answer.json()).error.code

const nameOf = (content: Buffer, customerId = freshId()): Name => ({ customerId, sha256: sha256Of(content) })

test('what goes up in chunks comes down as it was, whole or in part', async () => {
  const content = randomBytes(BLOB_CHUNK_BYTES * 2 + 4321)
  const name = nameOf(content)
  const done = await upload(name, content)

  expect(await done.json()).toEqual({ receivedBytes: content.length, isComplete: true })
  const whole = await get(name)
  expect([whole.status, whole.headers.get('content-length')]).toEqual([200, String(content.length)])
  expect((await bytesOf(whole)).equals(content)).toBe(true)
  const across = await get(name, { range: `bytes=${BLOB_CHUNK_BYTES - 10}-${BLOB_CHUNK_BYTES + 9}` })
  expect([across.status, across.headers.get('content-range')]).toEqual([
    206,
    `bytes ${BLOB_CHUNK_BYTES - 10}-${BLOB_CHUNK_BYTES + 9}/${content.length}`,
  ])
  expect((await bytesOf(across)).equals(content.subarray(BLOB_CHUNK_BYTES - 10, BLOB_CHUNK_BYTES + 10))).toBe(
    true,
  )
  expect((await bytesOf(await get(name, { range: 'bytes=-5' }))).equals(content.subarray(-5))).toBe(true)
  expect((await get(name, { range: `bytes=${content.length}-` })).status).toBe(416)
})

test('an upload that was cut goes on where it stopped, also on another copy of the hub', async () => {
  const content = randomBytes(BLOB_CHUNK_BYTES + 99)
  const name = nameOf(content)
  await sendPart(name, { from: 0, bytes: content.subarray(0, BLOB_CHUNK_BYTES), size: content.length })
  // The connection breaks in the middle of the second chunk: the body announces more than ever comes.
  const cut = new ReadableStream({
    start(controller) {
      controller.enqueue(new Uint8Array(content.subarray(BLOB_CHUNK_BYTES, BLOB_CHUNK_BYTES + 10)))
      controller.error(new Error('cable pulled'))
    },
  })
  const broken = fetch(addressOf(name), {
    method: 'PATCH',
    headers: {
      ...lena.headers,
      'content-type': 'application/octet-stream',
      'upload-offset': String(BLOB_CHUNK_BYTES),
      'upload-length': String(content.length),
    },
    body: cut,
    duplex: 'half',
  } as RequestInit)
  await expect(broken).rejects.toThrow('fetch failed')
  const copy = await hub.startCopy()
  const at = await fetch(addressOf(name).replace(hub.url, copy.url), {
    method: 'HEAD',
    headers: lena.headers,
  })
  expect([at.headers.get('upload-offset'), at.headers.get('upload-length')]).toEqual([
    String(BLOB_CHUNK_BYTES),
    String(content.length),
  ])
  const rest = { from: BLOB_CHUNK_BYTES, bytes: content.subarray(BLOB_CHUNK_BYTES), size: content.length }
  expect(await (await sendPart(name, rest)).json()).toEqual({
    receivedBytes: content.length,
    isComplete: true,
  })
  await copy.stop()

  expect((await bytesOf(await get(name))).equals(content)).toBe(true)
})

test('an empty file is a file', async () => {
  const name = nameOf(Buffer.alloc(0))
  const done = await sendPart(name, { from: 0, bytes: Buffer.alloc(0), size: 0 })

  expect(await done.json()).toEqual({ receivedBytes: 0, isComplete: true })
  const whole = await get(name)
  expect([whole.status, whole.headers.get('content-length'), (await bytesOf(whole)).length]).toEqual([
    200,
    '0',
    0,
  ])
})

test('a chunk that came twice is not taken twice: the answer says where to go on', async () => {
  const content = randomBytes(BLOB_CHUNK_BYTES + 5)
  const name = nameOf(content)
  const first = { from: 0, bytes: content.subarray(0, BLOB_CHUNK_BYTES), size: content.length }
  await sendPart(name, first)
  const again = await sendPart(name, first)

  expect(again.status).toBe(409)
  expect(ErrorBody.parse(await again.json()).error).toMatchObject({
    code: 'conflict',
    details: { offset: BLOB_CHUNK_BYTES },
  })
})

test('the same chunk from two connections at once is stored once', async () => {
  const content = randomBytes(50_000)
  const name = nameOf(content)
  const answers = await Promise.all(
    [1, 2, 3].map(() => sendPart(name, { from: 0, bytes: content, size: content.length })),
  )

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  const { rows } = await hub.database.owner.query('SELECT 1 FROM blob_chunks WHERE sha256 = $1', [
    name.sha256,
  ])
  expect(rows).toHaveLength(1)
})

describe('refused', () => {
  test('content that is not what its name says: nothing of it stays, and the right content can come', async () => {
    const content = randomBytes(40_000)
    const name = nameOf(content)
    const wrong = Buffer.from(content)
    wrong[7] = (wrong[7] ?? 0) ^ 1
    const refused = await upload(name, wrong)

    expect([refused.status, ErrorBody.parse(await refused.json()).error.details]).toEqual([
      400,
      { where: 'sha256' },
    ])
    expect((await head(name)).headers.get('upload-offset')).toBe('0')
    expect((await upload(name, content)).status).toBe(200)
  })

  test('more than the limit, before a byte of it is stored', async () => {
    const name = nameOf(Buffer.from('large'))
    const refused = await sendPart(name, { from: 0, bytes: randomBytes(20_000), size: BLOB_LIMIT_BYTES + 1 })

    expect([refused.status, await codeOf(refused)]).toEqual([413, 'too-large'])
  })

  test('a chunk larger than a chunk', async () => {
    const name = nameOf(Buffer.from('chunk'))
    const bytes = randomBytes(BLOB_CHUNK_BYTES + 1)
    const refused = await sendPart(name, { from: 0, bytes, size: bytes.length })

    expect([refused.status, await codeOf(refused)]).toEqual([413, 'too-large'])
  })

  test.each([
    ['more bytes than announced', { from: 0, bytes: randomBytes(20_000), size: 10_000 }],
    ['a crumb that is not the last', { from: 0, bytes: randomBytes(10), size: 10_000 }],
  ])('%s', async (_what, part) => {
    const refused = await sendPart(nameOf(Buffer.from('odd')), part)
    expect([refused.status, await codeOf(refused)]).toEqual([400, 'bad-request'])
  })

  test('another size in the middle of an upload', async () => {
    const content = randomBytes(60_000)
    const name = nameOf(content)
    await sendPart(name, { from: 0, bytes: content.subarray(0, 30_000), size: content.length })
    const refused = await sendPart(name, {
      from: 30_000,
      bytes: content.subarray(30_000, 50_000),
      size: 50_000,
    })

    expect(refused.status).toBe(400)
  })

  test('a name that is no hash, a customer that is no id, no headers', async () => {
    const statuses = await Promise.all([
      get({ customerId: freshId(), sha256: 'x' }),
      get({ customerId: '1', sha256: 'a'.repeat(64) }),
      fetch(addressOf(nameOf(Buffer.from('h'))), {
        method: 'PATCH',
        headers: { ...lena.headers, 'content-type': 'application/octet-stream' },
        body: 'x',
      }),
    ])
    expect(statuses.map(({ status }) => status)).toEqual([400, 400, 400])
  })
})

test('content that is not here, or not all of it, is blob-missing', async () => {
  const content = randomBytes(60_000)
  const name = nameOf(content)
  expect([(await get(name)).status, await codeOf(await get(name))]).toEqual([404, 'blob-missing'])
  await sendPart(name, { from: 0, bytes: content.subarray(0, 30_000), size: content.length })

  expect(await codeOf(await get(name))).toBe('blob-missing')
})

test('a push that names content the hub has not is told to come again; after the upload it is taken', async () => {
  const one = await addCase(hub)
  const content = randomBytes(20_000)
  const sha256 = sha256Of(content)
  const intent = addNoteTo(one, 'with a picture')
  const attachmentId = freshId()
  const attachments = [
    {
      id: attachmentId,
      contentId: null,
      fileName: 'p.png',
      mediaType: 'image/png',
      sizeBytes: content.length,
      sha256,
    },
  ]
  const args = { ...intent.args, attachments }

  expect(await pushOne(hub, lena, { name: intent.name, args })).toMatchObject({
    kind: 'retry',
    code: 'blob-missing',
  })
  await upload({ customerId: one.customer.id, sha256 }, content)
  expect(await pushOne(hub, lena, { name: intent.name, args })).toMatchObject({ kind: 'done' })
})

test('no byte of the content lies in the database as it is', async () => {
  const content = Buffer.concat([Buffer.from('MARKER-OF-A-CUSTOMER'.repeat(2000))])
  const name = nameOf(content)
  await upload(name, content)
  const { rows } = await hub.database.owner.query<{ content: Buffer }>(
    'SELECT content FROM blob_chunks WHERE sha256 = $1',
    [name.sha256],
  )

  expect(rows).toHaveLength(1)
  expect(rows[0]?.content.includes('MARKER')).toBe(false)
  expect((await bytesOf(await get(name))).equals(content)).toBe(true)
})

test('erasing a person destroys the key and the content', async () => {
  const one = await addCase(hub)
  const content = randomBytes(20_000)
  const name = nameOf(content, one.customer.id)
  await upload(name, content)
  await eraseCustomer(hub.deps, hub.workspaceId, one.customer.id)
  const { rows } = await hub.database.owner.query('SELECT 1 FROM blob_keys WHERE customer_id = $1', [
    one.customer.id,
  ])

  expect(rows).toEqual([])
  expect((await get(name)).status).toBe(404)
})

test('a ticket that moved to another customer keeps its content, and erasing the former one leaves it', async () => {
  const former = await addCase(hub)
  const now = await addCase(hub)
  const content = randomBytes(BLOB_CHUNK_BYTES + 500)
  const sha256 = sha256Of(content)
  await upload({ customerId: former.customer.id, sha256 }, content)
  const attachment = anAttachment({ customerId: now.customer.id, ticketId: now.ticket.id, sha256 })
  await stageRows(hub.deps, hub.workspaceId, [[{ table: 'attachments', row: attachment }]])

  const moved = { customerId: now.customer.id, sha256 }
  expect((await bytesOf(await get(moved))).equals(content)).toBe(true)
  await eraseCustomer(hub.deps, hub.workspaceId, former.customer.id)
  expect((await bytesOf(await get(moved))).equals(content)).toBe(true)
})

test('outside of the agent’s scope a customer’s content looks like none, to read and to write', async () => {
  await changeScopePolicy(hub.deps, hub.workspaceId, 'teams')
  const one = await addCase(hub, { teamId: hub.teamIds.orders })
  const tom = await hub.signIn('tom')
  const content = randomBytes(20_000)
  const name = nameOf(content, one.customer.id)
  expect((await upload(name, content, lena)).status).toBe(200)

  expect((await get(name, {}, tom)).status).toBe(404)
  expect((await head(name, tom)).status).toBe(404)
  expect((await upload(nameOf(randomBytes(20_000), one.customer.id), content, tom)).status).toBe(404)
  // Negative control: the moment the customer is tom's team's too, the same request is answered.
  const moved = await applyAsHub(hub.deps, hub.workspaceId, [
    {
      name: 'thread.assign',
      args: {
        threadId: one.thread.id,
        team: { seen: hub.teamIds.orders, value: hub.teamIds.devices },
        assignee: null,
      },
      mutationId: freshId(),
    },
  ])
  expect(moved).toBeNull()
  expect((await get(name, {}, tom)).status).toBe(200)
  await changeScopePolicy(hub.deps, hub.workspaceId, 'everything')
})

describe('with a key of the hub', () => {
  test('the customers’ keys are wrapped, and a hub with another key opens nothing', async () => {
    const own = await startTestHub({ hubKey: randomBytes(32) })
    const who = await own.signIn('lena')
    const content = randomBytes(20_000)
    const name = nameOf(content)
    const address = addressOf(name).replace(hub.url, own.url)
    const headers = { ...who.headers, 'upload-offset': '0', 'upload-length': String(content.length) }
    const type = { 'content-type': 'application/octet-stream' }
    const up = await fetch(address, {
      method: 'PATCH',
      headers: { ...headers, ...type },
      body: new Uint8Array(content),
    })
    expect(up.status).toBe(200)
    expect((await bytesOf(await fetch(address, { headers: who.headers }))).equals(content)).toBe(true)
    const { rows } = await own.database.owner.query<{ key: Buffer }>(
      'SELECT wrapped_key AS key FROM blob_keys',
    )
    expect(rows[0]?.key[0]).toBe(1)

    // Bytes that were wrapped with another key, as after a restore beside a new hub key.
    await own.database.owner.query(
      'UPDATE blob_keys SET wrapped_key = set_byte(wrapped_key, 20, get_byte(wrapped_key, 20) # 1)',
    )
    const refused = await fetch(address, { headers: who.headers })
    expect(refused.status).toBe(500)
    await own.stop()
  })
})

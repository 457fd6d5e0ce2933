import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eraseCustomer } from '../../../server/sync/admin.ts'
import { PushAnswer } from '../../../shared/protocol/push.ts'
import type { Verdict } from '../../../shared/protocol/push.ts'
import { routes } from '../../../shared/protocol/routes.ts'
import { PROTOCOL } from '../../../shared/protocol/version.ts'
import { freshId } from '../../support/builders.ts'
import { newReply } from '../../support/hub-client.ts'
import type { HubUnderTest, SignedInAs } from '../../support/hub.ts'
import { addGuest, post, startTestHub } from '../../support/hub.ts'
import { addCase, epochOf, sha256Of } from '../../support/hub-work.ts'
import type { Case } from '../../support/hub-work.ts'

let hub: HubUnderTest
let gus: SignedInAs
let lena: SignedInAs
let adam: SignedInAs
beforeAll(async () => {
  hub = await startTestHub()
  await addGuest(hub)
  ;[gus, lena, adam] = [await hub.signIn('gus'), await hub.signIn('lena'), await hub.signIn('adam')]
})
afterAll(() => hub.stop())

type Intent = { readonly name: string; readonly args: object }
async function push(who: SignedInAs, intents: readonly Intent[]): Promise<readonly Verdict[]> {
  const groupId = intents.length > 1 ? freshId() : null
  const at = { nowMs: hub.clock.now(), replayed: false }
  const entries = intents.map(intent => ({ mutationId: freshId(), groupId, ...intent, ...at }))
  const epoch = await epochOf(hub)
  const body = { protocol: PROTOCOL, clientId: who.clientId, epoch, sentAtMs: hub.clock.now(), entries }
  const answer = await post(`${hub.url}${routes.push}`, body, who.headers)
  return PushAnswer.parse(await answer.json()).verdicts
}

const blobAddress = ({ customer }: Case, sha256: string): string =>
  `${hub.url}${routes.blob.replace(':sha256', sha256)}?customerId=${customer.id}`
const statusFor = async (who: SignedInAs, one: Case, sha256: string): Promise<number> =>
  (await fetch(blobAddress(one, sha256), { headers: who.headers })).status

async function upload(who: SignedInAs, one: Case, content: Buffer): Promise<void> {
  const range = { 'upload-offset': '0', 'upload-length': String(content.length) }
  const headers = { ...who.headers, ...range, 'content-type': 'application/octet-stream' }
  const body = new Uint8Array(content)
  const sent = await fetch(blobAddress(one, sha256Of(content)), { method: 'PATCH', headers, body })
  expect(sent.status).toBe(200)
}

const fileOf = (content: Buffer) => ({
  id: freshId(),
  fileName: 'label.pdf',
  mediaType: 'application/pdf',
  sizeBytes: content.length,
  sha256: sha256Of(content),
  contentId: null,
})
type File = ReturnType<typeof fileOf>

/** A suggestion of the guest with a file, on a ticket of their team. */
async function suggest() {
  const one = await addCase(hub, { teamId: hub.teamIds.orders })
  const content = randomBytes(20_000)
  await upload(gus, one, content)
  const file = fileOf(content)
  const proposalId = freshId()
  const args = {
    proposalId,
    ticketId: one.ticket.id,
    threadId: one.thread.id,
    channel: 'email',
    to: [],
    cc: [],
    bodyText: 'Here is the label.',
    seenUpToSeq: 1,
    attachments: [file],
  }
  expect(await push(gus, [{ name: 'proposal.make', args }])).toMatchObject([{ kind: 'done' }])
  return { one, proposalId, file }
}

const releaseOf = (one: Case, proposalId: string, file: File): readonly Intent[] => {
  const messageId = freshId()
  const place = { ticketId: one.ticket.id, threadId: one.thread.id }
  const reply = { ...newReply(place), messageId, seenUpToSeq: 1, attachments: [{ ...file, id: freshId() }] }
  return [
    { name: 'proposal.release', args: { proposalId, messageId, isChanged: false, seen: 'proposed' } },
    { name: 'ticket.reply', args: reply },
  ]
}

const filesOn = ({ ticket }: Case) =>
  hub.store.read(hub.workspaceId, tx =>
    tx.many({ table: 'attachments', where: { ticketId: ticket.id }, above: null }),
  )

test('a file of a suggestion leaves once, by whoever releases first, who need not have its bytes', async () => {
  const { one, proposalId, file } = await suggest()
  expect(await filesOn(one)).toMatchObject([{ proposalId, messageId: null }])
  expect(await statusFor(lena, one, file.sha256)).toBe(200)
  const first = await push(lena, releaseOf(one, proposalId, file))
  expect(first.map(({ kind }) => kind)).toEqual(['done', 'done'])
  const second = await push(adam, releaseOf(one, proposalId, file))
  expect(second.some(({ kind }) => kind === 'done')).toBe(false)
  expect(await filesOn(one)).toMatchObject([{ proposalId: null, sha256: file.sha256 }])
})

test('of one that is sent back no file is left for anybody to read as a guest', async () => {
  const { one, proposalId, file } = await suggest()
  expect(await statusFor(gus, one, file.sha256)).toBe(200)
  const args = { proposalId, words: 'The other label, please.', seen: 'proposed' }
  expect(await push(lena, [{ name: 'proposal.sendBack', args }])).toMatchObject([{ kind: 'done' }])
  expect(await filesOn(one)).toEqual([])
  expect(await statusFor(gus, one, file.sha256)).toBe(404)
})

test('erasing the person takes the suggestion, its file and the key it was sealed with', async () => {
  const { one, file } = await suggest()
  await eraseCustomer(hub.deps, hub.workspaceId, one.customer.id)
  expect(await filesOn(one)).toEqual([])
  const { rows } = await hub.database.owner.query(
    'SELECT 1 FROM blob_keys WHERE customer_id = $1 UNION ALL SELECT 1 FROM blobs WHERE sha256 = $2',
    [one.customer.id, file.sha256],
  )
  expect(rows).toEqual([])
})

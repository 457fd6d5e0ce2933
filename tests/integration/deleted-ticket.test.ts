import { expect, test } from 'vitest'
import type { AttentionItem } from '../../shared/contract/sync.ts'
import type { Draft } from '../../shared/domain/tickets.ts'
import { deleteTicket, eraseCustomer } from '../../server/sync/admin.ts'
import { startFaultProxy } from '../support/fault-proxy.ts'
import { cleaningUp, fileHub } from '../support/file-hub.ts'
import { eventually } from '../support/hub.ts'
import { addCase } from '../support/hub-work.ts'
import { sampleId } from '../support/sample-row.ts'
import { contentOnHub, replyTo, sitDown } from '../support/whole-laptop.ts'
import type { WholeLaptop } from '../support/whole-laptop.ts'

const hub = fileHub()
const cleanUps = cleaningUp()

const gone = (laptop: WholeLaptop, ticketId: string): Promise<unknown> =>
  eventually(
    () => laptop.call('tickets.get', { ticketId }),
    view => view === null,
    30_000,
  )
const draftsOf = (laptop: WholeLaptop, ticketId: string): Promise<readonly Draft[]> =>
  laptop.call('drafts.list', { ticketId }) as Promise<readonly Draft[]>

test('a ticket deleted on the hub takes none of the words being written on it', async () => {
  const work = await addCase(hub)
  const ticketId = work.ticket.id
  const lena = await sitDown({ hubUrl: hub.url, name: 'lena', cleanUps })
  await lena.settled()
  const draft = {
    draftId: sampleId(),
    clientId: lena.input.clientId,
    ticketId,
    mode: 'reply',
    to: null,
    cc: null,
    seenUpToSeq: 1,
  }
  await lena.call('draft.save', { ...draft, body: 'Dear Ana, we' })
  await deleteTicket(hub.deps, hub.workspaceId, ticketId)
  await gone(lena, ticketId)
  expect(await draftsOf(lena, ticketId)).toMatchObject([{ body: 'Dear Ana, we' }])

  await lena.call('draft.save', { ...draft, body: 'Dear Ana, we found it.' })
  const back = await lena.restarted()
  await back.settled()
  expect(await draftsOf(back, ticketId)).toMatchObject([{ body: 'Dear Ana, we found it.' }])
  expect(await back.status()).toMatchObject({ waiting: 0, attention: 0 })
})

test('an unsent reply on it is told under Needs attention with its words, which can become a draft', async () => {
  const work = await addCase(hub)
  const line = await startFaultProxy(hub.url)
  cleanUps.push(line.close)
  const lena = await sitDown({ hubUrl: line.url, name: 'lena', cleanUps })
  await lena.settled()
  line.setFault(async () => ({ cut: true }))
  line.blockSockets(true)
  await lena.call('ticket.reply', replyTo(work, 'Written on the train'))
  await deleteTicket(hub.deps, hub.workspaceId, work.ticket.id)
  line.setFault(null)
  await lena.call('sync.wake')
  await lena.until(({ attention, waiting }) => attention === 1 && waiting === 0)
  const [item] = (await lena.call('attention.list')) as readonly AttentionItem[]
  expect(item).toMatchObject({
    ticketId: work.ticket.id,
    acts: [{ verdict: 'gone', words: 'Written on the train' }],
  })
  await lena.call('attention.resolve', { mutationIds: item?.mutationIds, action: 'edit' })
  expect(await draftsOf(lena, work.ticket.id)).toMatchObject([{ body: 'Written on the train' }])
  await lena.settled()
  expect(await lena.status()).toMatchObject({ attention: 0 })
  expect(lena.content()['messages']).toEqual((await contentOnHub(hub.url, 'lena'))['messages'])
})

test('when the person is erased, own words stay as text and nothing else of them does', async () => {
  const work = await addCase(hub)
  const line = await startFaultProxy(hub.url)
  cleanUps.push(line.close)
  const lena = await sitDown({ hubUrl: line.url, name: 'lena', cleanUps })
  await lena.settled()
  line.setFault(async () => ({ cut: true }))
  line.blockSockets(true)
  await lena.call('ticket.reply', replyTo(work, 'Own words about nobody'))
  await eraseCustomer(hub.deps, hub.workspaceId, work.customer.id)
  line.setFault(null)
  await lena.call('sync.wake')
  await lena.until(({ attention }) => attention === 1)
  const [item] = (await lena.call('attention.list')) as readonly AttentionItem[]
  expect(item).toMatchObject({ acts: [{ words: 'Own words about nobody' }] })
  await lena.call('attention.resolve', { mutationIds: item?.mutationIds, action: 'discard' })
  await lena.settled()
  for (const rows of Object.values(lena.content())) {
    expect(
      rows.filter(row => row['customerId'] === work.customer.id || row['id'] === work.customer.id),
    ).toEqual([])
  }
})

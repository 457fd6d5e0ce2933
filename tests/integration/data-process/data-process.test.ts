import { afterEach, expect, test } from 'vitest'
import type { InternalOutput } from '../../../shared/contract/internal.ts'
import type { SyncStatus } from '../../../shared/contract/sync.ts'
import type { ConversationPage } from '../../../shared/contract/tickets.ts'
import type { Draft } from '../../../shared/domain/tickets.ts'
import { layCable } from '../../support/cable.ts'
import type { Cable } from '../../support/cable.ts'
import { openInput, startDataProcess, temporaryFolder } from '../../support/data-process.ts'
import type { DataProcess, PlaceInput } from '../../support/data-process.ts'
import { fileHub } from '../../support/file-hub.ts'
import { PASSWORD, SEED_AGENTS } from '../../support/hub.ts'
import type { AgentName } from '../../support/hub.ts'
import { addCase } from '../../support/hub-work.ts'
import type { Case } from '../../support/hub-work.ts'
import { sampleId } from '../../support/sample-row.ts'

const ONLINE = { isOnline: true, isCut: false, proxyUrl: null, extraCertificates: [] }

const hub = fileHub()

const cleanUps: (() => Promise<unknown> | void)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp()
})

type Desk = {
  readonly data: DataProcess
  readonly input: PlaceInput
  readonly cable: Cable
  /** Settles when the status of sync is as asked; what it is now counts too. */
  readonly until: (is: (status: SyncStatus) => boolean) => Promise<SyncStatus>
}

function untilOf(data: DataProcess): Desk['until'] {
  return is =>
    new Promise((resolve, reject) => {
      const look = (status: SyncStatus): void => {
        if (is(status)) resolve(status)
      }
      data.on('sync.changed', status => look(status as SyncStatus))
      data.call('sync.status', {}).then(status => look(status as SyncStatus), reject)
    })
}

const isSettled = ({ phase, waiting, isFilled }: SyncStatus): boolean =>
  phase.state === 'idle' && waiting === 0 && isFilled

/** Signs in through the data process and opens the place, behind a cable of its own. */
async function sitDown(
  name: AgentName,
  given: { readonly folder?: string; readonly cable?: Cable } = {},
): Promise<Desk> {
  const cable = given.cable ?? (await layCable(hub.url))
  if (!given.cable) cleanUps.push(cable.close)
  const data = await startDataProcess()
  cleanUps.push(data.kill)
  const client = { id: sampleId(), name: 'laptop', platform: 'linux', version: '1' }
  const signedIn = (await data.call('data.signIn', {
    hubUrl: cable.url,
    email: SEED_AGENTS[name].email,
    password: PASSWORD,
    workspace: null,
    client,
    network: ONLINE,
  })) as InternalOutput<'data.signIn'>
  let folder = given.folder
  if (folder === undefined) {
    const temporary = temporaryFolder()
    cleanUps.push(temporary.remove)
    folder = temporary.path
  }
  const place = { ...signedIn.place, id: 'place', isDemo: false, lastOpenedAtMs: 0 }
  const input = openInput({ folder, clientId: client.id, tokens: signedIn.tokens, network: ONLINE, place })
  await data.call('data.open', input)
  return { data, input, cable, until: untilOf(data) }
}

const replyTo = ({ ticket, thread }: Case, bodyText: string) => ({
  messageId: sampleId(),
  ticketId: ticket.id,
  threadId: thread.id,
  channel: 'chat',
  to: [],
  cc: [],
  bodyText,
  bodyHtml: null,
  attachments: [],
  seenUpToSeq: 1,
  confirmed: false,
})

const bodiesOf = async ({ data }: Desk, ticketId: string): Promise<readonly string[]> => {
  const page = (await data.call('tickets.conversation', {
    ticketId,
    before: null,
    limit: 50,
  })) as ConversationPage
  return page.items.flatMap(item => (item.type === 'message' ? [item.message.bodyText] : []))
}

/** Settles when the conversation holds the text; looks again with every change the process tells. */
function untilSaid(desk: Desk, ticketId: string, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      bodiesOf(desk, ticketId).then(bodies => {
        if (bodies.includes(text)) resolve()
      }, reject)
    }
    desk.data.on('data.changed', look)
    look()
  })
}

test('an empty laptop fills itself, and a reply goes out and shows on the other console', async () => {
  const work = await addCase(hub)
  const [lena, tom] = [await sitDown('lena'), await sitDown('tom')]
  await lena.until(isSettled)
  await tom.until(isSettled)
  expect(await lena.data.call('tickets.get', { ticketId: work.ticket.id })).toMatchObject({
    customerName: work.customer.name,
    ticket: { id: work.ticket.id },
  })
  await lena.data.call('ticket.reply', replyTo(work, 'We are looking into it.'))
  await untilSaid(tom, work.ticket.id, 'We are looking into it.')
  await lena.until(isSettled)
  expect(await bodiesOf(lena, work.ticket.id)).toEqual(await bodiesOf(tom, work.ticket.id))
})

test('with the cable pulled everything works and waits; plugged in again it leaves, once', async () => {
  const work = await addCase(hub)
  const [lena, tom] = [await sitDown('lena'), await sitDown('tom')]
  await lena.until(isSettled)
  lena.cable.pull()
  await lena.until(({ phase }) => phase.state === 'offline')
  await lena.data.call('ticket.reply', replyTo(work, 'Written on the train.'))
  expect(await lena.data.call('sync.status', {})).toMatchObject({ waiting: 1, phase: { state: 'offline' } })
  lena.cable.plug()
  await lena.data.call('sync.wake', {})
  await lena.until(isSettled)
  await untilSaid(tom, work.ticket.id, 'Written on the train.')
  const said = (await bodiesOf(tom, work.ticket.id)).filter(body => body === 'Written on the train.')
  expect(said).toHaveLength(1)
})

test('killed while its answer was under way, it comes back and the reply is there once', async () => {
  const work = await addCase(hub)
  const lena = await sitDown('lena')
  await lena.until(isSettled)
  lena.cable.swallowAnswers()
  await lena.data.call('ticket.reply', replyTo(work, 'Sent, but did it arrive?'))
  await lena.until(({ phase }) => phase.state === 'pushing')
  const tom = await sitDown('tom')
  await untilSaid(tom, work.ticket.id, 'Sent, but did it arrive?')
  await lena.data.kill()
  lena.cable.plug()

  const data = await startDataProcess()
  cleanUps.push(data.kill)
  expect(await data.call('data.open', lena.input)).toEqual({ unsent: 1 })
  const back: Desk = { ...lena, data, until: untilOf(data) }
  await back.until(isSettled)
  expect((await bodiesOf(back, work.ticket.id)).filter(body => body.startsWith('Sent'))).toHaveLength(1)
})

test('a file travels before the note that names it and is read on the other console', async () => {
  const work = await addCase(hub)
  const [lena, tom] = [await sitDown('lena'), await sitDown('tom')]
  await lena.until(isSettled)
  const bytes = new Uint8Array(2_500_000).map((_, index) => index % 251)
  const kept = (await lena.data.call('attachments.keep', {
    fileName: 'log.bin',
    mediaType: 'application/octet-stream',
    bytes,
  })) as {
    sha256: string
    sizeBytes: number
  }
  const file = {
    id: sampleId(),
    fileName: 'log.bin',
    mediaType: 'application/octet-stream',
    contentId: null,
    ...kept,
  }
  await lena.data.call('note.add', {
    noteId: sampleId(),
    ticketId: work.ticket.id,
    threadId: null,
    body: 'See the log.',
    attachments: [file],
  })
  await lena.until(isSettled)
  const arrived = Promise.withResolvers<void>()
  const look = (): void => {
    tom.data.call('attachments.read', { attachmentId: file.id }).then(
      () => arrived.resolve(),
      () => {},
    )
  }
  tom.data.on('data.changed', look)
  look()
  await arrived.promise
  const read = (await tom.data.call('attachments.read', { attachmentId: file.id })) as {
    state: string
    bytes: Uint8Array
  }
  expect(read.state).toBe('here')
  expect(Buffer.from(read.bytes).equals(Buffer.from(bytes))).toBe(true)
  tom.cable.pull()
  expect(await tom.data.call('attachments.read', { attachmentId: file.id })).toMatchObject({ state: 'here' })
})

test('a draft is kept on this laptop and reaches the agent’s other laptop when it rests', async () => {
  const work = await addCase(hub)
  const [one, other] = [await sitDown('lena'), await sitDown('lena')]
  await one.until(isSettled)
  await other.until(isSettled)
  const draft = {
    draftId: sampleId(),
    clientId: one.input.clientId,
    ticketId: work.ticket.id,
    mode: 'reply',
    to: null,
    cc: null,
    seenUpToSeq: 1,
  }
  await one.data.call('draft.save', { ...draft, body: 'Dear' })
  await one.data.call('draft.save', { ...draft, body: 'Dear Ana, we' })
  expect(await one.data.call('sync.status', {})).toMatchObject({ waiting: 0 })
  const seen = Promise.withResolvers<readonly (Draft & { isHere: boolean })[]>()
  const look = (): void => {
    other.data.call('drafts.list', { ticketId: work.ticket.id }).then(drafts => {
      if ((drafts as readonly unknown[]).length > 0)
        seen.resolve(drafts as readonly (Draft & { isHere: boolean })[])
    }, seen.reject)
  }
  other.data.on('data.changed', look)
  expect(await seen.promise).toMatchObject([{ body: 'Dear Ana, we', isHere: false }])
})

test('a wrong password and a hub that is not there are told by their codes', async () => {
  const data = await startDataProcess()
  cleanUps.push(data.kill)
  const client = { id: sampleId(), name: 'laptop', platform: 'linux', version: '1' }
  const signIn = {
    hubUrl: hub.url,
    email: SEED_AGENTS.tom.email,
    password: 'wrong',
    workspace: null,
    client,
    network: ONLINE,
  }
  await expect(data.call('data.signIn', signIn)).rejects.toMatchObject({ code: 'wrong-password' })
  const cable = await layCable(hub.url)
  await cable.close()
  await expect(data.call('data.signIn', { ...signIn, hubUrl: cable.url })).rejects.toMatchObject({
    code: 'offline',
  })
})

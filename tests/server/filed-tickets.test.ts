import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeToken } from '../../server/auth/token.ts'
import { inWorkspace } from '../../server/db/in-workspace.ts'
import { insertTracker } from '../../server/db/queries/tracker-tokens.ts'
import { applyAsHub } from '../../server/sync/apply-as-hub.ts'
import type { HubIntent } from '../../server/sync/apply-as-hub.ts'
import { eraseCustomer, stageRows } from '../../server/sync/admin.ts'
import { toDomain } from '../../shared/domain/codec.ts'
import type { Actor } from '../../shared/mutations/define.ts'
import type { TableName } from '../../shared/domain/tables.ts'
import { FiledTicketAnswer } from '../../shared/protocol/tickets.ts'
import { routes } from '../../shared/protocol/routes.ts'
import { aContactPoint, aCustomer, freshId } from '../support/builders.ts'
import type { HubUnderTest } from '../support/hub.ts'
import { startTestHub } from '../support/hub.ts'

let hub: HubUnderTest
let token: string
const ana = freshId()
const anaToo = freshId()

async function tokenFor(workspaceId: HubUnderTest['workspaceId']): Promise<string> {
  const made = makeToken('e', workspaceId)
  await inWorkspace(hub.database.app, { workspaceId }, client =>
    insertTracker({ client, workspaceId }, { hash: made.hash, name: 'Site', createdAtMs: 1 }),
  )
  return made.text
}

beforeAll(async () => {
  hub = await startTestHub()
  token = await tokenFor(hub.workspaceId)
  await stageRows(hub.deps, hub.workspaceId, [
    [
      { table: 'customers', row: aCustomer({ id: ana }) },
      { table: 'customers', row: aCustomer({ id: anaToo, mergedIntoId: ana }) },
      {
        table: 'contactPoints',
        row: aContactPoint({ id: freshId(), customerId: anaToo, value: 'ana@norte.example' }),
      },
    ],
    [
      {
        table: 'ticketForms',
        row: {
          id: freshId(),
          kind: 'support',
          version: 1,
          updatedAtMs: 1,
          items: [
            {
              key: 'firmware',
              label: { en: 'Firmware' },
              type: 'text',
              options: [],
              isRequired: false,
              isEarly: true,
            },
            {
              key: 'model',
              label: { en: 'Model' },
              type: 'choice',
              options: [{ key: 's2', label: { en: 'Scanner S2', de: 'Leser S2' } }],
              isRequired: false,
              isEarly: true,
            },
          ],
        },
      },
    ],
  ])
})
afterAll(() => hub.stop())

const post = (body: unknown, bearer = token): Promise<Response> =>
  fetch(`${hub.url}${routes.tickets}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
    body: JSON.stringify(body),
  })
async function file(body: unknown): Promise<FiledTicketAnswer> {
  const answer = await post(body)
  expect(answer.status).toBe(200)
  return FiledTicketAnswer.parse(await answer.json())
}
const ofTicket = async <Name extends TableName>(table: Name, ticketId: string) => {
  const rows = await hub.store.read(hub.workspaceId, tx =>
    tx.many({ table, where: { ticketId }, above: null }),
  )
  return rows.map(row => toDomain(table, row))
}
const said = async (ticketId: string) =>
  (await ofTicket('messages', ticketId)).toSorted((a, b) => (a.seq ?? 0) - (b.seq ?? 0))

const form = {
  key: 'form-1',
  subject: 'Scanner is dead',
  body: 'It shows no light since the update.',
  customer: { email: 'Ana@Norte.example', name: 'Ana' },
  kind: 'support',
  fields: { firmware: '2.3.1', model: 'Leser S2', page: 'help' },
}
const chat = {
  key: 'chat-1',
  subject: 'My scanner does not pair',
  customer: { email: 'eva@nova.example', name: 'Eva Novak', language: 'de', reference: 'C-77' },
  channel: 'chat',
  kind: 'support',
  lines: [
    { key: '1', by: 'customer', text: 'It does not pair.' },
    { key: '2', by: 'bot', text: 'I am sorry. Which model do you have?' },
    { key: '3', by: 'customer', text: 'The S2. I want a person.' },
  ],
  takeover: { bot: 'Robin', reason: 'asked' },
}

test('a form files a ticket with the one it knows, in the kind’s form; sent twice it is one', async () => {
  const first = await file(form)
  expect(first).toMatchObject({ isNew: true, added: 1, takeover: { state: 'none', by: null } })
  expect(first.ticket.number).toBeGreaterThan(0)
  expect(await file(form)).toEqual({ ...first, isNew: false, added: 0 })
  const { id } = first.ticket
  const [ticket] = await hub.store.read(hub.workspaceId, tx => tx.rows('tickets', [id]))
  expect(ticket).toMatchObject({
    customerId: ana,
    subject: 'Scanner is dead',
    channel: 'web',
    fields: { firmware: '2.3.1', model: 's2', page: 'help' },
    lastMessageSeq: 1,
    createdBy: null,
  })
  expect(await said(id)).toMatchObject([
    { seq: 1, direction: 'in', authorKind: 'customer', from: { address: 'Ana@Norte.example' } },
  ])
  const [thread, another] = await ofTicket('threads', id)
  expect(another).toBeUndefined()
  // The only team of the kind has it; the customer waits, and nobody has answered.
  expect(thread).toMatchObject({ kind: 'support', state: 'open', assigneeId: null, answeredAtMs: null })
  expect(thread?.teamId).toBe(hub.teamIds.devices)
  expect(thread?.waitingSinceMs).toBe(thread?.openedAtMs)
})

test('the same at the same moment is one ticket, with one person', async () => {
  const twice = { ...form, key: 'form-2', customer: { email: 'uma@west.example', name: 'Uma' } }
  const answers = await Promise.all([file(twice), file(twice), file(twice)])
  expect(new Set(answers.map(({ ticket }) => ticket.number)).size).toBe(1)
  expect(await said(answers[0]?.ticket.id ?? '')).toHaveLength(1)
  const again = await file({ ...twice, key: 'form-3' })
  const rows = await hub.store.read(hub.workspaceId, tx =>
    tx.rows('tickets', [again.ticket.id, answers[0]?.ticket.id ?? '']),
  )
  expect(new Set(rows.map(row => row['customerId'])).size).toBe(1)
})

test('what a bot said is the bot’s: no answer of ours, asked once, and a person is asked for', async () => {
  const made = await file(chat)
  expect(made).toMatchObject({ isNew: true, added: 3, takeover: { state: 'waiting', by: null, atMs: null } })
  const { id } = made.ticket
  expect((await said(id)).map(({ authorKind, direction }) => [authorKind, direction])).toEqual([
    ['customer', 'in'],
    ['bot', 'out'],
    ['customer', 'in'],
  ])
  const times = (await said(id)).map(({ writtenAtMs }) => writtenAtMs)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  expect(new Set(times).size).toBe(3)
  expect(await ofTicket('threads', id)).toMatchObject([{ answeredAtMs: null, state: 'open' }])
  expect(await ofTicket('askedTried', id)).toMatchObject([
    {
      kind: 'asked',
      words: 'Which model do you have?',
      outcome: 'The S2. I want a person.',
      source: 'bot',
      agentId: null,
    },
  ])
  const [person] = await ofPerson(id)
  expect(person).toMatchObject({ name: 'Eva Novak', language: 'de', fields: { reference: 'C-77' } })
  expect(person?.reportedAtMs).toBe(0)

  // The bot goes on while nobody has come; the whole of it may be told again.
  const line = { key: '4', by: 'bot', text: 'Did you hold the button for five seconds?' }
  expect(await file({ ...chat, lines: [...chat.lines, line] })).toMatchObject({ isNew: false, added: 1 })
  const answer = { key: '5', by: 'customer', text: 'Yes, no light.' }
  expect(await file({ ...chat, lines: [answer] })).toMatchObject({ added: 1 })
  const asked = (await ofTicket('askedTried', id)).toSorted((a, b) => a.atMs - b.atMs)
  expect(asked.map(({ outcome }) => outcome)).toEqual(['The S2. I want a person.', 'Yes, no light.'])
  expect(await said(id)).toHaveLength(5)
})

const ofPerson = async (ticketId: string) => {
  const [ticket] = await hub.store.read(hub.workspaceId, tx => tx.rows('tickets', [ticketId]))
  const rows = await hub.store.read(hub.workspaceId, tx =>
    tx.rows('customers', [String(ticket?.['customerId'])]),
  )
  return rows.map(row => toDomain('customers', row))
}

test('once a person has it the bot is told; a matter that is done waits for a person anew', async () => {
  const { ticket } = await file({ ...chat, key: 'chat-2' })
  const agentId = hub.agentIds.lena
  const actor: Actor = { id: agentId, name: 'Lena', role: 'agent', teamIds: [] }
  const takeOver: HubIntent<'ticket.takeOver'> = {
    name: 'ticket.takeOver',
    mutationId: freshId(),
    actor,
    args: { ticketId: ticket.id, agentId, seen: null },
  }
  expect(await applyAsHub(hub.deps, hub.workspaceId, [takeOver])).toBeNull()
  const told = await file({ ...chat, key: 'chat-2' })
  expect(told.takeover).toMatchObject({ state: 'taken-over', by: expect.any(String) })
  expect(told.takeover.atMs).toBeGreaterThan(0)
  const [thread] = await ofTicket('threads', ticket.id)
  const solve: HubIntent<'thread.setState'> = {
    name: 'thread.setState',
    mutationId: freshId(),
    actor,
    args: { threadId: thread?.id ?? '', state: 'solved', seen: 'open', seenUpToSeq: 99, restore: null },
  }
  expect(await applyAsHub(hub.deps, hub.workspaceId, [solve])).toBeNull()
  const later = { key: '9', by: 'customer', text: 'It is dead again.' }
  const again = await file({ ...chat, key: 'chat-2', lines: [later] })
  expect(again.takeover.state).toBe('waiting')
  expect(await ofTicket('threads', ticket.id)).toMatchObject([{ state: 'open', reopenedCount: 1 }])
})

test('without a kind the words decide; without a name here or an address nobody is meant', async () => {
  const words = {
    key: 'form-9',
    subject: 'Invoice charged twice',
    body: 'You took the amount of invoice 7719 twice. Please refund one of the payments.',
    customer: { reference: 'C-901' },
  }
  const { ticket } = await file(words)
  expect(await ofTicket('threads', ticket.id)).toMatchObject([{ kind: 'service' }])
  expect(await file({ ...words, key: 'form-10' })).toMatchObject({ isNew: true })
  const nobody = await post({ ...words, key: 'form-11', customer: { id: freshId() } })
  expect(nobody.status).toBe(404)
})

test('a body without words, and a bot that does not say why, are refused', async () => {
  for (const [wrong, where] of [
    [{ ...form, body: undefined }, 'body.body'],
    [{ ...chat, takeover: undefined }, 'body.takeover'],
    [{ ...chat, takeover: { bot: 'Robin', reason: 'bored' } }, 'body.takeover.reason'],
    [{ ...form, customer: {} }, 'body.customer'],
    [{ ...form, channel: 'phone' }, 'body.channel'],
  ] as const) {
    const answer = await post(wrong)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ error: { code: 'bad-request', details: { where } } })
  }
})

test('the person behind it was erased: the key brings nothing back', async () => {
  const gone = { ...form, key: 'form-20', customer: { email: 'gone@else.example' } }
  const { ticket } = await file(gone)
  const [person] = await ofPerson(ticket.id)
  await eraseCustomer(hub.deps, hub.workspaceId, person?.id ?? '')
  expect((await post(gone)).status).toBe(404)
  expect((await file({ ...gone, key: 'form-21' })).isNew).toBe(true)
})

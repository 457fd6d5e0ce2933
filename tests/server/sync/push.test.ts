import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inWorkspace } from '../../../server/db/in-workspace.ts'
import { postgresStore } from '../../../server/db/postgres-store.ts'
import { push } from '../../../server/sync/push.ts'
import { upgradeEntry } from '../../../server/sync/upgrades.ts'
import { aCustomer, aMessage, anAgent, aThread, aTicket, freshId } from '../../support/builders.ts'
import type { TestClient } from '../../support/hub-client.ts'
import { newReply, newTicket, testClient } from '../../support/hub-client.ts'
import type { TestHub, TestWorkspace } from '../../support/hub-db.ts'
import { addWorkspace, inTable, openTestHub, put } from '../../support/hub-db.ts'

let hub: TestHub
let workspace: TestWorkspace
let lena: TestClient
let ticket: { readonly ticketId: string; readonly threadId: string }
let customerId: string

beforeAll(async () => {
  hub = await openTestHub()
})
afterAll(() => hub.close())
beforeEach(async () => {
  workspace = await addWorkspace(hub)
  lena = testClient(hub, workspace)
  customerId = freshId()
  ticket = { ticketId: freshId(), threadId: freshId() }
  await put(hub, workspace.id, [
    inTable('customers', aCustomer({ id: customerId })),
    inTable('tickets', aTicket({ id: ticket.ticketId, customerId, number: null, lastMessageSeq: 1 })),
    inTable('threads', aThread({ id: ticket.threadId, ticketId: ticket.ticketId, customerId })),
    inTable('messages', aMessage({ ticketId: ticket.ticketId, customerId, seq: 1 })),
  ])
})

const rowOf = async (table: 'tickets' | 'threads' | 'messages' | 'customers' | 'drafts', id: string) =>
  (await hub.store.read(workspace.id, tx => tx.rows(table, [id])))[0]
const tagged = (tags: string[]) => lena.entry('ticket.tag', { ticketId: ticket.ticketId, tags })
const messagesOf = (ticketId: string) =>
  hub.store.read(workspace.id, tx => tx.many({ table: 'messages', where: { ticketId }, above: null }))
const headOf = async (): Promise<number> => (await hub.store.read(workspace.id, tx => tx.head())).seq

describe('a push', () => {
  test('decides entries in order and answers each with the rows as they stand at the end', async () => {
    const verdicts = await lena.push([tagged(['vip']), tagged(['urgent'])])
    expect(verdicts.map(verdict => verdict.kind)).toEqual(['done', 'done'])
    const seq = await headOf()
    for (const verdict of verdicts) {
      const found = verdict.kind === 'done' ? verdict.rows.find(row => row.table === 'tickets') : undefined
      // Both verdicts show both tags: not what each made, but what stands.
      expect(found?.row).toMatchObject({ id: ticket.ticketId, tags: ['vip', 'urgent'] })
      expect(found?.version).toBeLessThanOrEqual(seq)
    }
    const standing = await hub.store.read(workspace.id, tx =>
      tx.standing([{ table: 'tickets', id: ticket.ticketId }]),
    )
    const [first] = verdicts
    expect(first?.kind === 'done' && first.rows.find(row => row.table === 'tickets')).toEqual(standing[0])
    expect(hub.announced.at(-1)).toEqual({ workspaceId: workspace.id, seq })
  })

  test('gives tickets their numbers without a gap, also when one in between is refused', async () => {
    const [a, bad, b] = [newTicket(customerId), newTicket(freshId()), newTicket(customerId)]
    const verdicts = await lena.push([a, bad, b].map(args => lena.entry('ticket.create', args)))
    expect(verdicts.map(verdict => verdict.kind)).toEqual(['done', 'gone', 'done'])
    const first = Number((await rowOf('tickets', a.ticketId))?.['number'])
    expect((await rowOf('tickets', b.ticketId))?.['number']).toBe(first + 1)
    await lena.send('ticket.create', newTicket(customerId))
    const numbers = await hub.store.read(workspace.id, tx =>
      tx.many({ table: 'tickets', where: { customerId }, above: null }),
    )
    expect(numbers.map(row => Number(row['number'])).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4])
  })

  test('gives messages their places, and holds a reply that was written without seeing the newest', async () => {
    const seen = newReply(ticket, { seenUpToSeq: 1 })
    expect(await lena.send('ticket.reply', seen)).toMatchObject({ kind: 'done' })
    expect(await rowOf('messages', seen.messageId)).toMatchObject({ seq: 2 })
    const tom = anAgent()
    await put(hub, workspace.id, [inTable('agents', tom)])
    const held = await testClient(hub, workspace, tom.id).send(
      'ticket.reply',
      newReply(ticket, { seenUpToSeq: 1 }),
    )
    expect(held).toMatchObject({ kind: 'conflict', conflict: { reason: 'newer-messages' } })
    expect(await messagesOf(ticket.ticketId)).toHaveLength(2)
  })

  test('asks when a deciding field moved, and shows base, mine and theirs', async () => {
    const { threadId } = ticket
    await lena.send('thread.setState', { threadId, state: 'pending', seen: 'open', seenUpToSeq: 1 })
    const before = await headOf()
    const verdict = await lena.send('thread.setState', {
      threadId,
      state: 'solved',
      seen: 'open',
      seenUpToSeq: 1,
    })
    expect(verdict).toMatchObject({
      kind: 'conflict',
      conflict: {
        fields: [
          { table: 'threads', id: threadId, field: 'state', seen: 'open', mine: 'solved', theirs: 'pending' },
        ],
      },
    })
    expect(verdict.kind === 'conflict' && verdict.rows).toContainEqual(
      expect.objectContaining({
        table: 'threads',
        id: threadId,
        row: expect.objectContaining({ state: 'pending' }),
      }),
    )
    expect(await headOf()).toBe(before)
  })

  test('says gone, not allowed, malformed and unknown, each by itself, and goes on with the rest', async () => {
    const lost = freshId()
    const verdicts = await lena.push([
      lena.entry('ticket.tag', { ticketId: lost, tags: ['x'] }),
      lena.entry('thread.assign', {
        threadId: ticket.threadId,
        team: null,
        assignee: { seen: null, value: freshId() },
      }),
      { ...tagged([]), args: { ticketId: 'nonsense' } },
      { ...tagged([]), name: 'ticket.teleport' },
      tagged(['done']),
    ])
    expect(verdicts).toMatchObject([
      { kind: 'gone', table: 'tickets', id: lost },
      { kind: 'rejected', code: 'not-allowed' },
      { kind: 'rejected', code: 'bad-request' },
      { kind: 'rejected', code: 'hub-too-old' },
      { kind: 'done' },
    ])
  })

  test('corrects the laptop’s clock by the skew and never takes a time from the future', async () => {
    const dayAhead = 86_400_000
    const reply = newReply(ticket, { seenUpToSeq: 1 })
    const later = newReply(ticket, { seenUpToSeq: 1 })
    const now = hub.clock.now()
    await lena.push(
      [
        lena.entry('ticket.reply', reply, { nowMs: now + dayAhead - 60_000 }),
        lena.entry('ticket.reply', later, { nowMs: now + 5 * dayAhead }),
      ],
      { sentAtMs: now + dayAhead },
    )
    expect(await rowOf('messages', reply.messageId)).toMatchObject({
      writtenAtMs: now - 60_000,
      acceptedAtMs: now,
    })
    expect(await rowOf('messages', later.messageId)).toMatchObject({ writtenAtMs: now, acceptedAtMs: now })
  })

  test('asks to come again until an attachment’s bytes are there; nothing of the message is kept', async () => {
    const sha256 = 'c'.repeat(64)
    const file = {
      id: freshId(),
      fileName: 'a.pdf',
      mediaType: 'application/pdf',
      sizeBytes: 3,
      sha256,
      contentId: null,
    }
    const entry = lena.entry('ticket.reply', newReply(ticket, { attachments: [file], seenUpToSeq: 1 }))
    expect(await lena.push([entry])).toMatchObject([{ kind: 'retry', code: 'blob-missing' }])
    expect(await messagesOf(ticket.ticketId)).toHaveLength(1)
    await inWorkspace(hub.database.app, { workspaceId: workspace.id }, client =>
      client.query(
        `INSERT INTO blobs (workspace_id, customer_id, sha256, size_bytes, upload_offset, is_complete, created_at_ms)
         VALUES ($1, $2, $3, 3, 3, true, 0)`,
        [workspace.id, customerId, sha256],
      ),
    )
    expect(await lena.push([entry])).toMatchObject([{ kind: 'done' }])
  })

  test('refuses an agent that is no more, and protocols it does not serve', async () => {
    const stranger = testClient(hub, workspace, freshId())
    await expect(stranger.push([tagged(['x'])])).rejects.toMatchObject({ code: 'signed-out' })
    await expect(lena.push([tagged(['x'])], { protocol: 0 })).rejects.toMatchObject({ code: 'hub-too-new' })
    await expect(lena.push([tagged(['x'])], { protocol: 99 })).rejects.toMatchObject({ code: 'hub-too-old' })
  })

  test('upgrades what an older client pushes, step by step', () => {
    const rename = (from: number, to: string) => ({
      from,
      name: `call it ${to}`,
      upgrade: <T extends { name: string }>(entry: T) => ({ ...entry, name: to }),
    })
    const steps = [rename(1, 'two'), rename(2, 'three')]
    const entry = { ...tagged(['x']), name: 'one' }
    expect([1, 2, 3].map(protocol => upgradeEntry(entry, protocol, steps).name)).toEqual([
      'three',
      'three',
      'one',
    ])
  })
})

describe('receipts', () => {
  test('the same push again changes nothing and gets the same answer, rows as they stand now', async () => {
    const entries = [tagged(['vip']), lena.entry('ticket.reply', newReply(ticket, { seenUpToSeq: 1 }))]
    const first = await lena.push(entries)
    await testClient(hub, workspace).send('ticket.tag', { ticketId: ticket.ticketId, tags: ['later'] })
    const seq = await headOf()
    const second = await lena.push(entries)
    expect(second.map(verdict => verdict.kind)).toEqual(first.map(verdict => verdict.kind))
    expect(await headOf()).toBe(seq)
    expect(await messagesOf(ticket.ticketId)).toHaveLength(2)
    const shown = second[0]?.kind === 'done' ? second[0].rows.find(row => row.table === 'tickets') : undefined
    expect(shown?.row).toMatchObject({ tags: ['vip', 'later'] })
  })

  test('conflict, gone and rejected are remembered, though the rows have become right since', async () => {
    const { threadId } = ticket
    const lost = newTicket(customerId)
    const entries = [
      lena.entry('thread.setState', { threadId, state: 'solved', seen: 'pending', seenUpToSeq: 1 }),
      lena.entry('ticket.tag', { ticketId: lost.ticketId, tags: ['x'] }),
    ]
    const kinds = async () => (await lena.push(entries)).map(verdict => verdict.kind)
    expect(await kinds()).toEqual(['conflict', 'gone'])
    await lena.send('ticket.create', lost)
    await lena.send('thread.setState', { threadId, state: 'pending', seen: 'open', seenUpToSeq: 1 })
    expect(await kinds()).toEqual(['conflict', 'gone'])
  })

  test('an unknown mutation is not remembered: a newer hub may take it', async () => {
    const entry = { ...tagged(['x']), name: 'ticket.teleport' }
    expect(await lena.push([entry])).toMatchObject([{ kind: 'rejected', code: 'hub-too-old' }])
    expect(await lena.push([{ ...entry, name: 'ticket.tag' }])).toMatchObject([{ kind: 'done' }])
  })

  test('the same push twice at once is applied once', async () => {
    const entries = Array.from({ length: 10 }, () =>
      lena.entry('ticket.reply', newReply(ticket, { seenUpToSeq: 1 })),
    )
    const answers = await Promise.all([1, 2, 3, 4].map(() => lena.push(entries)))
    for (const answer of answers) expect(answer.every(verdict => verdict.kind === 'done')).toBe(true)
    expect(
      (await messagesOf(ticket.ticketId)).map(row => row['seq']).toSorted((a, b) => Number(a) - Number(b)),
    ).toEqual(Array.from({ length: 11 }, (_, index) => index + 1))
  })

  test('negative control: without receipts a repeated push counts twice', async () => {
    const forgetful = postgresStore(hub.database.app)
    const deps = {
      ...hub.deps,
      store: {
        ...forgetful,
        write: ((id, fn) =>
          forgetful.write(id, (tx, endWith) =>
            fn({ ...tx, receipts: async () => [], putReceipts: async () => {} }, endWith),
          )) as typeof forgetful.write,
      },
    }
    const draft = {
      draftId: freshId(),
      clientId: lena.clientId,
      ticketId: ticket.ticketId,
      mode: 'reply' as const,
      to: null,
      cc: null,
      seenUpToSeq: 1,
    }
    const entry = lena.entry('draft.save', { ...draft, body: 'first' })
    const request = {
      protocol: 1,
      clientId: lena.clientId,
      epoch: workspace.epoch,
      sentAtMs: hub.clock.now(),
      entries: [entry],
    }
    const bodyAfterRepeat = async (with_: typeof deps): Promise<unknown> => {
      await push(with_, lena.caller, request)
      await lena.send('draft.save', { ...draft, body: 'second' })
      await push(with_, lena.caller, request)
      return (await rowOf('drafts', draft.draftId))?.['body']
    }
    expect(await bodyAfterRepeat(deps)).toBe('first')
    expect(await bodyAfterRepeat(hub.deps as typeof deps)).toBe('second')
  })

  test('somebody else’s receipt is not shown', async () => {
    const tom = anAgent()
    await put(hub, workspace.id, [inTable('agents', tom)])
    const entry = tagged(['vip'])
    await lena.push([entry])
    const [verdict] = await testClient(hub, workspace, tom.id).push([entry], { clientId: lena.clientId })
    expect(verdict).toEqual({ kind: 'rejected', mutationId: entry.mutationId, code: 'not-allowed', rows: [] })
  })

  test('what comes again after a restore is noted as replayed', async () => {
    const entry = { ...tagged(['vip']), replayed: true }
    await lena.push([entry])
    const [receipt] = await hub.store.write(workspace.id, tx =>
      tx.receipts(lena.clientId, [entry.mutationId]),
    )
    expect(receipt).toMatchObject({ isReplayed: true, authorId: workspace.agent.id })
  })

  test('another epoch decides nothing and names the one that stands', async () => {
    const entry = tagged(['vip'])
    const request = {
      protocol: 1,
      clientId: lena.clientId,
      epoch: 'older',
      sentAtMs: hub.clock.now(),
      entries: [entry],
    }
    const answer = await push(hub.deps, lena.caller, request)
    expect(answer).toMatchObject({ epoch: workspace.epoch, verdicts: [{ kind: 'retry', code: 'epoch' }] })
    expect(await rowOf('tickets', ticket.ticketId)).toMatchObject({ tags: [] })
  })
})

describe('groups', () => {
  const group = (...entries: ReturnType<typeof tagged>[]) => {
    const groupId = freshId()
    return entries.map(entry => ({ ...entry, groupId }))
  }
  const solve = (seen: string) =>
    lena.entry('thread.setState', { threadId: ticket.threadId, state: 'solved', seen, seenUpToSeq: 2 })

  test('are applied whole', async () => {
    const entries = group(lena.entry('ticket.reply', newReply(ticket, { seenUpToSeq: 1 })), solve('open'))
    expect((await lena.push(entries)).map(verdict => verdict.kind)).toEqual(['done', 'done'])
    expect(await rowOf('threads', ticket.threadId)).toMatchObject({ state: 'solved' })
  })

  test('are not applied at all when one member fails; that member carries the reason, the others wait for it', async () => {
    const reply = newReply(ticket, { seenUpToSeq: 1 })
    const entries = group(tagged(['vip']), lena.entry('ticket.reply', reply), solve('pending'))
    const after = tagged(['own'])
    const culprit = entries[2]?.mutationId
    const expected = [
      { kind: 'waitsFor', waitsFor: culprit },
      { kind: 'waitsFor', waitsFor: culprit },
      { kind: 'conflict', mutationId: culprit },
      { kind: 'done' },
    ]
    expect(await lena.push([...entries, after])).toMatchObject(expected)
    expect(await messagesOf(ticket.ticketId)).toHaveLength(1)
    expect(await rowOf('tickets', ticket.ticketId)).toMatchObject({ tags: ['own'], lastMessageSeq: 1 })
    // Sent again because the answer was lost: the same verdicts.
    expect(await lena.push([...entries, after])).toMatchObject(expected)
  })

  test('the rest of a failed group goes in with the decided member in its place', async () => {
    const [reply, state] = group(
      lena.entry('ticket.reply', newReply(ticket, { seenUpToSeq: 1 })),
      solve('pending'),
    )
    if (!reply || !state) throw new Error('two entries')
    await lena.push([reply, state])
    const again = group(reply, solve('open'))
    expect((await lena.push(again)).map(verdict => verdict.kind)).toEqual(['done', 'done'])
  })

  test('whose last member cannot be written leave nothing behind, and the rest of the push goes in', async () => {
    const bad = newTicket(customerId, { fields: { ['nul' + String.fromCharCode(0)]: 1 } })
    const reply = newReply(ticket, { seenUpToSeq: 1 })
    const entries = group(lena.entry('ticket.reply', reply), lena.entry('ticket.create', bad))
    const alone = lena.entry('ticket.create', { ...bad, ticketId: freshId() })
    const verdicts = await lena.push([tagged(['before']), ...entries, alone, tagged(['after'])])
    expect(verdicts).toMatchObject([
      { kind: 'done' },
      { kind: 'waitsFor', waitsFor: entries[1]?.mutationId },
      { kind: 'rejected', code: 'bad-request' },
      { kind: 'rejected', code: 'bad-request' },
      { kind: 'done' },
    ])
    expect(await rowOf('tickets', ticket.ticketId)).toMatchObject({
      tags: ['before', 'after'],
      lastMessageSeq: 1,
    })
    expect(await messagesOf(ticket.ticketId)).toHaveLength(1)
    const next = newTicket(customerId)
    await lena.send('ticket.create', next)
    // No number was lost to the refused tickets.
    expect(await rowOf('tickets', next.ticketId)).toMatchObject({ number: 2 })
  })
})

describe('order', () => {
  test('work on something whose making failed waits for it instead of being gone', async () => {
    const create = newTicket(customerId, {
      threads: [
        {
          id: freshId(),
          kind: 'service',
          state: 'open',
          priority: 'normal',
          teamId: freshId(),
          assigneeId: null,
        },
      ],
    })
    const entries = [
      lena.entry('ticket.create', create),
      lena.entry('note.add', {
        noteId: freshId(),
        ticketId: create.ticketId,
        threadId: null,
        body: 'x',
        attachments: [],
      }),
    ]
    expect(await lena.push(entries)).toMatchObject([
      { kind: 'rejected', code: 'not-allowed' },
      { kind: 'waitsFor', waitsFor: entries[0]?.mutationId },
    ])
  })

  test('work behind an entry that must come again waits for it, other work goes on', async () => {
    const file = {
      id: freshId(),
      fileName: 'a',
      mediaType: 'a/b',
      sizeBytes: 3,
      sha256: 'd'.repeat(64),
      contentId: null,
    }
    const other = newTicket(customerId)
    const entries = [
      lena.entry('ticket.reply', newReply(ticket, { attachments: [file], seenUpToSeq: 1 })),
      tagged(['vip']),
      lena.entry('customer.create', {
        customerId: freshId(),
        name: 'New',
        organisationId: null,
        jobTitle: null,
        language: null,
        timeZone: null,
        preferredChannel: null,
        labels: [],
        facts: '',
        contactPoints: [],
      }),
    ]
    expect(await lena.push(entries)).toMatchObject([
      { kind: 'retry', code: 'blob-missing' },
      { kind: 'waitsFor', waitsFor: entries[0]?.mutationId },
      { kind: 'done' },
    ])
    expect(await rowOf('tickets', other.ticketId)).toBeUndefined()
  })
})

describe('private rows', () => {
  test('a draft belongs to its agent alone', async () => {
    const tom = anAgent()
    await put(hub, workspace.id, [inTable('agents', tom)])
    const draftId = freshId()
    const draft = {
      draftId,
      clientId: lena.clientId,
      ticketId: ticket.ticketId,
      mode: 'reply' as const,
      body: 'Dear Ana',
      to: null,
      cc: null,
      seenUpToSeq: 1,
    }
    expect(await lena.send('draft.save', draft)).toMatchObject({ kind: 'done' })
    const verdict = await testClient(hub, workspace, tom.id).send('draft.save', { ...draft, body: 'Mine' })
    expect(verdict).toMatchObject({ kind: 'rejected', code: 'not-allowed', rows: [] })
    expect(await rowOf('drafts', draftId)).toMatchObject({ body: 'Dear Ana', to: null })
  })
})

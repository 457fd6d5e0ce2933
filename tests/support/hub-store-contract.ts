import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AnyRow } from '../../shared/domain/tables.ts'
import type { TableName } from '../../shared/domain/tables.ts'
import { tables } from '../../shared/domain/tables.ts'
import type { BlobRef, FeedChange, FeedRowChange, HubStore, HubTx } from '../../server/sync/store.ts'
import { RowRefused, TryAgain } from '../../server/sync/store.ts'
import {
  aComplaint,
  aCustomer,
  aDraft,
  aFollowUp,
  aKeep,
  aKnownIssue,
  aLease,
  aMessage,
  anAgent,
  anIssueLink,
  anOrder,
  aScopePolicy,
  aTeam,
  aThread,
  aTicket,
  freshId,
  idOf,
  NOW_MS,
} from './builders.ts'
import { aPortrait } from './portrait-builders.ts'
import { describeShelf } from './shelf-contract.ts'

export type HubStoreHarness = {
  readonly store: HubStore
  /** An empty workspace with policy 'everything'. */
  readonly workspaceId: string
  /** Makes a blob whole, as after an upload. */
  readonly addBlob: (blob: BlobRef) => Promise<void>
  readonly close: () => Promise<void>
}

const rowChange = (row: AnyRow, fields: Partial<FeedRowChange> = {}): FeedRowChange => ({
  kind: 'row',
  table: 'customers',
  rowId: row.id,
  groupId: row.id,
  prevGroupIds: [],
  agentId: null,
  ...fields,
})
const NUL = String.fromCharCode(0)

/** What every storage of the hub must do alike: PostgreSQL in the product, maps in the simulator. */
export function describeHubStore(name: string, open: () => Promise<HubStoreHarness>): void {
  describe(`hub store on ${name}`, () => {
    let harness: HubStoreHarness
    beforeEach(async () => {
      harness = await open()
    })
    afterEach(() => harness.close())
    const write = <T>(fn: (tx: HubTx) => Promise<T>): Promise<T> =>
      harness.store.write(harness.workspaceId, fn)
    const read: HubStore['read'] = (_id, fn) => harness.store.read(harness.workspaceId, fn)
    const rows = (table: Parameters<HubTx['rows']>[0], ids: readonly string[]) =>
      read('', tx => tx.rows(table, ids))
    const publish = (changes: readonly FeedChange[], atMs = NOW_MS) => write(tx => tx.publish(changes, atMs))

    test('rows come back as they went in, nulls, flags, JSON, large numbers and scripts included', async () => {
      const message = aMessage({
        bodyText: '返金 שלום 🧾',
        bodyHtml: '<p>"x"</p>',
        seq: null,
        writtenAtMs: 2 ** 53 - 1,
        cc: [],
      })
      const order = anOrder({ totalMinor: -5 })
      await write(async tx => {
        expect(await tx.insertRows('messages', [message])).toEqual([message.id])
        await tx.insertRows('orders', [order])
        await tx.insertRows('drafts', [aDraft({ id: idOf(70), to: null })])
      })
      expect(await rows('messages', [message.id])).toEqual([message])
      expect(await rows('orders', [order.id, freshId()])).toEqual([order])
      expect((await rows('drafts', [idOf(70)]))[0]).toMatchObject({ to: null })
    })

    test('inserting a known id changes nothing and says so', async () => {
      const team = aTeam()
      await write(tx => tx.insertRows('teams', [team]))
      const fresh = aTeam()
      const added = await write(tx => tx.insertRows('teams', [{ ...team, name: 'Other' }, fresh]))
      expect(added).toEqual([fresh.id])
      expect(await rows('teams', [team.id])).toEqual([team])
    })

    test('a patch writes the named fields only, also to null, and a removal removes', async () => {
      const thread = aThread({ waitingSinceMs: 5, teamId: idOf(4) })
      const other = aThread({ id: freshId() })
      await write(tx => tx.insertRows('threads', [thread, other]))
      await write(async tx => {
        await tx.patchRows('threads', [
          { id: thread.id, fields: { state: 'solved', teamId: null } },
          { id: other.id, fields: { waitingSinceMs: 7 } },
        ])
      })
      expect(await rows('threads', [thread.id, other.id])).toEqual([
        { ...thread, state: 'solved', teamId: null },
        { ...other, waitingSinceMs: 7 },
      ])
      await write(tx => tx.removeRows('threads', [thread.id, freshId()]))
      expect(await rows('threads', [thread.id, other.id])).toHaveLength(1)
    })

    test('values that do not fit are refused as the row’s fault and leave nothing behind', async () => {
      const bad: readonly AnyRow[] = [
        { ...aTeam(), name: null },
        { ...aTeam(), name: `a${NUL}b` },
        { id: freshId(), kind: null },
      ]
      for (const row of bad) {
        const team = aTeam()
        const attempt = write(async tx => {
          await tx.insertRows('teams', [team])
          await tx.insertRows('teams', [row])
        })
        await expect(attempt).rejects.toBeInstanceOf(RowRefused)
        expect(await rows('teams', [team.id])).toEqual([])
      }
      const patched = write(async tx => {
        await tx.insertRows('teams', [aTeam({ id: idOf(71) })])
        await tx.patchRows('teams', [{ id: idOf(71), fields: { colour: 'red' } }])
      })
      await expect(patched).rejects.toBeInstanceOf(RowRefused)
    })

    test('look-ups by indexed columns answer in order of id, `above` leaves out nulls, others are refused', async () => {
      const ticketId = idOf(2)
      const messages = [3, 1, null, 2].map(seq => aMessage({ ticketId, seq }))
      await write(tx => tx.insertRows('messages', [...messages, aMessage({ ticketId: freshId(), seq: 9 })]))
      const all = { table: 'messages', where: { ticketId }, above: null } as const
      const above = { ...all, above: { column: 'seq', value: 1 } }
      const none = { ...all, where: { ticketId: freshId() } }
      expect((await read('', tx => tx.many(all))).map(row => row.id)).toEqual(messages.map(row => row.id))
      const locked = await write(tx => tx.lockMany([above, all, none, above]))
      expect(locked.map(found => found.map(row => row['seq']))).toEqual([[3, 2], [3, 1, null, 2], [], [3, 2]])
      const scan = { table: 'messages', where: { bodyText: 'x' }, above: null } as const
      await expect(read('', tx => tx.many(scan))).rejects.toMatchObject({ code: 'bad-request' })
      await expect(write(tx => tx.lockMany([scan]))).rejects.toMatchObject({ code: 'bad-request' })
    })

    test('locked rows come in the order of registry and id; absent ones are left out', async () => {
      const [a, b] = [aTicket({ id: idOf(81) }), aTicket({ id: idOf(80), number: 7 })]
      const agent = anAgent()
      await write(async tx => {
        await tx.insertRows('tickets', [a, b])
        await tx.insertRows('agents', [agent])
      })
      const refs = [a, b, { id: freshId() }].map(({ id }) => ({ table: 'tickets' as const, id }))
      const locked = await write(tx => tx.lockRows([...refs, { table: 'agents', id: agent.id }]))
      expect(locked).toEqual([
        { table: 'agents', row: agent },
        { table: 'tickets', row: b },
        { table: 'tickets', row: a },
      ])
    })

    test('two writers of one row take turns, and the second sees what the first wrote', async () => {
      const ticket = aTicket({ lastMessageSeq: 0 })
      await write(tx => tx.insertRows('tickets', [ticket]))
      const addOne = (): Promise<void> =>
        write(async tx => {
          const [found] = await tx.lockRows([{ table: 'tickets', id: ticket.id }])
          const lastMessageSeq = Number(found?.row['lastMessageSeq']) + 1
          await tx.patchRows('tickets', [{ id: ticket.id, fields: { lastMessageSeq } }])
        })
      await Promise.all(Array.from({ length: 12 }, addOne))
      expect((await rows('tickets', [ticket.id]))[0]).toMatchObject({ lastMessageSeq: 12 })
    })

    test('a transaction that throws leaves nothing, TryAgain runs it again, a savepoint undoes its own part', async () => {
      const [a, b, c] = [aTeam(), aTeam(), aTeam()]
      await expect(
        write(async tx => {
          await tx.insertRows('teams', [a])
          await tx.publish([rowChange(a, { table: 'teams', groupId: null })], 0)
          throw new Error('stop')
        }),
      ).rejects.toThrow('stop')
      expect(await rows('teams', [a.id])).toEqual([])
      expect(await read('', tx => tx.head())).toMatchObject({ seq: 0 })
      let runs = 0
      await write(async tx => {
        runs += 1
        await tx.insertRows('teams', [b])
        if (runs < 3) throw new TryAgain()
        const inner = tx.savepoint(async () => {
          await tx.insertRows('teams', [c])
          await tx.savepoint(() => tx.insertRows('teams', [{ ...aTeam(), name: null }]))
        })
        await expect(inner).rejects.toBeInstanceOf(RowRefused)
      })
      expect(runs).toBe(3)
      expect(await rows('teams', [b.id, c.id])).toEqual([b])
    })

    test('a read sees one moment, whatever is written meanwhile', async () => {
      const team = aTeam()
      await write(tx => tx.insertRows('teams', [team]))
      const seen = await read('', async tx => {
        const before = await tx.rows('teams', [team.id])
        const writing = write(tx2 => tx2.removeRows('teams', [team.id]))
        // The map storage takes turns instead: the write waits for this read.
        await Promise.race([writing, new Promise(resolve => setImmediate(resolve))])
        return [before, await tx.rows('teams', [team.id])]
      })
      expect(seen).toEqual([[team], [team]])
    })

    test('the feed numbers entries in order, keeps one per row at its newest, and appends scope entries', async () => {
      const [a, b] = [aCustomer({ id: freshId() }), aCustomer({ id: freshId() })]
      expect(await publish([rowChange(a), rowChange(b)])).toBe(2)
      expect(await publish([{ kind: 'scope', groupId: a.id, keysBefore: ['all'] }])).toBe(3)
      expect(
        await publish([
          rowChange(a, { kind: 'tombstone' }),
          { kind: 'scope', groupId: a.id, keysBefore: [] },
        ]),
      ).toBe(5)
      const feed = await read('', tx => tx.feed({ after: 0, limit: 10 }))
      expect(feed.map(({ seq, kind }) => [seq, kind])).toEqual([
        [2, 'row'],
        [3, 'scope'],
        [4, 'tombstone'],
        [5, 'scope'],
      ])
      expect(feed[1]).toEqual({ seq: 3, kind: 'scope', groupId: a.id, keysBefore: ['all'] })
      expect(feed[2]).toEqual({ ...rowChange(a, { kind: 'tombstone' }), seq: 4 })
      expect((await read('', tx => tx.feed({ after: 2, limit: 1 }))).map(entry => entry.seq)).toEqual([3])
      expect(await write(tx => tx.publish([], NOW_MS))).toBe(5)
    })

    test('an entry that replaces another keeps the customers the row has been with', async () => {
      const [a, b, c, row] = [freshId(), freshId(), freshId(), freshId()]
      const ticket = (groupId: string, ...prevGroupIds: string[]): FeedRowChange => ({
        kind: 'row',
        table: 'tickets',
        rowId: row,
        groupId,
        prevGroupIds,
        agentId: null,
      })
      await publish([ticket(a)])
      await publish([ticket(b, a)])
      await publish([ticket(b)])
      await publish([ticket(c, b)])
      const [entry] = await read('', tx => tx.feed({ after: 0, limit: 10 }))
      expect(entry && 'prevGroupIds' in entry && entry.prevGroupIds.toSorted()).toEqual([a, b].toSorted())
      await publish([ticket(a, c)])
      const [back] = await read('', tx => tx.feed({ after: 0, limit: 10 }))
      expect(back && 'prevGroupIds' in back && back.prevGroupIds.toSorted()).toEqual([b, c].toSorted())
    })

    test('rows stand with the number of their last change, absent ones with their tombstone’s', async () => {
      const [a, b] = [aCustomer({ id: freshId() }), aCustomer({ id: freshId() })]
      await write(async tx => {
        await tx.insertRows('customers', [a])
        await tx.publish([rowChange(a), rowChange(b, { kind: 'tombstone' })], NOW_MS)
      })
      const unknown = freshId()
      const refs = [unknown, b.id, a.id].map(id => ({ table: 'customers' as const, id }))
      expect(await read('', tx => tx.standing(refs))).toEqual([
        { table: 'customers', id: unknown, version: 0, row: null },
        { table: 'customers', id: b.id, version: 2, row: null },
        { table: 'customers', id: a.id, version: 1, row: a },
      ])
    })

    test('purging forgets old tombstones and scope entries and raises the horizon, never a row', async () => {
      const [a, b] = [aCustomer({ id: freshId() }), aCustomer({ id: freshId() })]
      const gone = (row: AnyRow): FeedChange => rowChange(row, { kind: 'tombstone', table: 'notes' })
      await publish([rowChange(a), gone(b), { kind: 'scope', groupId: a.id, keysBefore: [] }], 10)
      await publish([gone({ id: freshId() })], 20)
      expect(await write(tx => tx.purgeFeed(20))).toBe(2)
      expect(await read('', tx => tx.head())).toEqual({ seq: 4, horizonSeq: 3 })
      expect((await read('', tx => tx.feed({ after: 0, limit: 10 }))).map(entry => entry.seq)).toEqual([1, 4])
      expect(await write(tx => tx.purgeFeed(20))).toBe(0)
      expect(await read('', tx => tx.head())).toEqual({ seq: 4, horizonSeq: 3 })
    })

    test('who was erased is never forgotten, and told from a number on', async () => {
      const [a, b, c] = [{ id: freshId() }, { id: freshId() }, { id: freshId() }]
      await publish([rowChange(a), rowChange(b, { kind: 'tombstone' })], 10)
      await publish([rowChange(c, { kind: 'tombstone' })], 10)
      const erasedSince = (seq: number) => read('', tx => tx.erasedSince(seq))
      expect(await write(tx => tx.purgeFeed(99))).toBe(0)
      expect(await erasedSince(0)).toEqual([b.id, c.id])
      expect(await erasedSince(2)).toEqual([c.id])
      expect(await erasedSince(3)).toEqual([])
      const ticket = { id: freshId() }
      const deleted = { id: freshId() }
      const gone = { kind: 'tombstone', table: 'tickets' } as const
      await publish([rowChange(ticket, { ...gone, groupId: c.id })], 10)
      await publish([rowChange(deleted, { ...gone, groupId: a.id })], 10)
      expect(await read('', tx => tx.formerRows([a.id, freshId()]))).toEqual([
        { table: 'tickets', id: deleted.id },
      ])
      // Whose the ticket was is known for ever: a draft on it goes with its person, whenever that is.
      expect(await write(tx => tx.purgeFeed(99))).toBe(0)
      expect(await read('', tx => tx.formerRows([a.id]))).toEqual([{ table: 'tickets', id: deleted.id }])
      const erasedBehind = (...ids: string[]) => read('', tx => tx.erasedBehind(ids))
      expect(await erasedBehind(ticket.id)).toBe(c.id)
      expect(await erasedBehind(deleted.id, freshId())).toBeNull()
      // An id that comes back is a customer again.
      await publish([rowChange(b)], 11)
      expect(await erasedSince(0)).toEqual([c.id])
    })

    test('receipts belong to a client, and a conflict is forgotten with its rows', async () => {
      const [client, mine, theirs, row] = [freshId(), freshId(), freshId(), freshId()]
      const refs = [{ table: 'customers' as const, id: row }]
      const done = {
        mutationId: mine,
        authorId: freshId(),
        verdict: { kind: 'done' as const, refs },
        isReplayed: true,
        acceptedAtMs: 4,
      }
      const conflict = {
        reason: 'changed-since' as const,
        fields: [
          { table: 'customers' as const, id: row, field: 'facts', seen: 'a', mine: 'b', theirs: 'secret' },
        ],
      }
      const held = {
        ...done,
        mutationId: theirs,
        isReplayed: false,
        verdict: { kind: 'conflict' as const, conflict, refs },
      }
      await write(tx => tx.putReceipts(client, [done, held]))
      const find = (who: string) => write(tx => tx.receipts(who, [mine, theirs, freshId()]))
      const order = (a: { mutationId: string }, b: { mutationId: string }): number =>
        a.mutationId < b.mutationId ? -1 : 1
      expect((await find(client)).toSorted(order)).toEqual([done, held].toSorted(order))
      expect(await find(freshId())).toEqual([])
      await write(tx => tx.forgetConflicts([freshId()]))
      expect(await find(client)).toContainEqual(held)
      await write(tx => tx.forgetConflicts([row]))
      expect(await find(client)).toContainEqual({
        ...held,
        verdict: { kind: 'gone', table: 'customers', id: row },
      })
    })

    test('what receipts quote of a removed row goes with its tombstone', async () => {
      const [client, mutationId, row] = [freshId(), freshId(), freshId()]
      const quote = {
        table: 'notes' as const,
        id: row,
        field: 'body',
        seen: 'a',
        mine: 'b',
        theirs: 'secret',
      }
      const refs = [{ table: 'notes' as const, id: row }]
      const conflict = { reason: 'changed-since' as const, fields: [quote] }
      const verdict = { kind: 'conflict' as const, conflict, refs }
      const held = { mutationId, authorId: freshId(), verdict, isReplayed: false, acceptedAtMs: 4 }
      await write(tx => tx.putReceipts(client, [held]))
      await publish([rowChange({ id: row }, { kind: 'tombstone', table: 'notes', groupId: freshId() })], 10)
      await write(tx => tx.purgeFeed(10))
      const found = () => write(tx => tx.receipts(client, [mutationId]))
      expect(await found()).toEqual([held])
      await write(tx => tx.purgeFeed(11))
      expect(await found()).toEqual([{ ...held, verdict: { kind: 'gone', table: 'notes', id: row } }])
    })

    test('audiences are kept by customer; an empty one counts as none', async () => {
      const [a, b, c] = [freshId(), freshId(), freshId()]
      await write(tx =>
        tx.setAudiences(
          new Map([
            [a, ['all']],
            [b, ['team:1', 'agent:2']],
            [c, []],
          ]),
        ),
      )
      expect(new Map(await read('', tx => tx.audiences([a, b, c, freshId()])))).toEqual(
        new Map([
          [a, ['all']],
          [b, ['team:1', 'agent:2']],
        ]),
      )
      const locked = await write(async tx => {
        const before = await tx.lockAudiences([c, a, freshId()])
        await tx.setAudiences(new Map([[a, ['team:9']]]))
        return new Map(before)
      })
      expect(locked).toEqual(new Map([[a, ['all']]]))
      expect((await read('', tx => tx.audiences([a]))).get(a)).toEqual(['team:9'])
    })

    test('a customer’s group is all of its rows and nobody else’s; its threads say where it belongs', async () => {
      const [mine, other] = [aCustomer({ id: freshId() }), aCustomer({ id: freshId() })]
      const ticket = aTicket({ id: freshId(), customerId: mine.id, number: 12 })
      const threads = [idOf(60), null].map(teamId =>
        aThread({ id: freshId(), ticketId: ticket.id, customerId: mine.id, teamId }),
      )
      const order = anOrder({ customerId: mine.id })
      await write(async tx => {
        await tx.insertRows('customers', [mine, other])
        await tx.insertRows('tickets', [ticket, aTicket({ id: freshId(), customerId: other.id, number: 13 })])
        await tx.insertRows('threads', threads)
        await tx.insertRows('orders', [order])
      })
      const group = await read('', tx => tx.groupRows([mine.id]))
      expect(group).toEqual([
        { table: 'customers', row: mine },
        { table: 'tickets', row: ticket },
        ...threads.map(row => ({ table: 'threads', row })),
        { table: 'orders', row: order },
      ])
      const places = await read('', tx => tx.threadPlaces([mine.id, other.id]))
      const teams = places.map(place => place.teamId ?? '').toSorted()
      expect({ teams, ids: new Set(places.map(place => place.customerId)) }).toEqual({
        teams: ['', idOf(60)],
        ids: new Set([mine.id]),
      })
      const ofTeams = (teamIds: readonly string[]) =>
        read('', tx => tx.ticketsOfTeams({ customerIds: [mine.id, other.id], teamIds }))
      expect([await ofTeams([idOf(60)]), await ofTeams([idOf(61)]), await ofTeams([])]).toEqual([
        new Set([ticket.id]),
        new Set(),
        new Set(),
      ])
    })

    test('who is leaving, marked or complains is for colleagues, and nobody else', async () => {
      const plain = { journeyStage: 'using', health: 80 } as const
      const [calm, leaving, poor, marked, angry, content] = [
        aCustomer({ id: freshId(), ...plain }),
        aCustomer({ id: freshId(), ...plain, journeyStage: 'at-risk' }),
        aCustomer({ id: freshId(), ...plain, health: 12 }),
        aCustomer({ id: freshId(), ...plain }),
        aCustomer({ id: freshId(), ...plain }),
        aCustomer({ id: freshId(), ...plain }),
      ]
      const all = [calm, leaving, poor, marked, angry, content]
      await write(async tx => {
        await tx.insertRows('customers', all)
        await tx.insertRows('portraits', [aPortrait({ id: marked.id, customerId: marked.id, isVip: true })])
        await tx.insertRows('complaints', [
          aComplaint({ id: freshId(), customerId: angry.id, closedAtMs: null }),
          aComplaint({ id: freshId(), customerId: content.id, closedAtMs: 5 }),
        ])
      })
      const found = await read('', tx => tx.forColleagues([...all.map(({ id }) => id), freshId()]))
      expect(found).toEqual(new Set([leaving.id, poor.id, marked.id, angry.id]))
    })

    test('an organisation is seen by whoever sees one of its customers', async () => {
      const [seen, unseen, empty] = [freshId(), freshId(), freshId()]
      const [mine, other] = [
        aCustomer({ id: freshId(), organisationId: seen }),
        aCustomer({ id: freshId(), organisationId: unseen }),
      ]
      await write(async tx => {
        await tx.insertRows('customers', [mine, other])
        await tx.setAudiences(
          new Map([
            [mine.id, ['team:a', 'team:b']],
            [other.id, ['team:c']],
          ]),
        )
      })
      const found = (keys: readonly string[]) =>
        read('', tx => tx.organisationsSeen({ ids: [seen, unseen, empty], keys }))
      expect([await found(['team:b']), await found(['team:d']), await found([])]).toEqual([
        new Set([seen]),
        new Set(),
        new Set(),
      ])
    })

    test('a known issue is counted by tickets, customers and open support, once each', async () => {
      const issue = aKnownIssue({ id: freshId() })
      const unknown = freshId()
      const customerIds = [freshId(), freshId()]
      const tickets = [0, 0, 1].map((owner, index) =>
        aTicket({ id: freshId(), customerId: customerIds[owner] ?? '', number: index + 21 }),
      )
      const states = ['open', 'solved', 'pending'] as const
      const place = (index: number) => {
        const { id: ticketId, customerId } = tickets[index] ?? aTicket()
        return { ticketId, customerId }
      }
      await write(async tx => {
        await tx.insertRows('knownIssues', [issue])
        await tx.insertRows(
          'customers',
          customerIds.map(id => aCustomer({ id })),
        )
        await tx.insertRows('tickets', tickets)
        await tx.insertRows(
          'threads',
          states.map((state, index) => aThread({ id: freshId(), ...place(index), kind: 'support', state })),
        )
        await tx.insertRows('issueLinks', [
          ...[0, 1, 2].map(index => anIssueLink({ ...place(index), issueId: issue.id })),
          anIssueLink({ ...place(0), issueId: issue.id }),
        ])
      })
      const counts = await read('', tx => tx.issueCounts([issue.id, unknown]))
      expect(counts.get(issue.id)).toEqual({ ticketCount: 3, customerCount: 2, openTicketCount: 2 })
      expect(counts.get(unknown)).toEqual({ ticketCount: 0, customerCount: 0, openTicketCount: 0 })
    })

    test('who else holds a customer: open promises, running leases, and who has fetched it', async () => {
      const agent = anAgent({ id: freshId(), teamIds: [idOf(60)] })
      const [customer, bare] = [aCustomer({ id: freshId() }), aCustomer({ id: freshId(), createdAtMs: 5 })]
      const place = { customerId: customer.id, ticketId: freshId() }
      const keep = aKeep({ agentId: agent.id, customerId: customer.id, untilMs: 900 })
      await write(async tx => {
        await tx.insertRows('agents', [agent])
        await tx.insertRows('customers', [customer, bare])
        await tx.insertRows('leases', [
          aLease({ ...place, agentId: agent.id, untilMs: 200 }),
          aLease({ ...place, agentId: freshId(), untilMs: 100 }),
          aLease({ ...place, agentId: freshId(), untilMs: 300, endedAtMs: 1 }),
        ])
        await tx.insertRows('followUps', [aFollowUp({ id: freshId(), customerId: customer.id })])
        await tx.insertRows('keeps', [keep])
      })
      const holds = await read('', tx => tx.groupHolds([customer.id, bare.id, freshId()], 100))
      expect(holds).toEqual(
        new Map([
          [
            customer.id,
            {
              createdAtMs: customer.createdAtMs,
              isPromised: true,
              lessees: [agent.id],
              keepers: [{ id: agent.id, teamIds: agent.teamIds }],
            },
          ],
          [bare.id, { createdAtMs: 5, isPromised: false, lessees: [], keepers: [] }],
        ]),
      )
      expect(await read('', tx => tx.endedKeeps(899, 10))).toEqual([])
      expect(await read('', tx => tx.endedKeeps(900, 10))).toEqual([keep.id])
      expect(await read('', tx => tx.people())).toEqual([{ id: agent.id, teamIds: agent.teamIds }])
    })

    test('families: up and down from any record, without who does not exist', async () => {
      const [root, double, third, alone] = [freshId(), freshId(), freshId(), freshId()]
      await write(async tx => {
        await tx.insertRows('customers', [
          aCustomer({ id: root }),
          aCustomer({ id: double, mergedIntoId: root }),
          aCustomer({ id: third, mergedIntoId: double }),
          aCustomer({ id: alone, mergedIntoId: freshId() }),
        ])
      })
      const found = await read('', tx => tx.families([third, root, alone, freshId()]))
      const family = [root, double, third].toSorted()
      expect(found).toEqual(
        new Map([
          [third, family],
          [root, family],
          [alone, [alone]],
        ]),
      )
    })

    test('limits of agents, ages that pass a limit, and sizes by audience', async () => {
      const [own, capped] = [anAgent({ id: freshId() }), anAgent({ id: freshId() })]
      const policy = aScopePolicy({ id: own.id, agentId: own.id, days: 30, withoutTeamIds: [idOf(60)] })
      const limits = { days: null, megabytes: null, isGuest: false, withoutTeamIds: [], cap: null }
      await write(async tx => {
        await tx.insertRows('agents', [own, capped, anAgent({ id: freshId() })])
        await tx.insertRows('scopePolicies', [policy, aScopePolicy()])
        await tx.setAgentCap(capped.id, 90)
      })
      expect(await read('', tx => tx.agentLimits())).toEqual(
        new Map([
          [own.id, { ...limits, days: 30, withoutTeamIds: [idOf(60)] }],
          [capped.id, { ...limits, cap: 90 }],
        ]),
      )
      expect((await read('', tx => tx.viewer(capped.id))).limits.cap).toBe(90)
      const day = 86_400_000
      const now = 400 * day
      const customers = [8, 31, 33].map(() => aCustomer({ id: freshId(), createdAtMs: now }))
      const threads = [8, 31, 33].map((days, index) =>
        aThread({
          id: freshId(),
          ticketId: freshId(),
          customerId: customers[index]?.id ?? '',
          state: 'solved',
          lastActivityAtMs: now - days * day,
        }),
      )
      const message = aMessage({
        id: freshId(),
        customerId: customers[0]?.id ?? '',
        bodyText: 'ä',
        bodyHtml: 'b',
      })
      await write(async tx => {
        await tx.insertRows('customers', customers)
        await tx.insertRows('threads', threads)
        await tx.insertRows('messages', [message])
        await tx.setAudiences(new Map([[customers[0]?.id ?? '', ['all', 'team:x']]]))
        await tx.setScope({ scopeDays: 60, scopeAlsoTeamIds: ['a'], scopeAsOfMs: 7, scopeVersion: 3 })
      })
      const aged = await read('', tx => tx.agedCustomers({ fromMs: now, toMs: now - 2 * day }))
      // 8 days pass 7, 31 days pass 30; 33 days pass nothing between these moments.
      expect(aged).toEqual([customers[0]?.id, customers[1]?.id])
      expect(await read('', tx => tx.audienceSizes())).toEqual([{ keys: ['all', 'team:x'], bytes: 1503 }])
      expect(await read('', tx => tx.settings())).toMatchObject({
        scopeDays: 60,
        scopeAlsoTeamIds: ['a'],
        scopeAsOfMs: 7,
        scopeVersion: 3,
        scopeMayFetch: 'own',
      })
    })

    test('own tickets: the agent’s unsolved work first, then the teams’, newest activity first', async () => {
      const [me, team] = [freshId(), freshId()]
      const thread = (lastActivityAtMs: number, fields: object) =>
        aThread({ id: freshId(), customerId: freshId(), ticketId: freshId(), lastActivityAtMs, ...fields })
      const old = thread(1, { assigneeId: me })
      const recent = thread(5, { assigneeId: me, state: 'snoozed' })
      const ofTeam = thread(9, { teamId: team })
      const others = [
        thread(10, { assigneeId: me, state: 'solved' }),
        thread(11, {}),
        thread(12, { teamId: freshId() }),
      ]
      const again = { ...thread(2, { teamId: team }), ticketId: old.ticketId, customerId: old.customerId }
      await write(tx => tx.insertRows('threads', [...others, again, ofTeam, old, recent]))
      const own = (limit: number) => read('', tx => tx.ownTickets({ agentId: me, teamIds: [team], limit }))
      const named = ({ ticketId, customerId }: typeof old) => ({ ticketId, customerId })
      expect(await own(10)).toEqual([recent, old, ofTeam].map(named))
      expect(await own(1)).toEqual([named(recent)])
    })

    test('customers in scope are paged by id, from one of them on', async () => {
      const ids = Array.from({ length: 6 }, freshId)
      const audience = (index: number): string[] => (index % 3 === 0 ? ['team:y'] : ['all', 'team:x'])
      await write(tx => tx.setAudiences(new Map(ids.map((id, index) => [id, audience(index)]))))
      const page = (from: string, limit: number, keys = ['team:x', 'agent:me']) =>
        read('', tx => tx.visibleCustomers({ keys, from, limit }))
      const seen = [ids[1], ids[2], ids[4], ids[5]]
      expect(await page('', 10)).toEqual(seen)
      expect(await page('', 2)).toEqual(seen.slice(0, 2))
      expect(await page(ids[2] ?? '', 2)).toEqual(seen.slice(1, 3))
      expect(await page('', 10, ['team:z'])).toEqual([])
    })

    test('customers are paged by id', async () => {
      const ids = Array.from({ length: 5 }, freshId)
      await write(tx =>
        tx.insertRows(
          'customers',
          ids.toReversed().map(id => aCustomer({ id })),
        ),
      )
      const page = (after: string) => read('', tx => tx.customerIds({ after, limit: 3 }))
      expect(await page('')).toEqual(ids.slice(0, 3))
      expect(await page(ids[2] ?? '')).toEqual(ids.slice(3))
    })

    describeShelf(() => harness)

    const readPart = async (query: Partial<Parameters<HubTx['snapshotRows']>[0]>) => {
      const { lines, count, last, isEnd } = await read('', tx =>
        tx.snapshotRows({
          table: 'customers',
          after: { customerId: '', id: '' },
          limit: 10,
          of: { kind: 'all' },
          agentId: '',
          ...query,
        }),
      )
      const parsed = lines.map(line => JSON.parse(line) as unknown[])
      expect(parsed).toHaveLength(count)
      return { parsed, ids: parsed.map(values => values[0]), last, isEnd }
    }

    test('a snapshot part is lines of values in registry order, cut by id, of private rows the owner’s', async () => {
      const me = freshId()
      const customers = Array.from({ length: 4 }, () => aCustomer({ id: freshId(), facts: 'says "hi"\n' }))
      const [a, b] = customers.map(row => row.id)
      const drafts = [aDraft({ agentId: me }), aDraft()]
      await write(async tx => {
        await tx.insertRows('customers', customers)
        await tx.insertRows('drafts', drafts)
      })
      const all = await readPart({})
      const columns = Object.keys(tables.customers.columns)
      expect(
        all.parsed.map(values => Object.fromEntries(columns.map((column, index) => [column, values[index]]))),
      ).toEqual(customers)
      expect(all.isEnd).toBe(true)
      const first = await readPart({ limit: 2 })
      expect([first.ids, first.last, first.isEnd]).toEqual([[a, b], { customerId: '', id: b }, false])
      expect((await readPart({ limit: 2, after: first.last })).ids).toEqual(
        customers.slice(2).map(row => row.id),
      )
      const behind = { customerId: '', id: customers[3]?.id ?? '' }
      expect(await readPart({ after: behind })).toMatchObject({ ids: [], last: behind, isEnd: true })
      for (const kind of ['customers', 'tickets'] as const)
        expect(
          (await readPart({ table: 'drafts', agentId: me, of: { kind, customerIds: [], tickets: [] } })).ids,
        ).toEqual([drafts[0]?.id])
    })

    test('parts of some customers come one customer after the other, cut anywhere', async () => {
      const [a, b, c] = [freshId(), freshId(), freshId()]
      const ticketOf = (customerId: string) => aTicket({ id: freshId(), customerId, number: null })
      // Made in an order that is not the customers'.
      const rows = [c, b, a, c, b, a].map(ticketOf)
      await write(tx => tx.insertRows('tickets', rows))
      const of = { kind: 'customers', customerIds: [a, c] } as const
      const expected = [a, c].flatMap(id => rows.filter(row => row.customerId === id).map(row => row.id))
      expect(await readPart({ table: 'tickets', of })).toMatchObject({ ids: expected, isEnd: true })
      for (const limit of [1, 2, 3]) {
        const ids: unknown[] = []
        let after = { customerId: '', id: '' }
        for (let isEnd = false; !isEnd;) {
          const part = await readPart({ table: 'tickets', of, limit, after })
          ids.push(...part.ids)
          ;({ last: after, isEnd } = part)
        }
        expect(ids).toEqual(expected)
      }
      const people = [a, b, c].map(id => aCustomer({ id }))
      await write(tx => tx.insertRows('customers', people))
      expect((await readPart({ of, after: { customerId: a, id: a } })).ids).toEqual([c])
    })

    test('parts of some tickets hold their rows and what belongs to their people', async () => {
      const [a, b] = [freshId(), freshId()]
      const own = aTicket({ id: freshId(), customerId: a, number: null })
      const other = aTicket({ id: freshId(), customerId: a, number: null })
      const foreign = aTicket({ id: freshId(), customerId: b, number: null })
      const tickets = [own, other, foreign]
      const messages = tickets.map(({ id, customerId }) =>
        aMessage({ id: freshId(), ticketId: id, customerId }),
      )
      await write(async tx => {
        await tx.insertRows(
          'customers',
          [a, b].map(id => aCustomer({ id })),
        )
        await tx.insertRows('tickets', tickets)
        await tx.insertRows('messages', messages)
      })
      const of = { kind: 'tickets', tickets: [{ ticketId: own.id, customerId: a }] } as const
      const idsOf = async (table: TableName) => (await readPart({ table, of })).ids
      expect(await idsOf('tickets')).toEqual([own.id])
      expect(await idsOf('messages')).toEqual([messages[0]?.id])
      expect(await idsOf('customers')).toEqual([a])
    })

    test('settings, policy, epoch, stamps and agent are seen at one look', async () => {
      const agent = anAgent()
      await write(tx => tx.insertRows('agents', [agent]))
      const before = await read('', tx => tx.viewer(agent.id))
      expect(before).toMatchObject({ agent, agentStamp: 0, head: { seq: 0, horizonSeq: 0 } })
      expect(before.settings).toEqual(await read('', tx => tx.settings()))
      await write(async tx => {
        await tx.setScope({ scopePolicy: 'teams' })
        await tx.setEpoch('epoch two')
        await tx.bumpScopeStamp(agent.id)
        await tx.bumpScopeStamp(agent.id)
        await tx.bumpScopeStamp(null)
      })
      await publish([rowChange(agent, { table: 'agents', groupId: null })])
      const after = await read('', tx => tx.viewer(agent.id))
      const { scopeStamp } = before.settings
      expect(after).toMatchObject({
        settings: { scopePolicy: 'teams', epoch: 'epoch two', scopeStamp: scopeStamp + 1 },
        agentStamp: 2,
        head: { seq: 1 },
      })
      expect(await read('', tx => tx.agentStamp(agent.id))).toBe(2)
      expect(await read('', tx => tx.viewer(freshId()))).toMatchObject({ agent: null, agentStamp: 0 })
    })

    test('what waits for a channel is in doubt, of this workspace only, and nothing else is', async () => {
      const rows = (['queued', 'accepted', 'unknown', 'none'] as const).map(delivery =>
        aMessage({ id: freshId(), delivery, direction: 'out' }),
      )
      await write(tx => tx.insertRows('messages', rows))
      await write(tx => tx.doubtQueued(1))
      const ids = rows.map(({ id }) => id)
      const found = await read('', tx => tx.rows('messages', ids))
      expect(ids.map(id => found.find(row => row.id === id)?.['delivery'])).toEqual([
        'unknown',
        'accepted',
        'unknown',
        'none',
      ])
    })

    test('the ticket counter stays with a transaction until its end', async () => {
      const take = (): Promise<number> =>
        write(async tx => {
          const next = (await tx.lockTicketCounter()) + 1
          await tx.setTicketCounter(next)
          return next
        })
      const given = await Promise.all(Array.from({ length: 6 }, take))
      expect(given.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6])
    })

    test('blobs are missing until they are whole, and gone once their customer is erased', async () => {
      const blob = { customerId: freshId(), sha256: 'b'.repeat(64) }
      const missing = () => read('', tx => tx.missingBlobs([blob]))
      expect(await missing()).toEqual([blob])
      await harness.addBlob(blob)
      expect(await missing()).toEqual([])
      expect(await read('', tx => tx.missingBlobs([{ ...blob, customerId: freshId() }]))).toHaveLength(1)
      await write(tx => tx.eraseBlobs(blob.customerId))
      expect(await missing()).toEqual([blob])
    })
  })
}

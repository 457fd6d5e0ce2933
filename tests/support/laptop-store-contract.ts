import { beforeEach, describe, expect, test } from 'vitest'
import type { WireRow } from '../../shared/domain/codec.ts'
import { AppError } from '../../shared/errors.ts'
import type { LaptopStore } from '../../main/data/sync/store.ts'
import { lookupId } from '../../main/data/sync/outbox-store.ts'
import type { Link, NewEntry } from '../../main/data/sync/outbox-store.ts'
import { NOW_MS } from './builders.ts'
import { sampleId, sampleRow } from './sample-row.ts'

export const sampleEntry = (fields: Partial<NewEntry> = {}): NewEntry => ({
  mutationId: sampleId(),
  groupId: null,
  author: sampleId(),
  name: 'ticket.tag',
  args: { tag: 'vip' },
  protocol: 1,
  nowMs: 1_000,
  isQuiet: false,
  coalesceKey: null,
  ticketId: null,
  customerId: null,
  heldUntilMs: null,
  undo: [],
  ...fields,
})

/** What every storage of a laptop must do alike: SQLite in the product, maps in the simulator. */
export function describeLaptopStore(name: string, open: () => LaptopStore): void {
  describe(`laptop store on ${name}`, () => {
    let store: LaptopStore
    const inTx = <T>(work: () => T): T => store.transaction('durable', work)
    beforeEach(() => {
      store = open()
    })

    describe('rows', () => {
      test('a put row comes back with its version, unknown keys and unknown values included', () => {
        const row = { ...sampleRow('threads'), state: 'frozen', mood: { colour: 'blue' } }
        inTx(() => store.rows.put('threads', row, 7))
        expect(store.rows.get('threads', row.id)).toEqual({ row, version: 7 })
      })

      test('the version alone is told without the row', () => {
        const row = sampleRow('threads')
        expect(store.rows.version('threads', row.id)).toBe(null)
        inTx(() => store.rows.put('threads', row, 7))
        expect(store.rows.version('threads', row.id)).toBe(7)
        inTx(() => store.rows.remove('threads', row.id))
        expect(store.rows.version('threads', row.id)).toBe(null)
      })

      test('putting again replaces the whole row', () => {
        const row = { ...sampleRow('teams'), extra: 1 }
        const { id } = row
        inTx(() => store.rows.put('teams', row, 1))
        const next = sampleRow('teams', { id, name: 'Second line' })
        inTx(() => store.rows.put('teams', next, 2))
        expect(store.rows.get('teams', id)).toEqual({ row: next, version: 2 })
      })

      test('values of every kind survive: null, flags, JSON, empty text, large numbers', () => {
        const row = sampleRow('messages', {
          from: { name: null, address: 'maria@example.com' },
          to: [{ name: 'Desk', address: 'desk@example.com' }],
          bodyText: '',
          writtenAtMs: 9_007_199_254_740_991,
          seq: null,
        })
        inTx(() => store.rows.put('messages', row, 1))
        expect(store.rows.get('messages', row.id)?.row).toEqual(row)
      })

      test('a patch writes only its fields and leaves version and unknown keys', () => {
        const row = { ...sampleRow('threads', { priority: 'low' }), mood: 'blue' }
        inTx(() => store.rows.put('threads', row, 3))
        inTx(() => store.rows.patch('threads', row.id, { priority: 'urgent' }))
        expect(store.rows.get('threads', row.id)).toEqual({ row: { ...row, priority: 'urgent' }, version: 3 })
      })

      test('what was handed out does not change with the store, and the other way round', () => {
        const row = sampleRow('tickets', { tags: ['a'] })
        inTx(() => store.rows.put('tickets', row, 1))
        const first = store.rows.get('tickets', row.id)
        ;(row.tags as string[]).push('b')
        inTx(() => store.rows.patch('tickets', row.id, { subject: 'changed' }))
        expect(first?.row['tags']).toEqual(['a'])
        expect(first?.row['subject']).toBe('subject text')
        expect(store.rows.get('tickets', row.id)?.row['tags']).toEqual(['a'])
      })

      test('removing takes the row away; removing again is no error', () => {
        const row = sampleRow('notes')
        inTx(() => store.rows.put('notes', row, 1))
        inTx(() => store.rows.remove('notes', row.id))
        inTx(() => store.rows.remove('notes', row.id))
        expect(store.rows.get('notes', row.id)).toBeNull()
      })

      test('many finds by equality and above, in order of id, and refuses a column without an index', () => {
        const ticketId = sampleId()
        const rows = [1, 2, 3, null].map(seq => sampleRow('messages', { ticketId, seq }))
        inTx(() => {
          for (const row of rows.toReversed()) store.rows.put('messages', row, 1)
          store.rows.put('messages', sampleRow('messages', { seq: 9 }), 1)
        })
        const found = store.rows.many({ table: 'messages', where: { ticketId }, above: null })
        expect(found.map(({ row }) => row['id'])).toEqual(rows.map(({ id }) => id))
        const above = store.rows.many({
          table: 'messages',
          where: { ticketId },
          above: { column: 'seq', value: 1 },
        })
        expect(above.map(({ row }) => row['seq'])).toEqual([2, 3])
        expect(() =>
          store.rows.many({ table: 'messages', where: { delivery: 'none' }, above: null }),
        ).toThrow(AppError)
      })

      test('a group lists every row of a customer and no other', () => {
        const customer = sampleRow('customers')
        const ticket = sampleRow('tickets', { customerId: customer.id })
        const order = sampleRow('orders', { customerId: customer.id })
        inTx(() => {
          store.rows.put('customers', customer, 1)
          store.rows.put('customers', sampleRow('customers'), 1)
          store.rows.put('tickets', ticket, 1)
          store.rows.put('orders', order, 1)
          store.rows.put('orders', sampleRow('orders'), 1)
        })
        expect(store.rows.ofGroup(customer.id).toSorted((a, b) => (a.table < b.table ? -1 : 1))).toEqual([
          { table: 'customers', id: customer.id },
          { table: 'orders', id: order.id },
          { table: 'tickets', id: ticket.id },
        ])
      })

      test('rows of a table go together, and customers with everything they have', () => {
        const [a, b, c] = [sampleRow('customers'), sampleRow('customers'), sampleRow('customers')]
        const of = (row: WireRow, ...names: ('tickets' | 'messages' | 'orders')[]) =>
          names.map(table => ({ table, row: sampleRow(table, { customerId: String(row['id']) }) }))
        const rows = [...of(a, 'tickets', 'messages'), ...of(b, 'orders', 'messages'), ...of(c, 'messages')]
        inTx(() => {
          for (const row of [a, b, c]) store.rows.put('customers', row, 1)
          for (const { table, row } of rows) store.rows.put(table, row, 1)
        })
        inTx(() => store.rows.removeGroups([a.id, c.id, sampleId()]))
        const left = rows.filter(({ table, row }) => store.rows.get(table, row.id))
        expect(left).toEqual(rows.filter(({ row }) => row.customerId === b.id))
        expect([a, b, c].map(({ id }) => store.rows.version('customers', id))).toEqual([null, 1, null])
        inTx(() => store.rows.removeMany('messages', [...rows.map(({ row }) => row.id), sampleId()]))
        expect(store.rows.ofGroup(b.id).map(({ table }) => table)).toEqual(
          expect.arrayContaining(['customers', 'orders']),
        )
        expect(store.rows.ofGroup(b.id)).toHaveLength(2)
      })

      test('customers leave lists with their threads, and all else of them stays for now', () => {
        const [a, b] = [sampleRow('customers'), sampleRow('customers')]
        const of = (row: WireRow, table: 'tickets' | 'threads') =>
          sampleRow(table, { customerId: String(row['id']) })
        const rows = [a, b].flatMap(row => [
          { table: 'tickets' as const, row: of(row, 'tickets') },
          { table: 'threads' as const, row: of(row, 'threads') },
        ])
        inTx(() => {
          for (const row of [a, b]) store.rows.put('customers', row, 1)
          for (const { table, row } of rows) store.rows.put(table, row, 1)
        })
        inTx(() => store.rows.removeHeads([a.id]))
        const tablesOf = ({ id }: WireRow) => store.rows.ofGroup(String(id)).map(({ table }) => table)
        expect(tablesOf(a)).toEqual(['tickets'])
        expect(tablesOf(b).toSorted()).toEqual(['customers', 'threads', 'tickets'])
      })

      test('pages of older rows lead through the whole table, and end', () => {
        const rows = Array.from({ length: 5 }, () => sampleRow('teams'))
        inTx(() => {
          for (const [index, row] of rows.entries()) store.rows.put('teams', row, index === 2 ? 9 : 1)
        })
        const found: string[] = []
        for (let after: string | null = ''; after !== null;) {
          const page = store.rows.olderThan({ table: 'teams', version: 5, after, limit: 2 })
          found.push(...page.ids)
          after = page.next
        }
        expect(found).toEqual(rows.filter((_, index) => index !== 2).map(({ id }) => id))
      })

      test('older rows are listed by id in pages; rows made here never are', () => {
        const rows = [sampleRow('teams'), sampleRow('teams'), sampleRow('teams'), sampleRow('teams')]
        inTx(() => {
          for (const [index, version] of [4, 0, 9, 5].entries())
            store.rows.put('teams', rows[index] as WireRow, version)
        })
        const older = (after: string, limit: number): readonly string[] =>
          store.rows.olderThan({ table: 'teams', version: 9, after, limit }).ids
        expect(older('', 10)).toEqual([rows[0]?.id, rows[3]?.id])
        expect(older('', 1)).toEqual([rows[0]?.id])
        expect(older(rows[0]?.id ?? '', 10)).toEqual([rows[3]?.id])
      })

      test('rows of one version get the one before, whatever pages they are looked at in', () => {
        const rows = [3, 7, 7, 8, 0].map(version => ({ row: sampleRow('teams'), version }))
        const key = { table: 'teams', id: sampleId() } as const
        inTx(() => {
          for (const { row, version } of rows) store.rows.put('teams', row, version)
          store.shadows.put(key, { row: sampleRow('teams', { id: key.id }), version: 7 })
        })
        inTx(() => {
          store.shadows.lower(7)
          for (let after: string | null = ''; after !== null;)
            after = store.rows.lower({ table: 'teams', version: 7, after })
        })
        expect(rows.map(({ row }) => store.rows.get('teams', row.id)?.version)).toEqual([3, 6, 6, 8, 0])
        expect(store.shadows.get(key)?.version).toBe(6)
      })

      test('after a change of epoch every version of the hub is older than any new one', () => {
        const [known, made] = [sampleRow('teams'), sampleRow('teams')]
        inTx(() => {
          store.rows.put('teams', known, 500)
          store.rows.put('teams', made, 0)
          store.shadows.put({ table: 'teams', id: known.id }, { row: known, version: 500 })
          store.rows.forgetVersions()
        })
        expect(store.rows.get('teams', known.id)?.version).toBe(-1)
        expect(store.rows.get('teams', made.id)?.version).toBe(0)
        expect(store.shadows.get({ table: 'teams', id: known.id })?.version).toBe(-1)
      })
    })

    describe('fill', () => {
      const columns = ['name', 'id', 'kind', 'mood']
      const fill = (version: number, ...rows: (readonly unknown[])[]): void =>
        inTx(() => store.rows.fill({ table: 'teams', columns, rows, version }))

      test('puts rows given as values in any order of columns, unknown columns included', () => {
        const id = sampleId()
        fill(5, ['Desk', id, null, 'calm'])
        expect(store.rows.get('teams', id)).toEqual({
          row: { id, name: 'Desk', kind: null, mood: 'calm' },
          version: 5,
        })
      })

      test('rows that are newer here stay, older ones are replaced', () => {
        const [older, newer] = [sampleRow('teams'), sampleRow('teams')]
        inTx(() => {
          store.rows.put('teams', older, 4)
          store.rows.put('teams', newer, 6)
        })
        fill(5, ['Filled', older.id, null, null], ['Filled', newer.id, null, null])
        expect(store.rows.get('teams', older.id)?.row['name']).toBe('Filled')
        expect(store.rows.get('teams', newer.id)).toEqual({ row: newer, version: 6 })
      })

      test('a value that does not fit refuses the part and nothing is put', () => {
        const id = sampleId()
        expect(() => fill(5, ['Desk', id, null, null], [12, sampleId(), null, null])).toThrow(AppError)
        expect(store.rows.get('teams', id)).toBeNull()
        expect(() =>
          inTx(() => store.rows.fill({ table: 'teams', columns: ['id'], rows: [[id]], version: 1 })),
        ).toThrow(AppError)
      })
    })

    test('a transaction that throws leaves nothing behind, one inside another included', () => {
      const row = sampleRow('teams')
      expect(() =>
        inTx(() => {
          store.rows.put('teams', row, 1)
          inTx(() => store.outbox.append(sampleEntry(), []))
          throw new Error('broken')
        }),
      ).toThrow('broken')
      expect(store.rows.get('teams', row.id)).toBeNull()
      expect(store.outbox.isEmpty()).toBe(true)
    })

    test('shadows are found by what stands on them now', () => {
      const [mine, other] = [sampleRow('notes'), sampleRow('notes')]
      const look = { table: 'notes', column: 'ticketId', value: String(mine.ticketId) } as const
      inTx(() => {
        for (const row of [mine, other]) store.rows.put('notes', row, 3)
        store.shadows.put({ table: 'notes', id: other.id }, { row: mine, version: 3 })
      })
      expect(store.shadows.under(look)).toEqual([])
      expect([store.shadows.isIn('notes'), store.shadows.isIn('tickets')]).toEqual([true, false])
      inTx(() => store.shadows.put({ table: 'notes', id: mine.id }, { row: null, version: 0 }))
      expect(store.shadows.under(look)).toEqual([mine.id])
      inTx(() => store.rows.remove('notes', mine.id))
      expect(store.shadows.under(look)).toEqual([])
    })

    test('bases a snapshot has not named are found, those made here are not', () => {
      const ids = [3, 9, 0, -1, 4].map(version => ({ version, id: sampleId() }))
      inTx(() => {
        for (const { version, id } of ids) {
          const row = version === 4 ? null : sampleRow('notes', { id })
          store.shadows.put({ table: 'notes', id }, { row, version })
        }
      })
      const found = store.shadows.olderThan(9)
      const wanted = ids.filter(({ version }) => version === 3 || version === -1)
      expect(found).toEqual(wanted.map(({ id }) => ({ table: 'notes', id })))
    })

    test('shadows keep truth and absence', () => {
      const key = { table: 'teams', id: sampleId() } as const
      expect(store.shadows.isEmpty()).toBe(true)
      inTx(() => store.shadows.put(key, { row: null, version: 0 }))
      expect(store.shadows.get(key)).toEqual({ row: null, version: 0 })
      const row = sampleRow('teams', { id: key.id })
      inTx(() => store.shadows.put(key, { row, version: 8 }))
      expect(store.shadows.get(key)).toEqual({ row, version: 8 })
      inTx(() => store.shadows.drop(key))
      expect(store.shadows.get(key)).toBeNull()
      expect(store.shadows.isEmpty()).toBe(true)
    })

    describe('outbox', () => {
      test('entries keep their order and their links, and come in pages', () => {
        const id = sampleId()
        const links: readonly Link[] = [
          { table: 'threads', id, writes: ['state', 'solvedAtMs'] },
          { table: 'events', id: sampleId(), writes: 'whole' },
          { table: 'tickets', id: sampleId(), writes: 'none' },
        ]
        const made = inTx(() => [
          store.outbox.append(sampleEntry(), links),
          store.outbox.append(sampleEntry(), []),
          store.outbox.append(sampleEntry(), [{ table: 'threads', id, writes: 'none' }]),
        ])
        expect(made.map(({ state, attempts, wasSent }) => [state, attempts, wasSent])).toEqual(
          made.map(() => ['pending', 0, false]),
        )
        const [first, second] = store.outbox.page(0, 2)
        expect([first?.mutationId, second?.mutationId]).toEqual([made[0]?.mutationId, made[1]?.mutationId])
        expect(new Set(first?.links)).toEqual(new Set(links))
        expect(store.outbox.page(second?.seq ?? 0, 9).map(({ mutationId }) => mutationId)).toEqual([
          made[2]?.mutationId,
        ])
        expect(store.outbox.onRow('threads', id)).toEqual([
          { mutationId: made[0]?.mutationId, seq: made[0]?.seq, writes: ['state', 'solvedAtMs'] },
          { mutationId: made[2]?.mutationId, seq: made[2]?.seq, writes: 'none' },
        ])
      })

      test('an entry can be changed, linked anew and taken away with its links', () => {
        const { mutationId } = inTx(() =>
          store.outbox.append(sampleEntry(), [{ table: 'teams', id: 'a', writes: 'none' }]),
        )
        inTx(() => {
          store.outbox.update(mutationId, {
            args: { tag: 'x' },
            state: 'parked',
            attempts: 3,
            nextAttemptAtMs: 77,
            wasSent: true,
            verdict: { kind: 'rejected', code: 'not-allowed' },
          })
          store.outbox.relink(mutationId, [{ table: 'teams', id: lookupId('name', 'b'), writes: 'none' }])
        })
        expect(store.outbox.get(mutationId)).toMatchObject({
          args: { tag: 'x' },
          state: 'parked',
          attempts: 3,
          nextAttemptAtMs: 77,
          wasSent: true,
          verdict: { kind: 'rejected', code: 'not-allowed' },
        })
        expect(store.outbox.onRow('teams', 'a')).toEqual([])
        expect(store.outbox.linksOf(mutationId)).toEqual([{ table: 'teams', id: '?name=b', writes: 'none' }])
        inTx(() => store.outbox.remove(mutationId))
        expect(store.outbox.get(mutationId)).toBeNull()
        expect(store.outbox.onRow('teams', '?name=b')).toEqual([])
      })

      test('an entry gets a new id under its old place, as if it had never left', () => {
        const links: readonly Link[] = [{ table: 'teams', id: 'a', writes: ['name'] }]
        const [first, second] = inTx(() => [
          store.outbox.append(sampleEntry(), links),
          store.outbox.append(sampleEntry(), []),
        ])
        const newId = sampleId()
        inTx(() => {
          store.outbox.update(first?.mutationId ?? '', {
            state: 'parked',
            attempts: 4,
            wasSent: true,
            verdict: { kind: 'rejected', code: 'not-allowed' },
          })
          store.outbox.renew(first?.mutationId ?? '', newId, { tag: 'again' })
        })
        expect(store.outbox.get(first?.mutationId ?? '')).toBeNull()
        expect(store.outbox.page(0, 9).map(({ mutationId }) => mutationId)).toEqual([
          newId,
          second?.mutationId,
        ])
        expect(store.outbox.page(0, 1)[0]).toMatchObject({
          seq: first?.seq,
          args: { tag: 'again' },
          state: 'pending',
          attempts: 0,
          wasSent: false,
          verdict: null,
          links,
        })
        expect(store.outbox.onRow('teams', 'a')[0]?.mutationId).toBe(newId)
      })

      test('a place is never given twice', () => {
        const first = inTx(() => store.outbox.append(sampleEntry(), []))
        inTx(() => store.outbox.remove(first.mutationId))
        const second = inTx(() => store.outbox.append(sampleEntry(), []))
        expect(second.seq).toBeGreaterThan(first.seq)
      })

      test('newest by key, by group, parked, and the tally', () => {
        const groupId = sampleId()
        const [a, b] = inTx(() => [
          store.outbox.append(sampleEntry({ coalesceKey: 'k', groupId, nowMs: 50 }), []),
          store.outbox.append(sampleEntry({ coalesceKey: 'k', groupId, nowMs: 40 }), []),
          store.outbox.append(sampleEntry({ isQuiet: true, nowMs: 10 }), []),
        ])
        expect(store.outbox.newestWithKey('k')?.mutationId).toBe(b?.mutationId)
        expect(store.outbox.newestWithKey('other')).toBeNull()
        expect(store.outbox.ofGroup(groupId).map(({ seq }) => seq)).toEqual([a?.seq, b?.seq])
        expect(store.outbox.tally()).toEqual({ waiting: 2, oldestWaitingAtMs: 40, attention: 0 })
        inTx(() => {
          for (const entry of [a, b]) store.outbox.update(entry?.mutationId ?? '', { state: 'parked' })
        })
        expect(store.outbox.parked().map(({ seq }) => seq)).toEqual([a?.seq, b?.seq])
        expect(store.outbox.tally()).toEqual({ waiting: 0, oldestWaitingAtMs: null, attention: 1 })
      })

      test('of decided private work with one key only the newest is kept', () => {
        const save = (body: string) => {
          const entry = store.outbox.append(
            sampleEntry({ isQuiet: true, coalesceKey: 'draft', args: { body } }),
            [],
          )
          store.outbox.keepDone(entry, 100)
          store.outbox.remove(entry.mutationId)
        }
        inTx(() => ['first', 'second', 'third'].forEach(save))
        expect(store.outbox.doneSince(0).map(({ args }) => args)).toEqual([{ body: 'third' }])
      })

      test('decided entries are kept for the horizon and can go again under their old place', () => {
        const links: readonly Link[] = [{ table: 'teams', id: 'a', writes: ['name'] }]
        const [first, second] = inTx(() => [
          store.outbox.append(sampleEntry(), links),
          store.outbox.append(sampleEntry(), []),
        ])
        if (!first || !second) throw new Error('not appended')
        inTx(() => {
          for (const [entry, atMs] of [
            [first, 100],
            [second, 200],
          ] as const) {
            store.outbox.keepDone(entry, atMs)
            store.outbox.remove(entry.mutationId)
          }
        })
        expect(
          store.outbox.doneSince(100).map(({ mutationId, acceptedAtMs }) => [mutationId, acceptedAtMs]),
        ).toEqual([
          [first.mutationId, 100],
          [second.mutationId, 200],
        ])
        expect(store.outbox.doneSince(150)).toHaveLength(1)
        inTx(() => store.outbox.append(sampleEntry(), []))
        inTx(() => store.outbox.reopen(first.mutationId, links))
        expect(store.outbox.page(0, 1)[0]).toMatchObject({
          mutationId: first.mutationId,
          seq: first.seq,
          state: 'pending',
          isReplayed: true,
          wasSent: true,
          links,
        })
        inTx(() => store.outbox.dropDone(second.mutationId))
        expect(store.outbox.getDone(second.mutationId)).toBeNull()
        inTx(() => store.outbox.keepDone(second, 200))
        inTx(() => store.outbox.dropDoneBefore(300))
        expect(store.outbox.doneSince(0)).toEqual([])
      })
    })

    test('customers with unfinished work on a row, or with a draft on a ticket, are held', () => {
      const customers = Array.from({ length: 5 }, () => sampleRow('customers'))
      const tickets = customers.map(({ id }) => sampleRow('tickets', { customerId: id }))
      const [worked, looked, written] = tickets
      const parked = sampleEntry()
      inTx(() => {
        for (const row of customers) store.rows.put('customers', row, 1)
        for (const row of tickets) store.rows.put('tickets', row, 1)
        store.shadows.put({ table: 'tickets', id: worked?.id ?? '' }, { row: null, version: 1 })
        store.rows.put('drafts', sampleRow('drafts', { ticketId: written?.id ?? '' }), 1)
        store.outbox.append(parked, [
          { table: 'tickets', id: looked?.id ?? '', writes: 'none' },
          { table: 'customers', id: customers[3]?.id ?? '', writes: ['name'] },
        ])
        store.outbox.update(parked.mutationId, { state: 'parked' })
      })
      const ids = customers.map(({ id }) => id)
      expect([...store.departures.heldOf(ids)].toSorted()).toEqual(ids.slice(0, 4).toSorted())
      expect([...store.departures.heldOf(ids.slice(2, 3))]).toEqual(ids.slice(2, 3))
      expect([...store.departures.heldOf(ids.slice(4))]).toEqual([])
      expect([...store.outbox.linkedIn('tickets')]).toEqual([looked?.id])
      expect([...store.outbox.linkedIn('notes')]).toEqual([])
    })

    test('departures and state', () => {
      const customer = { kind: 'customer', id: sampleId() } as const
      const row = { kind: 'row', table: 'tickets', id: sampleId() } as const
      inTx(() => {
        store.departures.add(customer)
        store.departures.add(customer)
        store.departures.add(row)
        store.state.set('cursor', 'a')
        store.state.set('cursor', 'b')
        store.state.set('epoch', 'e')
        store.state.set('epoch', null)
      })
      expect(store.departures.list()).toEqual([customer, row])
      inTx(() => store.departures.drop(customer))
      expect(store.departures.list()).toEqual([row])
      expect(store.state.get('cursor')).toBe('b')
      expect(store.state.get('epoch')).toBeNull()
    })

    test('tidying comes to an end', () => {
      let steps = 0
      while (store.tidy(NOW_MS)) steps += 1
      expect(steps).toBeLessThan(1_000)
    })
  })
}

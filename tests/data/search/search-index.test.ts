import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TableName } from '../../../shared/domain/tables.ts'
import { tables } from '../../../shared/domain/tables.ts'
import { SEARCH_TEXT_VERSION, searchQuery, searchText } from '../../../shared/rules/search-text.ts'
import { refreshSearch } from '../../../main/data/db/search-version.ts'
import { documents } from '../../../main/data/search/documents.ts'
import { NOW_MS, aMessage, aNote, aTicket } from '../../support/builders.ts'
import { openLaptopDatabase } from '../../support/laptop-database.ts'
import type { LaptopDatabase } from '../../support/laptop-database.ts'
import { sampleId, sampleRow } from '../../support/sample-row.ts'

let laptop: LaptopDatabase
beforeEach(() => {
  laptop = openLaptopDatabase()
})
afterEach(() => laptop.close())

const sqlName = (table: TableName): string => table.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

/** Ids of rows the index answers for what somebody typed. */
function found(table: TableName, typed: string): readonly string[] {
  const match = searchQuery(typed)
  if (match === null) return []
  const name = sqlName(table)
  return laptop.database.db.handle
    .prepare(
      `SELECT t.id FROM search_${name} s JOIN ${name} t ON t.local_id = s.rowid WHERE search_${name} MATCH ? ORDER BY t.id`,
    )
    .pluck()
    .all(match) as string[]
}
const put = (...bodies: readonly string[]): readonly string[] =>
  laptop.store.transaction('durable', () =>
    bodies.map(bodyText => {
      const row = aMessage({ id: sampleId(), bodyText })
      laptop.store.rows.put('messages', row, 1)
      return row.id
    }),
  )

describe('what is typed finds what was written', () => {
  test.each([
    ['返品の返金はいつですか', '返金'],
    ['返品の返金はいつですか', '返'],
    ['ขอเงินคืนได้ไหม', 'เงินคืน'],
    ['환불 부탁드립니다', '환불'],
    ['The scanner reboots', 'scan'],
    ['The scanner reboots', 'SCANNER rebo'],
    ['Ärger mit der Straße', 'arger strasse'],
    ['Error E-1042 on start', 'e1042'],
    ['Error E-1042 on start', 'E-1042'],
    ['Error E1042 on start', 'e 1042'],
    ['Firmware 2.3.1 is out', '2.3.1'],
    ['It costs 1,249 EUR', '1249'],
    ['Ivan Петров написал', 'петров'],
    ['ＦＵＬＬ width', 'full'],
    ['Two refunds came, one order', '"one order" came'],
    ['返品の返金はいつですか', '"品の返金"'],
  ])('%s by %s', (written, typed) => {
    const [id] = put(written, 'something else altogether')
    expect(found('messages', typed)).toEqual([id])
  })

  test('nothing typed is syntax', () => {
    const [id] = put('say "OR" and NOT (this) AND that*')
    for (const typed of ['"', '(', '*', 'a" OR "b', 'NEAR(', 'text:', '-', 'NOT']) {
      expect(() => found('messages', typed)).not.toThrow()
    }
    expect(found('messages', 'NOT this')).toEqual([id])
  })
})

test('every row whose text holds all the words typed is found', () => {
  const words = [
    'refund',
    'scanner',
    '返金',
    '返品',
    'E-1042',
    'Straße',
    'naïve',
    '2.3.1',
    'order',
    'ordered',
  ]
  const sentence = fc
    .array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 })
    .map(list => list.join(' '))
  const typed = fc
    .array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 })
    .map(list => list.join(' '))
  fc.assert(
    fc.property(
      fc.array(sentence, { minLength: 1, maxLength: 25 }),
      fc.array(typed, { maxLength: 8 }),
      (bodies, queries) => {
        const ids = put(...bodies)
        for (const query of queries) {
          const tokens = searchText(query).split(' ')
          const expected = ids.filter((_id, index) => {
            const own = searchText(bodies[index] ?? '').split(' ')
            // The last word may be unfinished.
            const isBeginning = (token: string): boolean => own.some(each => each.startsWith(token))
            return tokens.every((token, at) =>
              at === tokens.length - 1 ? isBeginning(token) : own.includes(token),
            )
          })
          const answer = found('messages', query)
          expect(expected.filter(id => !answer.includes(id))).toEqual([])
        }
        laptop.store.transaction('durable', () => ids.forEach(id => laptop.store.rows.remove('messages', id)))
      },
    ),
    { numRuns: 40, seed: 11 },
  )
})

test.each([...documents])('%s can be found by each of its searched fields', (table, { fields }) => {
  for (const field of fields) {
    const { kind } = tables[table].columns[field as never] as { kind: string }
    const value =
      kind === 'json'
        ? field === 'fields'
          ? { key: 'quokka' }
          : ['quokka']
        : kind === 'integer'
          ? 987_654
          : 'a quokka'
    const row = sampleRow(table, { [field]: value } as never)
    laptop.store.transaction('durable', () => laptop.store.rows.put(table, row, 1))
    expect(found(table, kind === 'integer' ? '987654' : 'quokka'), `${table}.${field}`).toEqual([row.id])
    laptop.store.transaction('durable', () => laptop.store.rows.remove(table, row.id))
    expect(found(table, kind === 'integer' ? '987654' : 'quokka')).toEqual([])
  }
})

describe('the index follows the rows', () => {
  const note = aNote({ id: sampleId(), body: 'alpha beta' })
  const inTx = (work: () => void): void => laptop.store.transaction('durable', work)

  test('through a patch, a replacement and a removal', () => {
    inTx(() => laptop.store.rows.put('notes', note, 1))
    inTx(() => laptop.store.rows.patch('notes', note.id, { body: 'gamma' }))
    expect([found('notes', 'alpha'), found('notes', 'gamma')]).toEqual([[], [note.id]])
    inTx(() => laptop.store.rows.put('notes', { ...note, body: 'delta' }, 2))
    expect([found('notes', 'gamma'), found('notes', 'delta')]).toEqual([[], [note.id]])
    inTx(() => laptop.store.rows.remove('notes', note.id))
    expect(found('notes', 'delta')).toEqual([])
  })

  test('and a change that is undone leaves it as it was', () => {
    inTx(() => laptop.store.rows.put('notes', note, 1))
    expect(() =>
      inTx(() => {
        laptop.store.rows.patch('notes', note.id, { body: 'gamma' })
        throw new Error('undone')
      }),
    ).toThrow('undone')
    expect([found('notes', 'alpha'), found('notes', 'gamma')]).toEqual([[note.id], []])
  })

  test('a patch of other fields does not touch it', () => {
    const ticket = aTicket({ id: sampleId(), subject: 'alpha' })
    inTx(() => laptop.store.rows.put('tickets', ticket, 1))
    const before = laptop.database.db.handle.prepare('SELECT count(*) FROM search_tickets_data').pluck().get()
    inTx(() => laptop.store.rows.patch('tickets', ticket.id, { lastMessageSeq: 4 }))
    expect(laptop.database.db.handle.prepare('SELECT count(*) FROM search_tickets_data').pluck().get()).toBe(
      before,
    )
    expect(found('tickets', 'alpha')).toEqual([ticket.id])
  })
})

describe('during a first fill', () => {
  const columns = Object.keys(tables.notes.columns)
  const fill = (rows: readonly ReturnType<typeof aNote>[]): void =>
    laptop.store.transaction('relaxed', () =>
      laptop.store.rows.fill({
        table: 'notes',
        columns,
        version: 9,
        rows: rows.map(row => columns.map(key => row[key as never])),
      }),
    )
  const notes = Array.from({ length: 450 }, (_, index) => aNote({ id: sampleId(), body: `omega ${index}` }))

  test('indexing waits, then comes in steps, and rows that change meanwhile are right', () => {
    fill(notes)
    expect(found('notes', 'omega')).toEqual([])
    expect(laptop.store.tidy(NOW_MS)).toBe(true)
    const some = found('notes', 'omega').length
    expect(some).toBeGreaterThan(0)
    expect(some).toBeLessThan(notes.length)
    const [first, last] = [notes[0]?.id ?? '', notes.at(-1)?.id ?? '']
    laptop.store.transaction('durable', () => {
      laptop.store.rows.patch('notes', first, { body: 'changed' })
      laptop.store.rows.patch('notes', last, { body: 'changed' })
      laptop.store.rows.remove('notes', notes[1]?.id ?? '')
      laptop.store.rows.put('notes', aNote({ id: sampleId(), body: 'omega new' }), 1)
    })
    for (let steps = 0; steps < 50 && laptop.store.tidy(NOW_MS); steps += 1) continue
    expect(found('notes', 'changed')).toEqual([first, last].toSorted())
    expect(found('notes', 'omega')).toHaveLength(notes.length - 2)
  })

  test('what was left to do goes on after a restart', () => {
    fill(notes)
    laptop.store.tidy(NOW_MS)
    const again = laptop.reopened()
    for (let steps = 0; steps < 50 && again.tidy(NOW_MS); steps += 1) continue
    expect(found('notes', 'omega')).toHaveLength(notes.length)
  })
})

test('an erased word is nowhere in the index any more', () => {
  const [id] = put('the word xylophone stands here once')
  const data = (): string =>
    (laptop.database.db.handle.prepare('SELECT block FROM search_messages_data').pluck().all() as Buffer[])
      .map(block => block.toString('latin1'))
      .join('')
  expect(data()).toContain('xylophone')
  laptop.store.transaction('durable', () => laptop.store.rows.remove('messages', id ?? ''))
  expect(data()).not.toContain('ylophone')
})

test('another version of the search text function indexes anew, in steps, and nothing is found twice', () => {
  put('first message', 'second message')
  const { database } = laptop
  refreshSearch(database)
  refreshSearch(database)
  expect(found('messages', 'message')).toHaveLength(2)
  refreshSearch(database, SEARCH_TEXT_VERSION + 1)
  expect(found('messages', 'message')).toEqual([])
  const again = laptop.reopened()
  for (let steps = 0; steps < 50 && again.tidy(NOW_MS); steps += 1) continue
  expect(found('messages', 'message')).toHaveLength(2)
})

describe('words that may be searched later', () => {
  const inTx = (work: () => void): void => laptop.store.transaction('relaxed', work)
  const later = (...bodies: readonly string[]): readonly string[] => {
    const rows = bodies.map(bodyText => aMessage({ id: sampleId(), bodyText }))
    inTx(() => {
      laptop.store.searchLater(new Set(['messages', 'events']))
      for (const row of rows) laptop.store.rows.put('messages', row, 1)
    })
    return rows.map(row => row.id)
  }
  const tidyAll = (): void => {
    while (laptop.store.tidy(NOW_MS));
  }

  test('of new rows are found once tidy has come to them', () => {
    const [old] = put('early refund')
    const [late] = later('late refund')
    expect(found('messages', 'refund')).toEqual([old])
    tidyAll()
    expect(new Set(found('messages', 'refund'))).toEqual(new Set([old, late]))
  })

  test('of rows that are searched already follow at once, also while others wait', () => {
    const [id = ''] = put('early refund')
    later('something else')
    inTx(() => laptop.store.rows.patch('messages', id, { bodyText: 'early exchange' }))
    expect([found('messages', 'refund'), found('messages', 'exchange')]).toEqual([[], [id]])
    tidyAll()
    expect([found('messages', 'refund'), found('messages', 'exchange')]).toEqual([[], [id]])
  })

  test('are those of the row as it stands when its turn comes; one that went leaves nothing behind', () => {
    const [changed = '', gone = ''] = later('first words', 'words that go')
    inTx(() => laptop.store.rows.patch('messages', changed, { bodyText: 'second thoughts' }))
    inTx(() => laptop.store.rows.remove('messages', gone))
    tidyAll()
    expect([found('messages', 'words'), found('messages', 'thoughts')]).toEqual([[], [changed]])
    laptop.database.db.handle.exec(`INSERT INTO search_messages (search_messages) VALUES ('integrity-check')`)
  })

  test('of a transaction that failed wait for nothing: the next row is found at once', () => {
    expect(() =>
      inTx(() => {
        laptop.store.searchLater(new Set(['messages']))
        throw new Error('no')
      }),
    ).toThrow('no')
    const [id] = put('early refund')
    expect(found('messages', 'refund')).toEqual([id])
  })
})

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seededRandom } from '../../../shared/demo/seeded-random.ts'
import { deleteTicket } from '../../../server/sync/admin.ts'
import { openImportHub, sample } from './support/import-hub.ts'
import type { ImportHub } from './support/import-hub.ts'

let imports: ImportHub
beforeAll(async () => {
  imports = await openImportHub()
})
afterAll(() => imports.close())

const TICKETS = `SELECT t.number, t.subject, c.name, t.last_message_seq AS seq,
    (SELECT array_agg(h.kind || ' ' || h.state ORDER BY h.kind) FROM threads h WHERE h.workspace_id = $1 AND h.ticket_id = t.id) AS threads
  FROM tickets t JOIN customers c ON c.workspace_id = $1 AND c.id = t.customer_id WHERE t.workspace_id = $1 ORDER BY t.number`
const COUNTS = `SELECT (SELECT count(*) FROM tickets WHERE workspace_id = $1) AS tickets,
  (SELECT count(*) FROM messages WHERE workspace_id = $1) AS messages, (SELECT count(*) FROM feed WHERE workspace_id = $1) AS feed,
  (SELECT count(*) FROM import_staged WHERE workspace_id = $1) AS staged`

const csv = async (name: string, lines: readonly string[]): Promise<string> => {
  const path = join(imports.folder, name)
  await writeFile(path, `${lines.join('\n')}\n`)
  return path
}

describe('good rows go in once and whole', () => {
  test('a file imported twice adds nothing the second time, nor anything to the feed', async () => {
    const workspace = await imports.workspace()
    const first = await imports.run(workspace, sample('banking-questions.csv'), { map: 'banking77' })
    const counts = await imports.rows(workspace, COUNTS)
    const second = await imports.run(workspace, sample('banking-questions.csv'), { map: 'banking77' })

    expect(first.summary).toMatchObject({ ticketsAdded: 5, messagesAdded: 5, known: 0, refused: 0 })
    expect(second.summary).toMatchObject({ ticketsAdded: 0, messagesAdded: 0, known: 5, refused: 0 })
    expect(counts).toEqual([expect.objectContaining({ tickets: 5, messages: 5, staged: 0 })])
    expect(await imports.rows(workspace, COUNTS)).toEqual(counts)
    expect((await imports.rows(workspace, TICKETS)).map(({ number, threads }) => [number, threads])).toEqual([
      [1, ['service open']],
      [2, ['service open']],
      [3, ['support open']],
      [4, ['service open', 'support open']],
      [5, ['support open']],
    ])
  })

  test('a corrected file adds what was corrected and nothing else', async () => {
    const workspace = await imports.workspace()
    const before = await imports.run(
      workspace,
      await csv('a.csv', ['text,category', 'one,x', ',x', 'three,x']),
      { map: 'banking77' },
    )
    const after = await imports.run(
      workspace,
      await csv('b.csv', ['text,category', 'one,x', 'two,x', 'three,x']),
      { map: 'banking77' },
    )

    expect(before.summary).toMatchObject({ ticketsAdded: 2, refused: 1 })
    expect(after.summary).toMatchObject({ ticketsAdded: 1, known: 2, refused: 0 })
  })

  test('rows that are equal are tickets each, and stay as many on every run', async () => {
    const workspace = await imports.workspace()
    const path = await csv('same.csv', ['text,category', 'same,x', 'other,x', 'same,x', 'same,x'])
    const first = await imports.run(workspace, path, { map: 'banking77' })
    const second = await imports.run(workspace, path, { map: 'banking77' })

    expect([first.summary.ticketsAdded, second.summary.ticketsAdded, second.summary.known]).toEqual([4, 0, 4])
  })

  test('conversations keep order, notes and the customer they share', async () => {
    const workspace = await imports.workspace()
    const { summary, rejects } = await imports.run(workspace, sample('support-desk.csv'), {
      map: sample('support-desk.map.json'),
    })
    const [ticket] = await imports.rows(
      workspace,
      `SELECT h.waiting_since_ms AS waiting, h.last_activity_at_ms AS activity, h.is_paired AS paired, t.created_at_ms AS created
       FROM tickets t JOIN threads h ON h.workspace_id = $1 AND h.ticket_id = t.id WHERE t.workspace_id = $1 AND t.number = 1`,
    )

    expect(summary).toMatchObject({ ticketsAdded: 2, messagesAdded: 4, refused: 2 })
    expect(rejects.map(({ line, code }) => [line, code])).toEqual([
      [7, 'missing'],
      [8, 'missing'],
    ])
    expect(ticket).toEqual({
      created: Date.UTC(2025, 10, 24, 8, 2),
      activity: Date.UTC(2025, 10, 24, 8, 40),
      waiting: Date.UTC(2025, 10, 24, 8, 40),
      paired: false,
    })
  })

  test('a customer who is known by e-mail address gets the tickets', async () => {
    const workspace = await imports.workspace()
    await imports.run(workspace, await csv('x.csv', ['id,text,email,name', '1,hello,Ana@Example.com,Ana']), {
      map: 'generic',
      source: 'first',
    })
    await imports.run(
      workspace,
      await csv('y.csv', ['id,text,email,name', '1,again,ana@example.com,A. Ruiz']),
      { map: 'generic', source: 'second' },
    )

    expect((await imports.rows(workspace, TICKETS)).map(({ name }) => name)).toEqual(['Ana', 'Ana'])
    expect(
      await imports.rows(workspace, 'SELECT count(*) AS count FROM customers WHERE workspace_id = $1'),
    ).toEqual([{ count: 1 }])
  })

  test('a ticket that was deleted does not come back with another run', async () => {
    const workspace = await imports.workspace()
    await imports.run(workspace, sample('banking-questions.csv'), { map: 'banking77' })
    const [ticket] = await imports.rows(
      workspace,
      'SELECT id FROM tickets WHERE workspace_id = $1 AND number = 2',
    )
    await deleteTicket(imports.hub.deps, workspace, String(ticket?.['id']))
    const { summary } = await imports.run(workspace, sample('banking-questions.csv'), { map: 'banking77' })

    expect(summary).toMatchObject({ ticketsAdded: 0, known: 5 })
    expect(await imports.rows(workspace, COUNTS)).toEqual([expect.objectContaining({ tickets: 4 })])
  })
})

describe('bad rows', () => {
  test('are reported with line, reason, advice and their own words, and only they stay out', async () => {
    const workspace = await imports.workspace()
    const { summary, rejects } = await imports.run(workspace, sample('broken.csv'), { map: 'banking77' })

    expect(summary).toMatchObject({ ticketsAdded: 2, refused: 5 })
    expect(rejects.map(({ line, code, raw }) => [line, code, raw])).toEqual([
      [3, 'quotes', '"A quote opens here and nobody closes it,card_arrival'],
      [4, 'missing', ',card_arrival'],
      [5, 'quotes', '"He said "hello" to me",card_arrival'],
      [6, 'columns', 'too,many,columns'],
      [7, 'columns', 'only one column'],
    ])
    for (const { reason, advice } of rejects) expect([reason, advice]).not.toContain('')
    expect((await imports.rows(workspace, TICKETS)).map(({ subject }) => subject)).toEqual([
      'The first row is fine',
      'The last row is fine too',
    ])
  })

  test('with a key that was used for other contents are refused, in the same file and later', async () => {
    const workspace = await imports.workspace()
    const first = await imports.run(workspace, await csv('k.csv', ['id,text', '7,one', '8,two', '7,three']), {
      map: 'generic',
    })
    const later = await imports.run(workspace, await csv('l.csv', ['id,text', '7,four']), { map: 'generic' })

    expect(first.rejects.map(({ line, code }) => [line, code])).toEqual([[4, 'duplicate-key']])
    expect(later.rejects.map(({ line, code }) => [line, code])).toEqual([[2, 'changed']])
    expect(await imports.rows(workspace, COUNTS)).toEqual([expect.objectContaining({ tickets: 2 })])
  })

  test('with zero bytes or broken characters are refused, not cleaned in silence', async () => {
    const workspace = await imports.workspace()
    const path = join(imports.folder, 'nul.jsonl')
    await writeFile(path, '{"text":"fine"}\n{"text":"zero \\u0000 byte"}\n{"text":"half \\ud83d"}\n')
    const { summary, rejects } = await imports.run(workspace, path, { map: 'generic' })

    expect(summary.ticketsAdded).toBe(1)
    expect(rejects.map(({ line, code, column }) => [line, code, column])).toEqual([
      [2, 'nul', 'text'],
      [3, 'encoding', 'text'],
    ])
  })

  test('that the database itself refuses are left out alone, and the tickets around them go in', async () => {
    const workspace = await imports.workspace()
    // Longer than an index takes, and of a kind that does not compress.
    const random = seededRandom(3)
    const long = Array.from({ length: 20_000 }, () => Math.floor(random() * 36).toString(36)).join('')
    const path = await csv('long.csv', [
      'text,email',
      'one,a@example.com',
      `two,${long}@example.com`,
      'three,c@example.com',
    ])
    const { summary, rejects } = await imports.run(workspace, path, { map: 'generic' })

    expect(summary.ticketsAdded + summary.refused).toBe(3)
    expect(rejects.map(({ line, code }) => [line, code])).toEqual([[3, 'value']])
  })
})

describe('transactions', () => {
  test('hold at most 500 rows and never half a ticket', async () => {
    const workspace = await imports.workspace()
    const lines = Array.from({ length: 400 }, (_value, index) => `question number ${index},x`)
    const from = imports.hub.announced.length
    await imports.run(workspace, await csv('many.csv', ['text,category', ...lines]), { map: 'banking77' })
    const ends = imports.hub.announced.slice(from).map(({ seq }) => seq)
    const sizes = ends.map((seq, index) => seq - (ends[index - 1] ?? 0))
    const crossing = await imports.rows(
      workspace,
      `SELECT m.ticket_id AS id, f.seq, g.seq AS ticket FROM messages m
       JOIN feed f ON f.workspace_id = $1 AND f.row_id = m.id JOIN feed g ON g.workspace_id = $1 AND g.row_id = m.ticket_id
       WHERE m.workspace_id = $1`,
    )
    const batchOf = (seq: unknown): number => ends.findIndex(end => Number(seq) <= end)

    expect(sizes.length).toBeGreaterThan(3)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(500)
    expect(crossing.every(({ seq, ticket }) => batchOf(seq) === batchOf(ticket))).toBe(true)
  })

  test('a second import of the same source waits its turn', async () => {
    const workspace = await imports.workspace()
    const lines = Array.from({ length: 300 }, (_value, index) => `row ${index},x`)
    const path = await csv('busy.csv', ['text,category', ...lines])
    const results = await Promise.allSettled([
      imports.run(workspace, path, { map: 'banking77' }),
      imports.run(workspace, path, { map: 'banking77' }),
    ])

    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { message: expect.stringContaining('is running') },
    })
    expect(await imports.rows(workspace, COUNTS)).toEqual([expect.objectContaining({ tickets: 300 })])
  })

  test('a run stopped in the middle goes on where it stopped, with the same rejects', async () => {
    const workspace = await imports.workspace()
    const lines = Array.from({ length: 1_300 }, (_value, index) =>
      index % 100 === 7 ? ',x' : `row ${index},x`,
    )
    const path = await csv('stopped.csv', ['text,category', ...lines])
    const stopped = await imports.run(workspace, path, { map: 'banking77', signal: AbortSignal.abort() })
    const finished = await imports.run(workspace, path, { map: 'banking77' })

    expect(stopped.summary).toMatchObject({ isStopped: true, ticketsAdded: 0 })
    expect(finished.summary).toMatchObject({
      isStopped: false,
      isResumed: true,
      ticketsAdded: 1_287,
      refused: 13,
    })
    expect(finished.rejects.map(({ line }) => line)).toEqual(
      Array.from({ length: 13 }, (_value, index) => index * 100 + 9),
    )
  })
})

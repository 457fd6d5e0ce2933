import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { KindChoice } from '../../../server/import/draft-from-record.ts'
import { htmlToText } from '../../../server/import/html-text.ts'
import { inspectFile } from '../../../server/import/inspect-file.ts'
import { loadMap, neededColumns, shippedMaps } from '../../../server/import/load-map.ts'
import type { Format } from '../../../server/import/map-schema.ts'
import { readTime } from '../../../server/import/read-time.ts'
import { readUnits } from '../../../server/import/read-units.ts'
import type { ReadItem } from '../../../server/import/read-units.ts'
import { collect } from './support/collect.ts'

export const sample = (name: string): string =>
  fileURLToPath(new URL(`../../data-files/import/${name}`, import.meta.url))

async function read(file: string, map: string, kind: KindChoice = 'auto'): Promise<readonly ReadItem[]> {
  const path = sample(file)
  const format = file.slice(file.lastIndexOf('.') + 1) as Format
  const facts = await inspectFile(path, format === 'mbox')
  return collect(readUnits({ file: facts, map: loadMap(map), format, kind }))
}

const tickets = (items: readonly ReadItem[]) =>
  items.flatMap(item => (item.kind === 'ticket' ? [item.draft] : []))

describe('mappings that come with the hub', () => {
  test('all are valid', () => {
    expect(shippedMaps()).toEqual([
      'ask-ubuntu',
      'banking77',
      'bitext',
      'generic',
      'generic-conversations',
      'it-tickets',
      'mailbox',
      'web-applications',
    ])
    for (const name of shippedMaps()) expect(loadMap(name).source).not.toBe('')
  })

  test('banking77: questions are service, what does not work is support, a swallowed card is both', async () => {
    const drafts = tickets(await read('banking-questions.csv', 'banking77'))

    expect(drafts.map(({ tags, kinds }) => [tags[0], kinds.join('+')])).toEqual([
      ['card_arrival', 'service'],
      ['transaction_charged_twice', 'service'],
      ['card_not_working', 'support'],
      ['card_swallowed', 'service+support'],
      ['pin_blocked', 'support'],
    ])
    expect(drafts[0]).toMatchObject({
      subject: 'My new card has been on its way for two weeks, is it lost?',
      state: 'open',
      customer: { language: 'en', email: null },
      messages: [{ direction: 'in' }],
    })
  })

  test('ask-ubuntu: the question is the customer, the HTML answer the reply; same author, same customer', async () => {
    const drafts = tickets(await read('ask-ubuntu.json', 'ask-ubuntu'))

    expect(drafts.map(({ kinds, state, messages }) => [kinds, state, messages.length])).toEqual([
      [['support'], 'solved', 2],
      [['support'], 'open', 1],
      [['support'], 'solved', 2],
    ])
    expect(drafts[0]?.messages[1]).toMatchObject({
      direction: 'out',
      authorName: 'Kim',
      bodyHtml: expect.stringContaining('<b>Settings</b>'),
      bodyText: 'Open Settings, Printers.\n\nlpstat -p\n  lpadmin -x old\n\nThen press Add & wait.',
    })
    expect(drafts[0]?.customer).toEqual(drafts[2]?.customer)
    expect(drafts[0]?.fields).toMatchObject({ link: 'http://askubuntu.example/questions/1/printer' })
  })

  test('web-applications: leaving and looking around are service, the rest is support', async () => {
    const drafts = tickets(await read('web-applications.json', 'web-applications'))
    expect(drafts.map(({ kinds }) => kinds)).toEqual([['service'], ['support']])
  })

  test('it-tickets: technical but for purchase and HR', async () => {
    const drafts = tickets(await read('it-tickets.csv', 'it-tickets'))
    expect(drafts.map(({ tags, kinds }) => [tags[0], kinds[0]])).toEqual([
      ['Hardware', 'support'],
      ['Purchase', 'service'],
      ['Access', 'support'],
      ['HR Support', 'service'],
    ])
  })

  test('bitext: requests with their answers', async () => {
    const drafts = tickets(await read('bitext.csv', 'bitext'))
    expect(drafts.map(({ kinds, tags, messages }) => [kinds[0], tags, messages.length])).toEqual([
      ['service', ['ORDER', 'cancel_order'], 2],
      ['support', ['ACCOUNT', 'recover_password'], 2],
    ])
    expect(drafts[0]?.messages[1]?.bodyText).toContain('2. Press "Cancel order".')
  })

  test('--kind on the command line wins over the mapping', async () => {
    const drafts = tickets(await read('banking-questions.csv', 'banking77', 'support'))
    expect(new Set(drafts.flatMap(({ kinds }) => kinds))).toEqual(new Set(['support']))
  })

  test('a CSV file must hold what the mapping needs', () => {
    const map = loadMap('generic')
    expect(map.format !== 'mbox' && neededColumns(map)[0]).toContain('description')
  })
})

describe('rows that belong together', () => {
  test('become one ticket with messages, notes and times; a ticket with a bad row stays out whole', async () => {
    const items = await read('support-desk.csv', sample('support-desk.map.json'))

    expect(
      tickets(items).map(({ subject, messages, notes }) => [subject, messages.length, notes.length]),
    ).toEqual([
      ['The till does not start.', 3, 1],
      ['Where is my order?', 1, 0],
    ])
    expect(tickets(items)[0]).toMatchObject({
      createdAtMs: Date.UTC(2025, 10, 24, 8, 2),
      priority: 'high',
      state: 'open',
      customer: { email: 'ana@example.com' },
    })
    expect(
      items.flatMap(item =>
        item.kind === 'problems' ? item.problems.map(({ line, code }) => [line, code]) : [],
      ),
    ).toEqual([
      [7, 'missing'],
      [8, 'missing'],
    ])
  })
})

describe('times', () => {
  test.each([
    ['2025-11-24T09:02:00Z', { from: 'at', as: 'iso', offsetMinutes: 0 }, Date.UTC(2025, 10, 24, 9, 2)],
    ['2025-11-24 09:02', { from: 'at', as: 'iso', offsetMinutes: 60 }, Date.UTC(2025, 10, 24, 8, 2)],
    [
      'Mon, 24 Nov 2025 09:02:00 +0100',
      { from: 'at', as: 'iso', offsetMinutes: 0 },
      Date.UTC(2025, 10, 24, 8, 2),
    ],
    ['1763974920', { from: 'at', as: 'seconds', offsetMinutes: 0 }, 1_763_974_920_000],
    ['24.11.2025 09:02', { from: 'at', as: 'day-first', offsetMinutes: 0 }, Date.UTC(2025, 10, 24, 9, 2)],
    ['11/24/2025', { from: 'at', as: 'month-first', offsetMinutes: 0 }, Date.UTC(2025, 10, 24)],
  ] as const)('%s', (at, spec, ms) => {
    expect(readTime({ at }, spec)).toEqual({ ms })
  })

  test.each(['yesterday', '31.02.2025', '0001-01-01'])('%s is refused, not guessed', at => {
    expect(
      readTime({ at }, { from: 'at', as: at.includes('.') ? 'day-first' : 'iso', offsetMinutes: 0 }),
    ).toEqual({
      wrong: at,
      column: 'at',
    })
  })
})

test('HTML becomes readable text: lists, entities, hidden parts and code', () => {
  const html =
    '<style>p{}</style><p>One&nbsp;&euro; &#x1F600;</p><ul><li>a</li><li>b</li></ul><script>x()</script><pre>  keep\n  this</pre>'
  expect(htmlToText(html)).toBe('One € 😀\n\n• a\n\n• b\n\n  keep\n  this')
})

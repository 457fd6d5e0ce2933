import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvRows, detectDelimiter } from '../../../server/import/csv-rows.ts'
import type { CsvOptions } from '../../../server/import/csv-rows.ts'
import { brief, collect, inPieces } from './support/collect.ts'

const options: CsvOptions = {
  delimiter: null,
  columns: null,
  needed: [['text']],
  path: 'questions.csv',
  recordLimit: 10_000,
}
const rows = async (text: string, chosen: Partial<CsvOptions> = {}): Promise<readonly unknown[]> =>
  brief(await collect(csvRows(inPieces(text, 7), { ...options, ...chosen })))

describe('rows', () => {
  test('keep their line numbers over quoted line breaks, with Unix, Windows and old Mac line ends', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = ['text,category', `"two`, `lines",a`, 'three,b', ''].join(end)
      expect(await rows(text)).toEqual([
        [2, { text: `two${end}lines`, category: 'a' }],
        [4, { text: 'three', category: 'b' }],
      ])
    }
  })

  test('read doubled quotes, quotes inside unquoted text, empty fields and the delimiter in quotes', async () => {
    expect(await rows('text,category\n"say ""hi"", now",a\n5" screen,\n')).toEqual([
      [2, { text: 'say "hi", now', category: 'a' }],
      [3, { text: '5" screen', category: '' }],
    ])
  })

  test('need no line end at the end of the file and skip empty lines', async () => {
    expect(await rows('text,category\n\na,b\n  \nc,d')).toEqual([
      [3, { text: 'a', category: 'b' }],
      [5, { text: 'c', category: 'd' }],
    ])
  })

  test('are the same wherever the chunks end', async () => {
    const field = fc.string({ unit: fc.constantFrom('a', 'é', ',', '"', '\n', '\r\n', ' ', '本') })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(field, field), { minLength: 1 }),
        fc.array(fc.nat(9)),
        async (records, sizes) => {
          const quote = (value: string): string => `"${value.replaceAll('"', '""')}"`
          const text = `text,category\n${records.map(([a, b]) => `${quote(a)},${quote(b)}`).join('\n')}\n`
          const items = await collect(csvRows(inPieces(text, ...sizes, 3), options))

          expect(items.map(item => item.kind === 'row' && item.record)).toEqual(
            records.map(([text, category]) => ({ text, category })),
          )
        },
      ),
    )
  })
})

describe('bad rows are named with their line while the others go on', () => {
  test('a quote that never closes costs its own line, not the rest of the file', async () => {
    const items = await collect(
      csvRows(inPieces('text,category\n"open,a\nfine,b\nalso fine,c\n', 1000), options),
    )

    expect(brief(items)).toEqual([
      [2, 'quotes', 'a quote opens here and never closes'],
      [3, { text: 'fine', category: 'b' }],
      [4, { text: 'also fine', category: 'c' }],
    ])
    expect(items[0]?.kind === 'problem' && items[0].problem.raw).toBe('"open,a')
  })

  test('a stray quote inside quoted text', async () => {
    expect(await rows('text,category\n"He said "hello" to me",a\nfine,b\n')).toEqual([
      [2, 'quotes', expect.stringContaining('a quote stands where none may stand')],
      [3, { text: 'fine', category: 'b' }],
    ])
  })

  test('too many and too few columns', async () => {
    expect(await rows('text,category\na,b,c\nd\ne,f\n')).toEqual([
      [2, 'columns', '3 columns instead of 2'],
      [3, 'columns', '1 columns instead of 2'],
      [4, { text: 'e', category: 'f' }],
    ])
  })

  test('a row over the limit, without holding it in memory', async () => {
    const items = await collect(
      csvRows(inPieces(`text,category\n${'x'.repeat(5_000)},a\nfine,b\n`, 100), {
        ...options,
        recordLimit: 1_000,
      }),
    )

    expect(brief(items)).toEqual([
      [2, 'too-long', expect.stringContaining('1,000 characters')],
      [3, { text: 'fine', category: 'b' }],
    ])
    expect(items[0]?.kind === 'problem' && items[0].problem.raw.length).toBeLessThan(1_100)
  })
})

describe('the head line', () => {
  test('finds the delimiter by the columns the mapping needs', async () => {
    expect(detectDelimiter('a;text;b', [['text']])).toBe(';')
    expect(detectDelimiter('a\ttext', [['text']])).toBe('\t')
    expect(await rows('text;category\n1,5 m;x\n')).toEqual([[2, { text: '1,5 m', category: 'x' }]])
  })

  test('names the column that is missing and those that are there', async () => {
    await expect(rows('question,category\na,b\n')).rejects.toThrow(
      'questions.csv has no column "text", which the mapping needs. Its columns: "question", "category".',
    )
  })

  test('may not name a column twice', async () => {
    await expect(rows('text,text\na,b\n')).rejects.toThrow('the column "text" stands there twice')
  })

  test('may be absent when the mapping names the columns', async () => {
    expect(await rows('a,b\n', { columns: ['text', 'category'] })).toEqual([
      [1, { text: 'a', category: 'b' }],
    ])
  })

  test('a file of empty lines is refused', async () => {
    await expect(rows('\n\n')).rejects.toThrow('holds only empty lines')
  })
})

test('a quote that never closes does not swallow good rows up to the next quote', async () => {
  expect(await rows('text,category\n"open,a\nfine,b\n"said ""so""",c\n"two\nlines",d\n')).toEqual([
    [2, 'quotes', 'a quote opens here and never closes'],
    [3, { text: 'fine', category: 'b' }],
    [4, { text: 'said "so"', category: 'c' }],
    [5, { text: 'two\nlines', category: 'd' }],
  ])
})

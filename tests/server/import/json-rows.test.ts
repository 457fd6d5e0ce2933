import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jsonLineRows, jsonRows } from '../../../server/import/json-rows.ts'
import { brief, collect, inPieces } from './support/collect.ts'

const list = async (text: string, items = '', size = 5): Promise<readonly unknown[]> =>
  brief(await collect(jsonRows(inPieces(text, size), { path: 'data.json', items, valueLimit: 2_000 })))

describe('a list in a JSON document', () => {
  test('is found by its path, past other lists, objects and texts that look like it', async () => {
    const text = JSON.stringify(
      {
        sentences: 'no',
        meta: { sentences: [1, { list: [2] }] },
        data: { list: [{ id: '}],"' }, 'x', 3, null, [4]] },
      },
      null,
      1,
    )

    const found = await list(text, 'data.list')
    expect(found.map(item => (item as unknown[])[1])).toEqual([{ id: '}],"' }, 'x', 3, null, [4]])
  })

  test('gives the line each entry begins on', async () => {
    expect(await list('[\n {"a": 1},\n\n {\n "a": 2}\n]')).toEqual([
      [2, { a: 1 }],
      [4, { a: 2 }],
    ])
  })

  test('is the same wherever the chunks end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue()), fc.integer({ min: 1, max: 30 }), async (values, size) => {
        const found = await list(JSON.stringify({ before: [0], items: values, after: 1 }), 'items', size)
        expect(found.map(item => (item as unknown[])[1])).toEqual(JSON.parse(JSON.stringify(values)))
      }),
    )
  })

  test('names an entry that is no JSON and goes on', async () => {
    expect(await list('[{"a": 1}, {"a": }, {"a": 3}]')).toEqual([
      [1, { a: 1 }],
      [1, 'json', expect.stringContaining('not valid JSON')],
      [1, { a: 3 }],
    ])
  })

  test('names an entry that is too long and goes on', async () => {
    expect(await list(`["${'x'.repeat(5_000)}", 2]`)).toEqual([
      [1, 'too-long', expect.stringContaining('2,000')],
      [1, 2],
    ])
  })

  test('that is cut off, absent or somewhere else is refused with what to do', async () => {
    await expect(list('{"items": [1, 2')).rejects.toThrow(
      'data.json is not a list of entries; its keys: items',
    )
    await expect(list('{"items": [1, 2', 'items')).rejects.toThrow(
      'in the middle of the list: it was cut off',
    )
    await expect(list('{"things": []}', 'items')).rejects.toThrow('has no list "items"')
  })
})

describe('JSON lines', () => {
  const lines = async (text: string): Promise<readonly unknown[]> =>
    brief(await collect(jsonLineRows(inPieces(text, 4), 100)))

  test('skip empty lines, name bad ones, need no end', async () => {
    expect(await lines('{"a":1}\r\n\n{"a":\n{"a":3}')).toEqual([
      [1, { a: 1 }],
      [3, 'json', expect.stringContaining('not valid JSON')],
      [4, { a: 3 }],
    ])
  })

  test('over the limit are refused without being kept', async () => {
    expect(await lines(`"${'x'.repeat(900)}"\n1\n`)).toEqual([
      [1, 'too-long', expect.stringContaining('100')],
      [2, 1],
    ])
  })
})

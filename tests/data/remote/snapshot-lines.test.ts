import { describe, expect, test } from 'vitest'
import { BadAnswer } from '../../../main/data/remote/bad-answer.ts'
import { readSnapshot } from '../../../main/data/remote/ndjson.ts'

const head = (table: string, rows: number) => ({
  epoch: 'e',
  asOf: 1,
  cursor: 'c',
  table,
  columns: ['id', 'name'],
  rows,
  next: 'n',
  expectedRows: 3,
})
const bytes = (...lines: readonly unknown[]): Buffer =>
  Buffer.from(lines.map(line => JSON.stringify(line)).join('\n'))

describe('the lines of a snapshot', () => {
  test('one part is its head and its rows', () => {
    const row = ['a', 'Grüße 返金']
    expect(readSnapshot(bytes(head('teams', 1), row))).toEqual({ head: head('teams', 1), rows: [row] })
  })

  test('parts behind it come with it, in their order, empty ones too', () => {
    const read = readSnapshot(
      bytes(head('teams', 1), ['a', 'A'], head('tags', 0), head('macros', 1), ['m', 'M']),
    )
    expect(read.rows).toEqual([['a', 'A']])
    expect(read.following).toEqual([
      { head: head('tags', 0), rows: [] },
      { head: head('macros', 1), rows: [['m', 'M']] },
    ])
  })

  test.each([
    ['nothing', bytes()],
    ['rows without a head', bytes(['a', 'A'])],
    ['a first part that lacks a row', bytes(head('teams', 2), ['a', 'A'], head('tags', 0))],
    ['a last part that was cut off', bytes(head('teams', 0), head('tags', 2), ['a', 'A'])],
    ['a row of another length', bytes(head('teams', 1), ['a'])],
    ['a line that is cut in the middle', bytes(head('teams', 1), ['a', 'A']).subarray(0, -3)],
  ])('%s is refused whole', (_what, answer) => {
    expect(() => readSnapshot(answer)).toThrow(BadAnswer)
  })
})

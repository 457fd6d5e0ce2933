import { describe, expect, test } from 'vitest'
import { hashRows } from '../../../bench/lib/leg.ts'
import type { Comparison, Leg, Sample } from '../../../bench/lib/leg.ts'
import { collect, judge } from '../../../bench/lib/measure.ts'
import type { Verdict } from '../../../bench/lib/measure.ts'
import { humanLine } from '../../../bench/lib/report.ts'

type Made = Partial<Leg> & {
  readonly times?: readonly number[]
  readonly hash?: string
  readonly rows?: number
}

/** A leg that takes the given times, one run each, and then begins again. */
function aLeg(
  name: string,
  { times = [10], hash = 'same', rows = 3, ...leg }: Made = {},
): Leg & { ran: () => number } {
  let runs = 0
  return {
    name,
    what: 'SELECT 1',
    durability: 'FULL',
    run: async (): Promise<Sample> => {
      runs += 1
      return { times: [times[(runs - 1) % times.length] ?? 0], rows, hash }
    },
    ran: () => runs,
    ...leg,
  }
}

const aComparison = (parts: Partial<Comparison>): Comparison => ({
  figures: [{ id: 'A1', quantile: 0.5 }],
  ours: aLeg('ours'),
  limit: aLeg('raw'),
  peers: [],
  asides: [],
  runs: 7,
  remark: null,
  ...parts,
})

async function judged(comparison: Comparison): Promise<Verdict> {
  const [figure] = comparison.figures
  if (!figure) throw new Error('A comparison has a figure')
  return judge(comparison, { figure, size: 'XS' }, await collect(comparison, () => {}))
}

describe('a comparison is judged', () => {
  test('by the ratio to the limit of its own run', async () => {
    expect(await judged(aComparison({ ours: aLeg('ours', { times: [12.5] }) }))).toMatchObject({
      ratioToLimit: 1.25,
      pass: true,
    })
    expect((await judged(aComparison({ ours: aLeg('ours', { times: [12.6] }) }))).pass).toBe(false)
  })

  test('by every peer that has a goal: one that is too fast leaves the row open', async () => {
    const slow = aLeg('pouchdb', { times: [100] })
    const fast = aLeg('rxdb', { times: [19] })
    expect((await judged(aComparison({ peers: [slow, aLeg('rxdb', { times: [20] })] }))).pass).toBe(true)
    const verdict = await judged(aComparison({ peers: [slow, fast] }))
    expect(verdict).toMatchObject({ pass: false, peer: { name: 'pouchdb', value: 100 }, ratioToPeer: 0.1 })
    expect(verdict.peers.map(({ name }) => name)).toEqual(['pouchdb', 'rxdb'])
  })

  test('as not met when legs return other rows, however fast they are', async () => {
    const verdict = await judged(aComparison({ ours: aLeg('ours', { times: [1], hash: 'other' }) }))
    expect(verdict).toMatchObject({ pass: false, note: 'the legs did not return the same rows' })
  })

  test('as not met when a single run of a leg returned other rows', async () => {
    let runs = 0
    const run = async (): Promise<Sample> => ({
      times: [1],
      rows: 3,
      hash: (runs += 1) === 4 ? 'other' : 'same',
    })
    expect((await judged(aComparison({ ours: aLeg('ours', { run }) }))).pass).toBe(false)
  })

  test('as not met when the stores are not equally durable', async () => {
    const verdict = await judged(aComparison({ ours: aLeg('ours', { times: [1], durability: 'NORMAL' }) }))
    expect(verdict).toMatchObject({ pass: false, note: 'the legs are not equally durable' })
  })

  test('neither way when the limit spreads more than a quarter', async () => {
    const noisy = aLeg('raw', { times: [10, 5, 20, 10, 40, 5, 10, 20] })
    const verdict = await judged(aComparison({ limit: noisy }))
    expect(verdict.pass).toBeNull()
    expect(verdict.spread).toBeGreaterThan(0.25)
    expect(humanLine(verdict)).toContain('unclear')
  })

  test('as not met when rows differ, even if the limit is noisy too', async () => {
    const noisy = aLeg('raw', { times: [10, 5, 20, 10, 40, 5, 10, 20], hash: 'other' })
    expect((await judged(aComparison({ limit: noisy }))).pass).toBe(false)
  })

  test('by the quantile of its figure: a tail fails where the middle passes', async () => {
    const times = [...Array.from({ length: 98 }, () => 10), 100, 100]
    const ours = aLeg('ours', { run: async () => ({ times, rows: 3, hash: 'same' }) })
    const comparison = aComparison({
      ours,
      figures: [
        { id: 'B3.p50', quantile: 0.5 },
        { id: 'B3.p99', quantile: 0.99 },
      ],
    })
    const results = await collect(comparison, () => {})
    const passes = comparison.figures.map(figure => judge(comparison, { figure, size: 'XS' }, results).pass)
    expect(passes).toEqual([true, false])
  })

  test('not at all without a goal', async () => {
    await expect(judged(aComparison({ figures: [{ id: 'Z9', quantile: 0.5 }] }))).rejects.toThrow(
      'No goal for Z9',
    )
  })
})

describe('legs are run', () => {
  test('in turns after one warm-up each, slow ones three times and without one', async () => {
    const order: string[] = []
    const leg = (name: string, isSlow = false): Leg => ({
      ...aLeg(name, { isSlow }),
      run: async () => {
        order.push(name)
        return { times: [1], rows: 0, hash: '' }
      },
    })
    await collect(
      aComparison({ ours: leg('a'), limit: leg('b'), peers: [leg('c', true)], runs: 7 }),
      () => {},
    )
    expect(order.slice(0, 8).join('')).toBe('ababcabc')
    expect(order.filter(name => name === 'c')).toHaveLength(3)
    expect(order.filter(name => name === 'a')).toHaveLength(8)
  })

  test('and every raw time stands in the line', async () => {
    const verdict = await judged(aComparison({ ours: aLeg('ours', { times: [1, 2, 3, 4, 5, 6, 7, 8] }) }))
    expect(verdict.legs[0]?.samples).toEqual([[2], [3], [4], [5], [6], [7], [8]])
  })
})

describe('the hash of rows', () => {
  test('does not depend on their order', () => {
    expect(
      hashRows([
        [1, 'a'],
        [2, 'b'],
      ]),
    ).toBe(
      hashRows([
        [2, 'b'],
        [1, 'a'],
      ]),
    )
  })

  test('tells a changed value, a missing row and one that came twice', () => {
    const rows = [
      [1, 'a'],
      [2, 'b'],
    ]
    expect(
      hashRows([
        [1, 'a'],
        [2, 'c'],
      ]),
    ).not.toBe(hashRows(rows))
    expect(hashRows([[1, 'a']])).not.toBe(hashRows(rows))
    expect(hashRows([...rows, [2, 'b']])).not.toBe(hashRows(rows))
  })
})

describe('a figure of a window', () => {
  const ofId = async (id: string, ours: number, limit: number): Promise<Verdict> => {
    const legs = { ours: aLeg('ours', { times: [ours] }), limit: aLeg('blank', { times: [limit] }) }
    return judged(aComparison({ figures: [{ id, quantile: 0.5 }], ...legs }))
  }

  test('may lie above a blank window by what its goal allows', async () => {
    expect((await ofId('D1', 650, 400)).pass).toBe(true)
    expect((await ofId('D1', 651, 400)).pass).toBe(false)
  })

  test('is judged by itself where its goal says how much at most, also beside nothing', async () => {
    expect(await ofId('D3.cpu', 0.5, 0)).toMatchObject({ pass: true, ratioToLimit: null })
    expect((await ofId('D3.cpu', 0.6, 0.6)).pass).toBe(false)
    expect((await ofId('D3.writes', 0, 0)).pass).toBe(true)
  })

  test('is told in its own unit', async () => {
    expect(humanLine(await ofId('D4', 10, 3))).toContain('ours 10 MB, blank 3 MB (x3.333)')
    expect(humanLine(await ofId('D3.cpu', 0.1, 0))).toContain('blank 0 % of a core |')
  })
})

import { describe, expect, test } from 'vitest'
import { createPace, takeInTurns } from '../../../main/data/sync/pace.ts'

/** A writer to which a row costs the given time. Somebody may come to wait at some row. */
function aWriter({ rowMs, wantedFrom = Infinity }: { rowMs: number; wantedFrom?: number }) {
  let nowMs = 0
  let rows = 0
  let turns = 0
  const transactions: { readonly rows: number; readonly ms: number }[] = []
  const pace = createPace({ stopwatch: () => nowMs, isWanted: () => rows >= wantedFrom })
  const store = {
    transaction: <T>(_durability: string, work: () => T): T => {
      const [startedAt, before] = [nowMs, rows]
      const answer = work()
      transactions.push({ rows: rows - before, ms: nowMs - startedAt })
      return answer
    },
  }
  const yieldTurn = async (): Promise<void> => {
    turns += 1
  }
  const takeAll = (count: number): Promise<void> =>
    takeInTurns({ store, pace, yieldTurn }, count, (from, to) => {
      expect(from).toBe(rows)
      rows = to
      nowMs += (to - from) * rowMs
    })
  return { takeAll, transactions, rows: () => rows, turns: () => turns }
}

describe('the pace of a fill', () => {
  test('takes every row once and in order, and lets others in between transactions', async () => {
    const { takeAll, transactions, rows, turns } = aWriter({ rowMs: 0.05 })
    await takeAll(5_000)
    expect(rows()).toBe(5_000)
    expect(turns()).toBe(transactions.length - 1)
  })

  test('goes on for about 40 ms while nobody waits, whatever a row costs', async () => {
    for (const rowMs of [0.005, 0.02, 0.1]) {
      const { takeAll, transactions } = aWriter({ rowMs })
      await takeAll(20_000)
      for (const { ms } of transactions.slice(0, -1)) {
        expect(ms).toBeGreaterThanOrEqual(40)
        expect(ms).toBeLessThan(40 + 64 * rowMs + 0.001)
      }
    }
  })

  test('ends within a step when somebody comes, and keeps turns short while somebody waits', async () => {
    const rowMs = 0.02
    const { takeAll, transactions } = aWriter({ rowMs, wantedFrom: 640 })
    await takeAll(5_000)
    const [first, ...others] = transactions
    expect(first?.rows).toBe(640)
    for (const { ms } of others.slice(0, -1)) expect(ms).toBeLessThan(5 + 64 * rowMs + 0.001)
  })

  test('takes a step at least, however dear its rows are', async () => {
    const { takeAll, transactions, rows } = aWriter({ rowMs: 50, wantedFrom: 0 })
    await takeAll(200)
    expect(rows()).toBe(200)
    expect(transactions.map(({ rows }) => rows)).toEqual([64, 64, 64, 8])
  })

  test('takes a fixed number of rows without a stopwatch', async () => {
    const taken: number[] = []
    await takeInTurns(
      {
        store: { transaction: (_durability, work) => work() },
        pace: createPace({ stopwatch: null, isWanted: () => true }),
        yieldTurn: async () => {},
      },
      300,
      (from, to) => void taken.push(to - from),
    )
    expect(taken).toEqual([64, 64, 64, 64, 44])
  })
})

import { describe, expect, test } from 'vitest'
import { History } from './world/history.ts'
import type { HistoryOptions } from './world/history.ts'

const isLong = process.env['TANDEM_TEST_LONG'] === '1'
const SEEDS = isLong ? 5_000 : 100
const STEPS = isLong ? 500 : 150
const BATCH = 20

async function play(options: HistoryOptions): Promise<number> {
  const history = new History(options)
  try {
    return (await history.run()).intents
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(`Seed ${options.seed} with ${options.steps} steps: ${why}`, { cause: error })
  } finally {
    history.close()
  }
}

describe('three laptops and a hub, whatever happens between them', () => {
  for (let first = 1; first <= SEEDS; first += BATCH) {
    test(`seeds ${first} to ${first + BATCH - 1} on maps`, async () => {
      for (let seed = first; seed < first + BATCH; seed += 1)
        expect(await play({ seed, steps: STEPS })).toBeGreaterThan(0)
    })
  }

  test('some of them on real SQLite files that are opened again after each crash', async () => {
    for (let seed = 1; seed <= 6; seed += 1)
      expect(await play({ seed, steps: 80, onSqlite: true })).toBeGreaterThan(0)
  })
})

describe('histories that once found a fault', () => {
  test.each([
    ['rows of a first fill that was given up stayed for ever', 1, 150],
    ['a draft written before the clock was set back never left', 28, 150],
    ['a draft another device had discarded stayed after a new snapshot', 29, 150],
    ['a restored hub brought an older draft over the newer one', 111, 200],
  ])('%s', async (_what, seed, steps) => {
    expect(await play({ seed, steps })).toBeGreaterThan(0)
  })
})

describe('a protection that is taken out is missed', () => {
  const isNoticed = async (sabotage: NonNullable<HistoryOptions['sabotage']>): Promise<boolean> => {
    for (let seed = 1; seed <= 40; seed += 1) {
      try {
        await play({ seed, steps: 150, sabotage })
      } catch (error) {
        expect(String(error)).toMatch(/Seed \d+/)
        return true
      }
    }
    return false
  }

  test('receipts on the hub', async () => {
    expect(await isNoticed('no-receipts')).toBe(true)
  })

  test('durable commits on the laptop', async () => {
    expect(await isNoticed('not-durable')).toBe(true)
  })
})

import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { catchFaults } from './faults/catch-fault.ts'
import { plantedFaults } from './faults/faults.ts'
import { faulty } from './faults/plant.ts'

const TWO_MINUTES = 120_000
const REPORTS = join(import.meta.dirname, '..', '..', 'out', 'reports')

describe('faults planted in the sync core', () => {
  test('there are enough of them, each with a name of its own', () => {
    expect(plantedFaults.length).toBeGreaterThanOrEqual(25)
    expect(new Set(plantedFaults.map(({ name }) => name)).size).toBe(plantedFaults.length)
  })

  test.each(plantedFaults.map(fault => [fault.name, fault] as const))(
    '%s: its place is in the source',
    (_name, fault) => {
      expect(() => faulty(fault)).not.toThrow()
    },
  )

  test(
    'at least 95 % of those a history is known to notice are noticed',
    async () => {
      const known = plantedFaults.filter(({ seed }) => seed > 0)
      // A change of the product changes histories: a few more are tried where the known one has become another.
      const all = await catchFaults(known, ({ seed }) => [seed, 1, 2, 3, 4, 5], {
        processes: availableParallelism(),
        onCaught: () => {},
      })
      mkdirSync(REPORTS, { recursive: true })
      const report = all.map(({ fault: { name, file }, by }) => ({ name, file, by }))
      writeFileSync(join(REPORTS, 'planted-faults.json'), `${JSON.stringify(report, null, 1)}\n`)
      const unnoticed = all.flatMap(({ fault, by }) => (by === null ? [fault.name] : []))
      expect(known.length).toBeGreaterThanOrEqual(25)
      expect(unnoticed.length > known.length * 0.05 ? unnoticed : []).toEqual([])
    },
    5 * TWO_MINUTES,
  )
})

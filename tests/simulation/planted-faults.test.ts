import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { catchFaults } from './faults/catch-fault.ts'
import type { Caught } from './faults/catch-fault.ts'
import { plantedFaults } from './faults/faults.ts'
import type { PlantedFault } from './faults/faults.ts'
import { faulty } from './faults/plant.ts'

const TEN_MINUTES = 600_000
const REPORTS = join(import.meta.dirname, '..', '..', 'out', 'reports')
const MORE = Array.from({ length: 16 }, (_, index) => index + 1)
const known = plantedFaults.filter(({ noticedBy }) => noticedBy !== 0)

describe('the list of planted faults', () => {
  test('there are enough of them, each with a name of its own', () => {
    expect(plantedFaults.length).toBeGreaterThanOrEqual(25)
    expect(new Set(plantedFaults.map(({ name }) => name)).size).toBe(plantedFaults.length)
  })

  test('at least 95 % of them are noticed', () => {
    expect(known.length).toBeGreaterThanOrEqual(0.95 * plantedFaults.length)
  })

  test.each(plantedFaults.map(fault => [fault.name, fault] as const))(
    '%s: its place is in the source',
    (_name, fault) => {
      expect(() => faulty(fault)).not.toThrow()
    },
  )
})

describe('a fault planted in the sync core is noticed', () => {
  let caught: ReadonlyMap<string, Caught>

  beforeAll(async () => {
    // A change of the product changes histories: a few more are tried where the known one has become another.
    const first = ({ noticedBy }: PlantedFault): number[] =>
      typeof noticedBy === 'number' ? [noticedBy] : []
    const all = await catchFaults(known, fault => [...first(fault), ...(fault.onSqlite ? [20, 40] : MORE)], {
      processes: availableParallelism(),
      onCaught: () => {},
    })
    mkdirSync(REPORTS, { recursive: true })
    const report = all.map(({ fault: { name, file }, by }) => ({ name, file, by }))
    writeFileSync(join(REPORTS, 'planted-faults.json'), `${JSON.stringify(report, null, 1)}\n`)
    caught = new Map(all.map(one => [one.fault.name, one]))
  }, TEN_MINUTES)

  test.each(known.map(({ name }) => name))('%s', name => {
    expect(caught.get(name)?.by).not.toBeNull()
    expect(caught.get(name)?.by?.broken).toBeTypeOf('string')
  })
})

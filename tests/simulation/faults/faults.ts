import { erasureFaults } from './erasure-faults.ts'
import { pushFaults } from './push-faults.ts'
import { pullFaults } from './pull-faults.ts'
import { hubFaults } from './hub-faults.ts'
import { scopeFaults } from './scope-faults.ts'

/** Found by `npm run simulate:faults`; 0: none is known yet. */
type Seed = number
/** A test of the layers unit or data that fails with the fault in place: its file, and its whole title. */
export type KnownTest = readonly [file: `tests/${'unit' | 'data'}/${string}`, title: string]

/** A fault planted in the product: `from` stands exactly once in the file, so that no fault can be planted in vain. */
export type PlantedFault = {
  /** What is wrong, as a sentence. */
  readonly name: string
  readonly file: string
  readonly from: string
  readonly to: string
  /** What is known to notice it: the seed of a history of 500 steps, or a test. */
  readonly noticedBy: Seed | KnownTest
  /** It shows on real SQLite files only. */
  readonly onSqlite?: true
}

/** Everything that could be wrong with sync and would not be noticed by looking at it. */
export const plantedFaults: readonly PlantedFault[] = [
  ...pushFaults,
  ...pullFaults,
  ...scopeFaults,
  ...hubFaults,
  ...erasureFaults,
]

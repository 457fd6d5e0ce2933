import { pushFaults } from './push-faults.ts'
import { pullFaults } from './pull-faults.ts'
import { hubFaults } from './hub-faults.ts'

/** A fault planted in the product: `from` stands exactly once in the file, so that no fault can be planted in vain. */
export type PlantedFault = {
  /** What is wrong, as a sentence. */
  readonly name: string
  readonly file: string
  readonly from: string
  readonly to: string
  /** Seed of 500 steps that is known to notice it, found by `npm run simulate:faults`; 0: none is known yet. */
  readonly seed: number
  /** It shows on real SQLite files only. */
  readonly onSqlite?: true
}

/** Everything that could be wrong with sync and would not be noticed by looking at it. */
export const plantedFaults: readonly PlantedFault[] = [...pushFaults, ...pullFaults, ...hubFaults]

import { seededRandom } from '../../support/sample-row.ts'
import { pickWeighted } from './choices.ts'
import type { Weighted } from './choices.ts'

/** What can happen between two looks at the world, and how often (of a thousand). */
const STEP_WEIGHTS = {
  act: 250,
  draft: 50,
  undo: 30,
  decide: 40,
  customer: 50,
  administer: 25,
  policy: 6,
  timer: 8,
  backup: 5,
  restore: 8,
  /** A laptop is switched on, or its process ends, with or without its power. */
  turn: 35,
  /** The process of a laptop will end within one of its next accesses to its disk. */
  mine: 25,
  cable: 35,
  /** The clock of a laptop, or now and then that of the hub, goes somewhere else by up to ten years. */
  clock: 10,
  weather: 10,
  /** A copy of the hub ends, comes back, loses its database, or becomes another release. */
  copy: 23,
  /** The app of a laptop is another one from now on, of another protocol now and then; its database is brought up to date. */
  update: 5,
  pass: 390,
} as const
export type StepKind = keyof typeof STEP_WEIGHTS
export const stepKinds = Object.keys(STEP_WEIGHTS) as readonly StepKind[]

/** One decision of a history: what happens, and on which laptop. Its chances come from the seed and `index`. */
export type Step = { readonly index: number; readonly kind: StepKind; readonly laptop: number }

export const LAPTOPS = 3

/** The decisions of a seed. */
export function planOf(seed: number, steps: number): readonly Step[] {
  const random = seededRandom(seed ^ 0x51a7)
  return Array.from({ length: steps }, (_, index) => ({
    index,
    kind: pickWeighted(random, STEP_WEIGHTS as Weighted<StepKind>),
    laptop: Math.floor(random() * LAPTOPS),
  }))
}

/** Everything needed to play a history again. */
export type Script = {
  readonly seed: number
  readonly onSqlite: boolean
  readonly steps: readonly Step[]
}

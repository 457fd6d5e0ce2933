import { createHash } from 'node:crypto'
import type { Size } from '../goals.ts'
import type { BenchHub } from './hub.ts'

/** One measured way of doing the same work. */
export type Leg = {
  readonly name: string
  /** The SQL or the call, for the reader of the table. */
  readonly what: string
  /** Durability settings of the store that is written to or read from, as the store itself tells them. */
  readonly durability: string
  /** A slow peer is run fewer times, without a warm-up. */
  readonly isSlow?: boolean
  /** Its runs were measured before and are only handed out: nothing is warmed up. */
  readonly isMeasured?: boolean
  readonly run: () => Promise<Sample>
}
/**
 * One run: how long each operation took, ms (one for a whole fill, many for small ones; another quantity where the goal
 * names its unit), and a hash of what came out.
 */
export type Sample = { readonly times: readonly number[]; readonly rows: number; readonly hash: string }

/** A line of the table: its key in goals.ts and which quantile of the operations of a run it is about. */
export type Figure = { readonly id: string; readonly quantile: number }

/** What a row measures: ours, the physical limit beside it, peers when there are any. */
export type Comparison = {
  /** A run with one operation has one figure; one with many may be judged by several quantiles. */
  readonly figures: readonly Figure[]
  readonly ours: Leg
  readonly limit: Leg
  readonly peers: readonly Leg[]
  /** Shown beside the others and never judged. */
  readonly asides: readonly Leg[]
  /** Medians of at least 7 runs. */
  readonly runs: number
  /** Every run counts: legs that take minutes at this size are not warmed up. */
  readonly isCold?: boolean
  /** What the reader of the line should know, or null. */
  readonly remark: string | null
}

export type BenchContext = {
  readonly size: Size
  /** Of this row alone; removed afterwards. */
  readonly folder: string
  readonly progress: (text: string) => void
  /** The hub with the rows of this size, started when first asked for and shared by the rows of one bench. */
  readonly hub: () => Promise<BenchHub>
  /**
   * The closed file of a laptop that has everything the hub has now, search included, to be copied. Filled when first
   * asked for, shared by the rows of one bench, and brought up to date each time.
   */
  readonly settled: () => Promise<string>
}
/** What not every machine has. A row that needs it is skipped there, and says so. */
export type Need = 'window' | 'linux'
export type BenchRow = {
  readonly id: string
  readonly title: string
  readonly needs?: readonly Need[]
  /** Sets up stores, hands each comparison to `measure`, cleans up. */
  readonly run: (context: BenchContext, measure: (comparison: Comparison) => Promise<void>) => Promise<void>
}

/** Order-independent hash of rows: the sum of their own hashes, so that legs may return them in any order. */
export function hashRows(rows: Iterable<readonly unknown[]>): string {
  let sum = 0n
  for (const row of rows) {
    const digest = createHash('sha1').update(JSON.stringify(row)).digest('hex').slice(0, 16)
    sum = (sum + BigInt(`0x${digest}`)) & 0xffffffffffffffffn
  }
  return sum.toString(16)
}

import { createHash } from 'node:crypto'

/** One measured way of doing the same work. A run gives one sample in ms and a hash of what came out. */
export type Leg = {
  readonly name: string
  /** The SQL or the call, for the reader of the table. */
  readonly what: string
  /** Durability settings of the store that is written to or read from. */
  readonly durability: string
  /** A slow peer is run fewer times, and at size XS only. */
  readonly isSlow?: boolean
  readonly run: () => Promise<Sample>
}
export type Sample = { readonly ms: number; readonly rows: number; readonly hash: string }

/** What a row measures: ours, the physical limit beside it, peers when there are any. */
export type Comparison = {
  /** Key in goals.ts. */
  readonly id: string
  readonly ours: Leg
  readonly limit: Leg
  readonly peers: readonly Leg[]
  /** Medians of at least 7 runs; rows that sample many operations a run may take more. */
  readonly runs: number
}

export type BenchContext = {
  readonly size: 'XS' | 'S' | 'M' | 'L'
  readonly folder: string
  readonly progress: (text: string) => void
}
export type BenchRow = {
  readonly id: string
  readonly title: string
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

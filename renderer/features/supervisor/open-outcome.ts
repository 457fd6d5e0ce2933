import type { BOARD_OUTCOMES } from '../../../shared/contract/floor.ts'
import { now } from '../../lib/clock.ts'
import { openSheet } from '../../stores/board-store.ts'
import type { BoardKind } from '../../stores/board-store.ts'

export type BoardOutcome = (typeof BOARD_OUTCOMES)[number]

const DAY_MS = 24 * 3_600_000
/** Days of the period each number is about, as the hub counts it. */
const DAYS: Readonly<Record<BoardOutcome, number>> = {
  'first-reply': 1,
  restore: 7,
  'first-contact': 14,
  csat: 30,
  mislabelled: 7,
  'follow-ups': 30,
  painful: 30,
}

type Opened = {
  readonly of: BoardOutcome
  readonly kind: BoardKind
  readonly title: string
  /** How many tickets it is made of. */
  readonly count: number
}

/** Opens the tickets a number is made of; without any there is nothing to open. */
export function openOutcome({ of, kind, title, count: made }: Opened): (() => void) | undefined {
  if (made === 0) return undefined
  return () => {
    const sinceMs = now() - DAYS[of] * DAY_MS
    const filter = { by: 'outcome', of, kind: kind === 'both' ? null : kind, sinceMs } as const
    openSheet({ type: 'tickets', title, filter, of: made })
  }
}

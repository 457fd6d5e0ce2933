import type { ReadableDb } from '../db/types.ts'
import type { WorkedOut } from '../db/store-standings.ts'
import { get } from '../db/statement.ts'
import { familyOf } from './family.ts'
import type { Family } from './family.ts'
import { getPortrait } from './portrait.ts'
import type { QueryContext } from './query-context.ts'

/** Days pass, and silences grow and renewals come near by the day. */
const DAY_MS = 86_400_000

const NEXT_PROMISE = ({ is }: Family): string => `
  SELECT min(due_at_ms) AS ms FROM promises WHERE ${is} AND due_at_ms >= ? AND state = 'open'`

/** When the next open promise begins to be late, ms; null: none is due. */
const nextPromiseMs = (db: ReadableDb, family: Family, nowMs: number): number | null =>
  get<{ ms: number | null }>(db, NEXT_PROMISE(family), [family.param, nowMs])?.ms ?? null

/**
 * How one person stands, the very numbers the card shows, for every record of theirs; null when they are not on this
 * laptop. `dueAtMs`: when time alone may have changed it.
 */
export function workOutStanding(
  context: Pick<QueryContext, 'db' | 'clock'>,
  customerId: string,
): WorkedOut | null {
  const { db, clock } = context
  const portrait = getPortrait(context, customerId)
  if (!portrait) return null
  const nowMs = clock.now()
  const family = familyOf(db, customerId)
  const { health, value, said, stage } = portrait
  const untilMs = said?.stageUntilMs ?? null
  const moments = [nextPromiseMs(db, family, nowMs), untilMs].flatMap(ms =>
    // A millisecond later: what is due now is not late yet.
    ms !== null && ms >= nowMs ? [ms + 1] : [],
  )
  return {
    customerIds: family.ids,
    standing: {
      health: health && { score: health.score, band: health.band },
      valueBand: value?.band ?? null,
      isVip: said?.isVip === true,
      stage: stage.stage,
    },
    dueAtMs: Math.min(nowMs + DAY_MS, ...moments),
  }
}

import { setImmediate as nextTurn } from 'node:timers/promises'
import { sleep } from '../../../shared/clock.ts'
import type { Input, Output } from '../../../shared/contract/index.ts'
import type { ViewCount } from '../../../shared/contract/views.ts'
import { unknownFields } from '../../../shared/rules/saved-views/problems.ts'
import type { ViewRule } from '../../../shared/rules/saved-views/rule.ts'
import { eyesOf } from './me.ts'
import type { QueryContext } from './query-context.ts'
import { resolveView } from './resolve-view.ts'
import { countRule } from './rule-counts.ts'
import type { Turns } from './rule-counts.ts'
import { ruleList } from './rule-list.ts'
import { listViews } from './saved-views.ts'

/** Others are served between two steps of a count. */
export const inTurns: Turns = { yieldTurn: () => nextTurn() }

async function countOf(context: QueryContext, rule: ViewRule): Promise<ViewCount> {
  const list = ruleList(context.db, { rule, kind: 'all', sort: 'newest', eyes: eyesOf(context) })
  return countRule(context.db, list, inTurns)
}

/** A count rests so many times as long as it took, up to this: while much changes, others come first. */
const REST = 4
const MOST_REST_MS = 2_000
const rests = new WeakMap<QueryContext['db'], number>()

async function rest({ db, clock }: QueryContext): Promise<void> {
  const left = (rests.get(db) ?? 0) - clock.now()
  // Clocks jump: nobody waits longer than a count may rest.
  if (left > 0) await sleep(clock, Math.min(left, MOST_REST_MS))
}

/** Counts of everything that is offered and can be shown. */
export async function countSaved(context: QueryContext): Promise<Output<'views.counts'>> {
  await rest(context)
  const startedAtMs = context.clock.now()
  const counts: Record<string, ViewCount> = {}
  for (const { id, body, unknown } of listViews(context))
    if (body && unknown.length === 0) counts[id] = await countOf(context, body.rule)
  const endedAtMs = context.clock.now()
  const took = Math.max(0, endedAtMs - startedAtMs)
  rests.set(context.db, endedAtMs + Math.min(REST * took, MOST_REST_MS))
  return counts
}

/** Counts of one view with a filter, or of a rule as it is being written. */
export async function countAsked(
  context: QueryContext,
  asked: Input<'views.count'>,
): Promise<Output<'views.count'>> {
  if ('rule' in asked) return unknownFields(asked.rule).length === 0 ? countOf(context, asked.rule) : null
  // By tier, because only that sort is never a standing list.
  const meant = resolveView(context, { ...asked, sort: 'tier' })
  return meant.how === 'rule' ? countOf(context, meant.rule) : null
}

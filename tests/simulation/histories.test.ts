import { describe, expect, test } from 'vitest'
import { mutationNames } from '../../shared/mutations/index.ts'
import { play } from './play.ts'
import type { Played } from './play.ts'
import { playMany, scriptOf } from './runner/play-many.ts'
import { acts } from './world/activity.ts'
import type { HistoryReport } from './world/history.ts'
import { LIMITED_SEED } from './world/limits.ts'
import { shortest } from './shrink.ts'
import { planOf, stepKinds } from './world/plan.ts'

const isLong = process.env['TANDEM_TEST_LONG'] === '1'
/** Of the more than a hundred acts each was done at least once in so many histories. */
const SELDOM = 200
const SEEDS = isLong ? 10_000 : 1_000
const STEPS = 500
/** Beside the others: what is tried by seed stays what it is. */
const LIMITED = isLong ? 2_000 : 60
/** A machine that does something else beside it takes three times as long. */
const MOST_MS = 900_000

const sumOf = (reports: readonly HistoryReport[], key: 'crashes' | 'restores' | 'parked'): number =>
  reports.reduce((sum, report) => sum + report[key], 0)

/** Drafts are private and hub work has no laptop: all else must have been done by agents, again and again. */
function doneByName(reports: readonly HistoryReport[]): ReadonlyMap<string, number> {
  const all = new Map<string, number>()
  for (const { done } of reports)
    for (const [name, count] of Object.entries(done)) all.set(name, (all.get(name) ?? 0) + count)
  return all
}

describe('three laptops and three copies of a hub, whatever happens between them', () => {
  test(
    `${SEEDS} histories of ${STEPS} steps keep every promise after every step`,
    async () => {
      const reports: HistoryReport[] = []
      const failed: Extract<Played, { ok: false }>[] = []
      await playMany({
        from: 1,
        count: SEEDS,
        steps: STEPS,
        onPlayed: played => {
          if (played.ok) reports.push(played.report)
          else failed.push(played)
          return failed.length < 5
        },
      })
      expect(failed.map(({ seed, message }) => `npm run simulate -- --from ${seed}: ${message}`)).toEqual([])
      expect(reports).toHaveLength(SEEDS)
      // The faults did happen: a history without any proves nothing.
      expect(sumOf(reports, 'crashes')).toBeGreaterThan(SEEDS)
      expect(sumOf(reports, 'restores')).toBeGreaterThan(SEEDS / 4)
      expect(sumOf(reports, 'parked')).toBeGreaterThan(SEEDS / 4)
      const done = doneByName(reports)
      const rare = Object.entries(acts).flatMap(([name, { weight }]) =>
        weight > 0 && (done.get(name) ?? 0) < SEEDS / SELDOM ? [name] : [],
      )
      expect(rare).toEqual([])
    },
    (isLong ? 4 : 1) * MOST_MS,
  )
})

/** Done only where laptops hold a part of the history. */
const ofLimits = ['keep.fetch', 'keep.end', 'scopePolicy.set']

describe('laptops that hold a part of the history, by policy', () => {
  test(
    `${LIMITED} histories with limits of age and size, days that pass, and customers that are fetched`,
    async () => {
      const reports: HistoryReport[] = []
      const failed: string[] = []
      await playMany({
        from: LIMITED_SEED,
        count: LIMITED,
        steps: STEPS,
        onPlayed: played => {
          if (played.ok) reports.push(played.report)
          else failed.push(`npm run simulate -- --from ${played.seed} --seeds 1: ${played.message}`)
          return failed.length < 5
        },
      })
      expect(failed).toEqual([])
      const done = doneByName(reports)
      const rare = ofLimits.filter(name => (done.get(name) ?? 0) < LIMITED / 2)
      expect(rare).toEqual([])
    },
    MOST_MS,
  )
})

describe('the simulator itself', () => {
  test('every mutation has its weight; what the hub alone decides comes from customers and timers', () => {
    const hubWork = [
      'ticket.receive',
      'ticket.converse',
      'thread.startClocks',
      'thread.recordBreach',
      'message.track',
      'triage.learn',
      'engineering.mirror',
      'asset.report',
      'product.report',
      'order.report',
      'invoice.report',
      'customer.record',
      'subscription.report',
      'publicPost.report',
      'publicPost.hold',
      'organisation.report',
      'opportunity.sent',
      'survey.sent',
      'knownIssue.restTold',
    ]
    expect([...Object.keys(acts), ...hubWork].toSorted()).toEqual(mutationNames.toSorted())
    const without = Object.entries(acts).flatMap(([name, { weight }]) => (weight > 0 ? [] : [name]))
    expect(without.toSorted()).toEqual(ofLimits.toSorted())
  })

  test('a seed is one history: played again it comes out the same', async () => {
    const script = scriptOf(7, 200)
    const [first, second] = [await play(script), await play(script)]
    expect(second).toEqual(first)
    expect(new Set(planOf(7, 5_000).map(({ kind }) => kind)).size).toBe(stepKinds.length)
  })

  test('a failing history is made as short as it can be', async () => {
    const steps = planOf(3, 200)
    const culprits = new Set([17, 90, 151])
    const isWhole = (left: typeof steps): boolean =>
      left.filter(({ index }) => culprits.has(index)).length === 3
    const left = await shortest(steps, async shorter => isWhole(shorter))
    expect(left.map(({ index }) => index)).toEqual([17, 90, 151])
  })
})

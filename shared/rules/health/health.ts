import type { AnswerMood } from './answer-mood.ts'
import type { HealthRule, HealthSignal } from './health-rule.ts'
import { HEALTH_SIGNALS } from './health-rule.ts'

const DAY_MS = 86_400_000

/** The row behind a reason: every number opens its rows. */
export type HealthRow = {
  readonly table: string
  readonly id: string
  readonly ticketId: string | null
  readonly atMs: number
  /** The row in its own words; '': none. */
  readonly text: string
}
type Row = HealthRow

/** What is looked at, of one customer. Rows are counted, never their order. */
export type HealthFacts = {
  /** Bad moments within the team's window. */
  readonly experiences: readonly Row[]
  readonly complaints: readonly Row[]
  /** Open and past their time. */
  readonly promises: readonly Row[]
  /** Answered surveys. */
  readonly answers: readonly (Row & { readonly mood: AnswerMood })[]
  /** Known issues that go on and that their tickets have. */
  readonly issues: readonly Row[]
  readonly returns: readonly Row[]
  /** When somebody last wrote, they or we; null: never. */
  readonly lastContactAtMs: number | null
  /** Null: nothing of theirs renews. */
  readonly renewsAtMs: number | null
  /** They have bought or own something, or somebody has written: there is something to judge by. */
  readonly isKnown: boolean
  readonly nowMs: number
}

/** What took points, or gave them back. Points of all reasons and 100 make the score. */
export type HealthReason = {
  readonly signal: HealthSignal | 'praise'
  /** Below 0: taken; above: given back. */
  readonly points: number
  readonly rows: readonly Row[]
  /** Of 'silence' and 'renewal': days since, days until. */
  readonly days: number | null
}
export type HealthBand = 'good' | 'fair' | 'poor'
export type Health = {
  /** 0 to 100. */
  readonly score: number
  readonly band: HealthBand
  /** What it means for whether they stay: a renewal that is near makes it more pressing. */
  readonly risk: 'low' | 'raised' | 'high'
  readonly reasons: readonly HealthReason[]
}

type Found = Pick<HealthReason, 'rows' | 'days'> & { readonly count: number }

const byTime = (rows: readonly Row[]): readonly Row[] =>
  rows.toSorted((a, b) => b.atMs - a.atMs || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
const counted = (rows: readonly Row[]): Found => ({ rows: byTime(rows), days: null, count: rows.length })

function silence({ lastContactAtMs, nowMs }: HealthFacts, { quietDays }: HealthRule): Found {
  const days = lastContactAtMs === null ? 0 : Math.floor((nowMs - lastContactAtMs) / DAY_MS)
  return { rows: [], days, count: days > quietDays ? 1 : 0 }
}

/** Days until the renewal that is near; null: none is. */
function renewalIn({ renewsAtMs, nowMs }: HealthFacts, { renewalDays }: HealthRule): number | null {
  if (renewsAtMs === null) return null
  const days = Math.ceil((renewsAtMs - nowMs) / DAY_MS)
  return days >= 0 && days <= renewalDays ? days : null
}

function found(signal: HealthSignal, facts: HealthFacts, rule: HealthRule): Found {
  const fromMs = facts.nowMs - rule.windowDays * DAY_MS
  switch (signal) {
    case 'experience':
      return counted(facts.experiences)
    case 'complaint':
      return counted(facts.complaints)
    case 'promise':
      return counted(facts.promises)
    case 'survey':
      return counted(facts.answers.filter(({ mood, atMs }) => mood === 'low' && atMs > fromMs))
    case 'issue':
      return counted(facts.issues)
    case 'return':
      return counted(facts.returns.filter(({ atMs }) => atMs > fromMs))
    case 'silence':
      return silence(facts, rule)
    case 'renewal': {
      const days = renewalIn(facts, rule)
      return { rows: [], days, count: days === null ? 0 : 1 }
    }
  }
}

/** Points are taken in the order of the signals until none are left, so that reasons always add up to the score. */
function taken(facts: HealthFacts, rule: HealthRule, budget: number): readonly HealthReason[] {
  const reasons: HealthReason[] = []
  let left = budget
  for (const signal of HEALTH_SIGNALS) {
    const { count, rows, days } = found(signal, facts, rule)
    const points = Math.min(left, Math.min(count, rule.mostRows) * rule[`${signal}Points`])
    left -= points
    if (points > 0) reasons.push({ signal, points: -points, rows, days })
  }
  return reasons
}

const sum = (reasons: readonly HealthReason[]): number =>
  reasons.reduce((total, { points }) => total + points, 0)

/**
 * How well the relationship goes, 0 to 100, with everything that made it so; null: nothing is known to judge by. From
 * 100 each bad row takes its points, at most `mostRows` rows of a kind; good answers give back what was taken, never more.
 * One more bad row never makes it better, and the order of rows does not matter.
 */
export function healthOf(facts: HealthFacts, rule: HealthRule): Health | null {
  if (!facts.isKnown) return null
  const fromMs = facts.nowMs - rule.windowDays * DAY_MS
  const good = facts.answers.filter(({ mood, atMs }) => mood === 'high' && atMs > fromMs)
  const bad = -sum(taken(facts, rule, Number.MAX_SAFE_INTEGER))
  const back = Math.min(bad, Math.min(good.length, rule.mostRows) * rule.praisePoints)
  const reasons: readonly HealthReason[] = [
    ...taken(facts, rule, 100 + back),
    ...(back > 0 ? [{ signal: 'praise' as const, points: back, rows: byTime(good), days: null }] : []),
  ]
  const score = 100 + sum(reasons)
  const band = score >= rule.goodFrom ? 'good' : score >= rule.fairFrom ? 'fair' : 'poor'
  const isPressing = band === 'fair' && renewalIn(facts, rule) !== null
  const risk = band === 'poor' || isPressing ? 'high' : band === 'fair' ? 'raised' : 'low'
  return { score, band, risk, reasons }
}

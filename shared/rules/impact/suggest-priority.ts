import { PRIORITIES } from '../../domain/values.ts'
import type { Fields, Priority } from '../../domain/values.ts'
import { readRule } from '../team-rule.ts'
import type { RuleLimits } from '../team-rule.ts'

const DAY_MS = 86_400_000

export const LEVELS = ['high', 'medium', 'low'] as const
export type Level = (typeof LEVELS)[number]

/** Whether a priority is suggested, and from which numbers on something counts. */
export const SUGGEST_DEFAULTS = {
  suggest: true,
  /** So many people make the impact high. */
  manyPeople: 5,
  /** Needed within so many days is urgent. */
  soonDays: 1,
  /** Needed within so many days is not yet urgent, but no more far away. */
  laterDays: 7,
}
/** The table: impact, then urgency; a place among the priorities, 1 the lowest. */
export const TABLE_DEFAULTS = {
  highHigh: 4,
  highMedium: 3,
  highLow: 3,
  mediumHigh: 3,
  mediumMedium: 2,
  mediumLow: 2,
  lowHigh: 2,
  lowMedium: 2,
  lowLow: 1,
}
export type TableKey = keyof typeof TABLE_DEFAULTS
export const PRIORITY_LIMITS: RuleLimits = {
  manyPeople: [2, 10_000],
  soonDays: [0, 30],
  laterDays: [1, 90],
  ...Object.fromEntries(Object.keys(TABLE_DEFAULTS).map(key => [key, [1, PRIORITIES.length] as const])),
}

export type PriorityRule = typeof SUGGEST_DEFAULTS & typeof TABLE_DEFAULTS
export const priorityRule = (content: Fields | null): PriorityRule =>
  readRule(content, { ...SUGGEST_DEFAULTS, ...TABLE_DEFAULTS }, PRIORITY_LIMITS)

const TABLE: Readonly<Record<Level, Readonly<Record<Level, TableKey>>>> = {
  high: { high: 'highHigh', medium: 'highMedium', low: 'highLow' },
  medium: { high: 'mediumHigh', medium: 'mediumMedium', low: 'mediumLow' },
  low: { high: 'lowHigh', medium: 'lowMedium', low: 'lowLow' },
}
export const cellOf = (impact: Level, urgency: Level): TableKey => TABLE[impact][urgency]

export type PriorityFacts = {
  /** Outages of this ticket that go on. */
  readonly outages: readonly { readonly scope: string; readonly downSinceMs: number }[]
  /** The fields of the ticket: severity, people affected, needed by. */
  readonly fields: Fields
  /** When the next open promise of this ticket is due, ms; null: nothing is promised. */
  readonly promisedAtMs: number | null
}

/** What speaks for it; `value` is a moment in ms, a number of people, or nothing. */
export type PriorityReason = {
  readonly what: 'down' | 'degraded' | 'stops' | 'slows' | 'minor' | 'people' | 'needed' | 'promised'
  readonly value: number | null
}
export type PrioritySuggestion = {
  readonly priority: Priority
  readonly impact: Level
  readonly urgency: Level
  readonly reasons: readonly PriorityReason[]
}
type Speaks = { readonly level: Level; readonly reason: PriorityReason }

const speaks = (level: Level, what: PriorityReason['what'], value: number | null = null): Speaks => ({
  level,
  reason: { what, value },
})
const highest = (all: readonly Speaks[]): Level | null =>
  LEVELS.find(level => all.some(each => each.level === level)) ?? null

function impactOf({ outages, fields }: PriorityFacts, rule: PriorityRule): readonly Speaks[] {
  const sinceMs = Math.min(...outages.map(({ downSinceMs }) => downSinceMs))
  const isDown = outages.some(({ scope }) => scope !== 'degraded')
  const people = typeof fields['affected'] === 'number' ? fields['affected'] : 0
  const severity = fields['severity']
  return [
    ...(outages.length === 0
      ? []
      : [isDown ? speaks('high', 'down', sinceMs) : speaks('medium', 'degraded', sinceMs)]),
    ...(people >= rule.manyPeople ? [speaks('high', 'people', people)] : []),
    ...(severity === 'stops' ? [speaks('medium', 'stops')] : []),
    ...(severity === 'slows' ? [speaks('low', 'slows')] : []),
    ...(severity === 'nuisance' || severity === 'question' ? [speaks('low', 'minor')] : []),
  ]
}

/** The end of the day it is needed by, ms; null where nobody said a day. */
function neededAt({ neededBy }: Fields): number | null {
  const atMs = typeof neededBy === 'string' ? Date.parse(`${neededBy}T23:59:59`) : Number.NaN
  return Number.isNaN(atMs) ? null : atMs
}

function urgencyOf(facts: PriorityFacts, rule: PriorityRule, nowMs: number): readonly Speaks[] {
  const { outages, promisedAtMs } = facts
  const needed = neededAt(facts.fields)
  const near = (atMs: number): Level =>
    atMs - nowMs <= (rule.soonDays + 1) * DAY_MS
      ? 'high'
      : atMs - nowMs <= (rule.laterDays + 1) * DAY_MS
        ? 'medium'
        : 'low'
  const sinceMs = Math.min(...outages.map(({ downSinceMs }) => downSinceMs))
  return [
    // What is down now is down until somebody does something.
    ...(outages.some(({ scope }) => scope !== 'degraded') ? [speaks('high', 'down', sinceMs)] : []),
    ...(needed === null ? [] : [speaks(near(needed), 'needed', needed)]),
    ...(promisedAtMs === null ? [] : [speaks(near(promisedAtMs), 'promised', promisedAtMs)]),
    ...(facts.fields['severity'] === 'stops' ? [speaks('medium', 'stops')] : []),
  ]
}

/**
 * The priority that fits how much is affected and how soon it is needed, with what speaks for it. Null where nothing is
 * known of either, or the team wants no suggestions. It looks at no clock of a service level: those follow the priority.
 */
export function suggestPriority(
  facts: PriorityFacts,
  rule: PriorityRule,
  nowMs: number,
): PrioritySuggestion | null {
  const [impacts, urgencies] = [impactOf(facts, rule), urgencyOf(facts, rule, nowMs)]
  // A day alone, or a promise alone, says nothing about how much is at stake.
  const impact = highest(impacts)
  if (!rule.suggest || impact === null) return null
  const urgency = highest(urgencies) ?? 'low'
  const priority = PRIORITIES[rule[cellOf(impact, urgency)] - 1]
  if (!priority) return null
  const said = [
    ...impacts.filter(({ level }) => level === impact),
    ...urgencies.filter(({ level }) => level === urgency && urgency !== 'low'),
  ].map(({ reason }) => reason)
  return {
    priority,
    impact,
    urgency,
    reasons: said.filter(({ what }, index) => said.findIndex(each => each.what === what) === index),
  }
}

/** What was decided about a priority by people, the newest first. */
export type PriorityDecision = { readonly suggested: string | null; readonly before: string | null }

/**
 * Whether the suggestion is worth a line: a lower priority stands, and nobody has decided against it. What somebody has
 * put higher has reasons that no field holds.
 */
export const isWorthSuggesting = (
  suggested: Priority,
  standing: string,
  decisions: readonly PriorityDecision[],
): boolean =>
  PRIORITIES.findIndex(each => each === standing) < PRIORITIES.indexOf(suggested) &&
  decisions.every(decision => decision.suggested !== suggested && decision.before !== suggested)

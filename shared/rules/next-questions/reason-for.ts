import type { QuestionConditions } from '../../domain/growth.ts'
import { compareVersions } from '../versions.ts'
import type { QuestionFacts } from './question-facts.ts'
import type { QuestionReason } from './reasons.ts'

const DAY_MS = 86_400_000
/** Looked back for orders and returns when the question does not say. */
const WITHIN_DAYS = 14

type Check = (facts: QuestionFacts) => QuestionReason | null
const within = (conditions: QuestionConditions): number => (conditions.withinDays ?? WITHIN_DAYS) * DAY_MS

function orderOf(conditions: QuestionConditions): Check | null {
  const states = conditions.orderStates
  if (!states || states.length === 0) return null
  return ({ orders, nowMs }) => {
    const found = orders.find(
      ({ state, deliveredAtMs, placedAtMs }) =>
        states.includes(state) && nowMs - (deliveredAtMs ?? placedAtMs) <= within(conditions),
    )
    if (!found) return null
    return { why: 'order', about: found.number, atMs: found.deliveredAtMs ?? found.placedAtMs }
  }
}

function returnOf(conditions: QuestionConditions): Check | null {
  const states = conditions.returnStates
  if (!states || states.length === 0) return null
  return ({ returns, nowMs }) => {
    const found = returns.find(
      ({ state, createdAtMs }) => states.includes(state) && nowMs - createdAtMs <= within(conditions),
    )
    return found ? { why: 'return', about: found.number, atMs: found.createdAtMs } : null
  }
}

function assetOf({ productIds = [], belowVersion }: QuestionConditions): Check | null {
  if (productIds.length === 0 && belowVersion === undefined) return null
  return ({ assets }) => {
    const found = assets.find(
      ({ productId, version }) =>
        (productIds.length === 0 || (productId !== null && productIds.includes(productId))) &&
        (belowVersion === undefined || (version !== null && compareVersions(version, belowVersion) < 0)),
    )
    if (!found) return null
    return belowVersion === undefined
      ? { why: 'product', about: found.name }
      : { why: 'version-behind', about: `${found.name} ${found.version}`, more: belowVersion }
  }
}

function renewalOf({ renewalWithinDays }: QuestionConditions): Check | null {
  if (renewalWithinDays === undefined) return null
  return ({ renewsAtMs, nowMs }) =>
    renewsAtMs !== null && renewsAtMs > nowMs - DAY_MS && renewsAtMs - nowMs <= renewalWithinDays * DAY_MS
      ? { why: 'renewal', about: '', atMs: renewsAtMs }
      : null
}

const planOf = ({ hasPlan }: QuestionConditions): Check | null =>
  hasPlan !== true
    ? null
    : ({ steps: [step] }) =>
        step ? { why: 'plan-step', about: step.plan, more: step.step, atMs: step.dueAtMs } : null

const issueOf = ({ hasKnownIssue }: QuestionConditions): Check | null =>
  hasKnownIssue !== true
    ? null
    : ({ issues: [issue] }) =>
        issue ? { why: 'known-issue', about: issue.code, more: issue.workaround } : null

const stageOf = ({ stages = [] }: QuestionConditions): Check | null =>
  stages.length === 0
    ? null
    : ({ stage }) => (stage !== null && stages.includes(stage) ? { why: 'stage', about: stage } : null)

/** What tells the agent most comes first. */
const CHECKS = [orderOf, returnOf, issueOf, renewalOf, planOf, assetOf, stageOf]

/** Why the conditions hold, by the one that tells most; null when one of them does not, or when there is none. */
export function reasonFor(conditions: QuestionConditions, facts: QuestionFacts): QuestionReason | null {
  const checks = CHECKS.flatMap(check => check(conditions) ?? [])
  const reasons = checks.flatMap(check => check(facts) ?? [])
  return reasons.length === checks.length ? (reasons[0] ?? null) : null
}

import { isBehind } from '../versions.ts'
import type { QuestionFacts } from './question-facts.ts'
import type { QuestionReason } from './reasons.ts'

const DAY_MS = 86_400_000
/** A parcel is unpacked within days. */
const UNPACKED_WITHIN_MS = 7 * DAY_MS
const RENEWAL_WITHIN_MS = 45 * DAY_MS

export const STANDARD_KEYS = [
  'refund-when',
  'issue-when',
  'return-how',
  'delivered-setup',
  'shipped-when',
  'step-next',
  'invoice-pay',
  'renewal-terms',
  'upgrade-what',
] as const
export type StandardQuestion = (typeof STANDARD_KEYS)[number]

type Standard = {
  readonly key: StandardQuestion
  /** What of the customer's makes it likely; null: nothing. */
  readonly reason: (facts: QuestionFacts) => QuestionReason | null
  /** Words it is asked or answered with, folded: whoever used one has come to it already. English and German. */
  readonly topic: RegExp
}

function overdue({ invoices, nowMs }: QuestionFacts): QuestionReason | null {
  const found = invoices.find(
    ({ state, dueAtMs }) => state === 'overdue' || (state === 'sent' && dueAtMs !== null && dueAtMs < nowMs),
  )
  if (!found) return null
  const { number, totalMinor: amountMinor, currency, dueAtMs } = found
  return { why: 'invoice-overdue', about: number, amountMinor, currency, atMs: dueAtMs }
}

function received({ returns }: QuestionFacts): QuestionReason | null {
  const found = returns.find(({ state }) => state === 'received')
  if (!found) return null
  const { number, amountMinor, currency, createdAtMs } = found
  return { why: 'return-received', about: number, amountMinor, currency, atMs: createdAtMs }
}

function delivered({ orders, nowMs }: QuestionFacts): QuestionReason | null {
  const found = orders.find(
    ({ state, deliveredAtMs }) =>
      state === 'delivered' && deliveredAtMs !== null && nowMs - deliveredAtMs <= UNPACKED_WITHIN_MS,
  )
  return found ? { why: 'order-delivered', about: found.number, atMs: found.deliveredAtMs } : null
}

function renewal({ renewsAtMs, nowMs }: QuestionFacts): QuestionReason | null {
  const isNear = renewsAtMs !== null && renewsAtMs > nowMs - DAY_MS && renewsAtMs - nowMs <= RENEWAL_WITHIN_MS
  return isNear ? { why: 'renewal', about: '', atMs: renewsAtMs } : null
}

function behind({ assets }: QuestionFacts): QuestionReason | null {
  const found = assets.find(({ version, currentVersion }) => isBehind(version, currentVersion))
  return found
    ? { why: 'version-behind', about: `${found.name} ${found.version}`, more: found.currentVersion }
    : null
}

/** What customers ask at certain points everywhere; the most pressing first. */
export const STANDARD_QUESTIONS: readonly Standard[] = [
  {
    key: 'refund-when',
    reason: received,
    topic: /refund|money back|erstatt|gutschrift|geld zuruck|reembols|rembours/u,
  },
  {
    key: 'issue-when',
    reason: ({ issues }) => {
      const [issue] = issues
      return issue ? { why: 'known-issue', about: issue.code, more: issue.workaround } : null
    },
    topic: /when (?:will|is) .{0,40}(?:fixed|solved|working)|wann .{0,40}(?:behoben|gelost|wieder)/u,
  },
  {
    key: 'return-how',
    reason: ({ returns }) => {
      const found = returns.find(({ state }) => state === 'approved')
      return found ? { why: 'return-approved', about: found.number, atMs: found.createdAtMs } : null
    },
    topic: /send (?:it|them) back|return label|rucksende|retouren?schein|zuruckschick/u,
  },
  {
    key: 'delivered-setup',
    reason: delivered,
    topic: /set (?:it |them |this |that )?up|set-?up|install|einricht|in betrieb|inbetriebnahme|anschlie/u,
  },
  {
    key: 'shipped-when',
    reason: ({ orders }) => {
      const found = orders.find(({ state }) => state === 'shipped')
      return found ? { why: 'order-shipped', about: found.number, atMs: found.placedAtMs } : null
    },
    topic: /arriv|deliver|track|parcel|liefer|sendung|paket/u,
  },
  {
    key: 'step-next',
    reason: ({ steps }) => {
      const next = steps.toSorted((a, b) => a.dueAtMs - b.dueAtMs)[0]
      return next ? { why: 'plan-step', about: next.plan, more: next.step, atMs: next.dueAtMs } : null
    },
    topic: /next step|what happens next|wie geht es weiter|nachste schritt/u,
  },
  { key: 'invoice-pay', reason: overdue, topic: /invoice|payment|rechnung|zahlung|uberweis/u },
  { key: 'renewal-terms', reason: renewal, topic: /renew|verlanger|renov|renouvel/u },
  { key: 'upgrade-what', reason: behind, topic: /upgrade|update|new version|aktualisier|neue version/u },
]

import type { WorkKind } from '../../domain/values.ts'

/** A past ticket as far as the choice goes. */
export type PastCase = {
  readonly ticketId: string
  readonly pane: WorkKind
  readonly language: string | null
  readonly topics: readonly string[]
  /** Signs the customer wrote before anybody answered, and signs of the first answer. */
  readonly asked: number
  readonly answered: number
  /** Answers to the customer. */
  readonly answers: number
  readonly reopened: number
  /** CSAT 1 to 5; null: nobody rated it. */
  readonly score: number | null
  readonly hasCause: boolean
  readonly hasComplaint: boolean
  /** Something sensitive is noted about the customer. */
  readonly isSensitive: boolean
  readonly solvedAtMs: number
}
export type CaseReason = 'rated' | 'first-contact' | 'cause-known'
export type PickedCase<Case extends PastCase> = {
  readonly past: Case
  readonly because: readonly CaseReason[]
}

const LEAST_ASKED = 60
const MOST_ASKED = 6_000
const LEAST_ANSWERED = 80
const GOOD_SCORE = 4
const MOST_PICKED = 24
/** Of one topic: a list of the same case teaches one thing. */
const MOST_OF_TOPIC = 4

/** Tags that say a ticket is nobody's exercise. */
const SENSITIVE_TAGS: ReadonlySet<string> = new Set([
  'legal',
  'privacy',
  'gdpr',
  'health',
  'fraud',
  'security',
  'bereavement',
  'recht',
  'datenschutz',
  'gesundheit',
  'betrug',
])

const isGood = (past: PastCase): boolean =>
  past.asked >= LEAST_ASKED &&
  past.asked <= MOST_ASKED &&
  past.answered >= LEAST_ANSWERED &&
  past.reopened === 0 &&
  (past.score === null || past.score >= GOOD_SCORE) &&
  !past.hasComplaint &&
  !past.isSensitive &&
  !past.topics.some(topic => SENSITIVE_TAGS.has(topic.toLowerCase()))

function reasonsOf({ score, answers, hasCause, pane }: PastCase): readonly CaseReason[] {
  return [
    ...(score !== null && score >= GOOD_SCORE ? (['rated'] as const) : []),
    ...(answers === 1 ? (['first-contact'] as const) : []),
    ...(pane === 'support' && hasCause ? (['cause-known'] as const) : []),
  ]
}

type Wish = {
  readonly pane: WorkKind | null
  /** A language tag, its first part counts; null: any. */
  readonly language: string | null
  /** Null: any, and few of each. */
  readonly topic: string | null
}

const spoken = (tag: string | null): string | null => tag?.slice(0, 2).toLowerCase() ?? null

/**
 * Past tickets worth practising with: both sides have written, it was closed well and stayed closed, nothing sensitive is
 * about it. Those with the most reasons come first, then the newest; few of one topic. Pure.
 */
export function pickCases<Case extends PastCase>(
  all: readonly Case[],
  wish: Wish,
): readonly PickedCase<Case>[] {
  const wanted = all.filter(
    past =>
      isGood(past) &&
      (wish.pane === null || past.pane === wish.pane) &&
      (wish.language === null || spoken(past.language) === spoken(wish.language)) &&
      (wish.topic === null || past.topics.includes(wish.topic)),
  )
  const ranked = wanted
    .map(past => ({ past, because: reasonsOf(past) }))
    .toSorted(
      (a, b) =>
        b.because.length - a.because.length ||
        b.past.solvedAtMs - a.past.solvedAtMs ||
        (a.past.ticketId < b.past.ticketId ? -1 : 1),
    )
  const ofTopic = new Map<string, number>()
  const picked: PickedCase<Case>[] = []
  for (const each of ranked) {
    if (picked.length === MOST_PICKED) break
    const topic = each.past.topics[0] ?? ''
    const count = ofTopic.get(topic) ?? 0
    if (wish.topic === null && topic !== '' && count >= MOST_OF_TOPIC) continue
    ofTopic.set(topic, count + 1)
    picked.push(each)
  }
  return picked
}

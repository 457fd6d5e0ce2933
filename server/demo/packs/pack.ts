/** What customers write about. */
export const TOPICS = [
  'late-delivery',
  'charged-twice',
  'refund-when',
  'invoice-address',
  'which-plan',
  'cancel-order',
  'loyalty-points',
  'complaint',
  'training',
  'renewal',
  'compliment',
  'scanner-pairing',
  'printer-offline',
  'export-fails',
  'codes-rejected',
  'app-update',
  'terminal-totals',
  'slow-till',
  'broken-on-arrival',
  'replacement-setup',
] as const
export type TopicId = (typeof TOPICS)[number]

/**
 * The words of one topic in one language. Slots: {order} {amount} {invoice} {rc} {item} {version} {n} {days}.
 * A conversation takes one opening, one reply and, when it goes on, one fix.
 */
export type TopicText = {
  readonly subjects: readonly string[]
  readonly openings: readonly string[]
  readonly replies: readonly string[]
  readonly fixes: readonly string[]
}

/** How people who write one language begin, end, ask again and thank. Slots: {first} {name} {agent}. */
export type Pack = {
  readonly hello: readonly string[]
  readonly bye: readonly string[]
  readonly answerHello: readonly string[]
  readonly answerBye: readonly string[]
  readonly nudges: readonly string[]
  readonly more: readonly string[]
  /** The first one says that it works again: only for what was broken. At least two. */
  readonly thanks: readonly string[]
  readonly closings: readonly string[]
  readonly topics: Readonly<Partial<Record<TopicId, TopicText>>>
}

/** One wording of a topic: subject, opening, reply and, where there is one, the fix. */
export const say = (
  ...[subject, opening, reply, fix]: readonly [subject: string, opening: string, reply: string, fix?: string]
): TopicText => ({
  subjects: [subject],
  openings: [opening],
  replies: [reply],
  fixes: fix === undefined ? [] : [fix],
})

import type { Milestone } from './milestones.ts'
import type { Mood } from './mood.ts'

const DAY_MS = 86_400_000
export const MOST_TOPICS = 2
/** Long enough to have used it, short enough to remember it came. */
const DELIVERED_DAYS = { from: 2, until: 30 }
/** Thanks for praise is late after so many days. */
const PRAISE_DAYS = 60

export type TopicFacts = {
  readonly milestones: readonly Milestone[]
  /** The newest order that came and of which nothing goes back; `about` names what it was. */
  readonly delivered: { readonly about: string; readonly atMs: number } | null
  /** The newest good answer with words of theirs. */
  readonly praise: { readonly words: string; readonly atMs: number } | null
  readonly mood: Mood['mood'] | null
  /** Support is at work, or something is down. */
  readonly hasIncident: boolean
  /** A complaint, a disputed charge, a recovery that is owed. */
  readonly hasGrievance: boolean
  readonly nowMs: number
}
export type Topic =
  | ({ readonly topic: 'milestone' } & Milestone)
  | { readonly topic: 'praise'; readonly about: string; readonly atMs: number }
  | { readonly topic: 'delivered'; readonly about: string; readonly atMs: number }

/** Small talk is for good days: never with somebody who is upset, who waits for a repair or is owed something. */
export const mayChat = ({ mood, hasIncident, hasGrievance }: TopicFacts): boolean =>
  mood !== 'upset' && !hasIncident && !hasGrievance

const isWithin = (atMs: number, nowMs: number, days: number): boolean =>
  atMs <= nowMs && nowMs < atMs + days * DAY_MS

/** What there is to talk about beside the matter itself, two things at most: what they reached, praised and bought. */
export function topicsOf(facts: TopicFacts): readonly Topic[] {
  if (!mayChat(facts)) return []
  const { milestones, delivered, praise, nowMs } = facts
  const all: Topic[] = milestones.map(milestone => ({ topic: 'milestone', ...milestone }))
  if (praise && praise.words.trim() !== '' && isWithin(praise.atMs, nowMs, PRAISE_DAYS))
    all.push({ topic: 'praise', about: praise.words.trim(), atMs: praise.atMs })
  if (
    delivered &&
    isWithin(delivered.atMs, nowMs, DELIVERED_DAYS.until) &&
    !isWithin(delivered.atMs, nowMs, DELIVERED_DAYS.from)
  )
    all.push({ topic: 'delivered', ...delivered })
  return all.slice(0, MOST_TOPICS)
}

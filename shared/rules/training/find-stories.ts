import type { Story } from '../../domain/training.ts'
import { foldText } from '../fold-text.ts'

export type StoryWish = {
  readonly text: string
  /** Null: any. A story of both kinds is one of either. */
  readonly kind: 'service' | 'support' | null
  readonly topic: string | null
}

/** Stories that hold every word asked for, newest first. Case and accents do not matter. Pure. */
export function findStories<Kept extends Story>(
  stories: readonly Kept[],
  { text, kind, topic }: StoryWish,
): readonly Kept[] {
  const words = foldText(text)
    .split(/\s+/u)
    .filter(word => word !== '')
  return stories
    .filter(story => {
      if (kind !== null && story.kind !== kind && story.kind !== 'both') return false
      if (topic !== null && !story.topics.includes(topic)) return false
      const whole = foldText([story.title, story.body, story.reason, ...story.topics].join('\n'))
      return words.every(word => whole.includes(word))
    })
    .toSorted((a, b) => b.keptAtMs - a.keptAtMs || (a.id < b.id ? -1 : 1))
}

/** Topics in use, the commonest first. */
export function topicsOf(stories: readonly Story[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { topics } of stories)
    for (const topic of topics) counts.set(topic, (counts.get(topic) ?? 0) + 1)
  return [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([topic]) => topic)
}

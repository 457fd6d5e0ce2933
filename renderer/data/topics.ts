import i18next from 'i18next'
import type { Topic } from '../../shared/rules/portrait/topics.ts'
import { now } from '../lib/clock.ts'
import { customerText } from '../lib/customer-text.ts'
import { dateOnly, quoted } from '../lib/format.ts'
import { customerInFront } from './front-customer.ts'
import type { InFront } from './front-customer.ts'
import { languageOf } from './growth-intents.ts'
import { isGuestHere } from './guest.ts'
import { canInsert, insertWords } from './insert-words.ts'
import { live } from './live.ts'

const keyOf = (topic: Topic): string => (topic.topic === 'milestone' ? topic.kind : topic.topic)
const countOf = (topic: Topic): number => (topic.topic === 'milestone' ? topic.count : 1)

/** What it is, for the agent. */
export function topicTitle(topic: Topic): string {
  const { about } = topic
  switch (topic.topic) {
    case 'milestone':
      return i18next.t(`topics.title.${topic.kind}`, { count: topic.count, about })
    case 'praise':
      return i18next.t('topics.title.praise', { about: quoted(about) })
    case 'delivered':
      return i18next.t('topics.title.delivered', { about })
  }
}
export const topicDay = ({ atMs }: Topic): string => dateOnly(atMs, now())

/** A sentence about it for the customer, in their language where the console speaks it. */
const wordsFor = (topic: Topic, language: string | null): string =>
  customerText(language, `topics.words.${keyOf(topic)}`, { count: countOf(topic), about: topic.about })

export const insertTopic = (topic: Topic, who: InFront): void => insertWords(wordsFor(topic, languageOf(who)))

/** The first there is to talk about with the customer in front, where there is a ticket to write in. */
export function firstTopic(): { readonly topic: Topic; readonly who: InFront } | null {
  const who = customerInFront()
  if (!who || isGuestHere() || !canInsert()) return null
  const found = live.read('customers.topics', { customerId: who.customerId })
  const topic = found.state === 'ready' ? found.value[0] : undefined
  return topic ? { topic, who } : null
}

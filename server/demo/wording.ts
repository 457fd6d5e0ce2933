import type { Dice } from '../../shared/demo/dice.ts'
import type { Channel } from '../../shared/domain/values.ts'
import { packOf } from './packs/index.ts'
import type { Pack, TopicText } from './packs/pack.ts'
import type { TopicId } from './packs/pack.ts'

export type Slots = Readonly<Record<string, string>>

/** Fills "{order}" and the like. Throws for a slot nobody filled: it would be read by a person. */
export function fillSlots(text: string, slots: Slots): string {
  return text.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = slots[name]
    if (value === undefined) throw new Error(`No value for {${name}}`)
    return value
  })
}

export type Speaker = { readonly first: string; readonly name: string }
/** The sentences of one conversation, in one language. */
export type Wording = {
  readonly subject: string
  readonly opening: string
  readonly reply: (agent: string) => string
  readonly fix: ((agent: string) => string) | null
  readonly more: string
  readonly nudge: string
  readonly thanks: string
  readonly closing: (agent: string) => string
}

type WordingInput = {
  readonly dice: Dice
  readonly language: string
  readonly topic: TopicId
  readonly channel: Channel
  readonly slots: Slots
  readonly speaker: Speaker
  readonly isTechnical: boolean
}

/** Letters have a greeting and a name below them; chat and calls do not. */
const isLetter = (channel: Channel): boolean => channel === 'email' || channel === 'web'

export function topicText(
  language: string,
  topic: TopicId,
): { readonly pack: Pack; readonly text: TopicText } {
  const own = packOf(language)
  const text = own.topics[topic]
  if (text) return { pack: own, text }
  const english = packOf('en').topics[topic]
  if (!english) throw new Error(`No text for ${topic}`)
  return { pack: packOf('en'), text: english }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export function wordingOf({
  dice,
  language,
  topic,
  channel,
  slots,
  speaker,
  isTechnical,
}: WordingInput): Wording {
  const { pack, text } = topicText(language, topic)
  const known = { ...slots, first: speaker.first, name: speaker.name }
  const say = (choices: readonly string[]): string => fillSlots(dice.pick(choices), known)
  const people = (agent: string): Slots => ({ ...known, agent })
  const asCustomer = (body: string, isFirst: boolean): string => {
    if (!isLetter(channel)) return capital(body)
    const hello = isFirst ? `${dice.pick(pack.hello)}\n\n` : ''
    const bye = dice.chance(isFirst ? 0.85 : 0.5)
      ? `\n\n${dice.pick(pack.bye)}\n${isFirst ? speaker.name : speaker.first}`
      : ''
    return `${hello}${isFirst && hello !== '' ? body : capital(body)}${bye}`
  }
  const asAgent =
    (body: string, isFirst: boolean) =>
    (agent: string): string => {
      if (!isLetter(channel)) return body
      const hello = isFirst ? `${fillSlots(dice.pick(pack.answerHello), people(agent))}\n\n` : ''
      return `${hello}${body}\n\n${fillSlots(dice.pick(pack.answerBye), people(agent))}`
    }
  return {
    subject: say(text.subjects),
    opening: asCustomer(say(text.openings), true),
    reply: asAgent(say(text.replies), true),
    fix: text.fixes.length === 0 ? null : asAgent(say(text.fixes), false),
    more: asCustomer(say(pack.more), false),
    nudge: asCustomer(say(pack.nudges), false),
    thanks: asCustomer(say(isTechnical ? pack.thanks : pack.thanks.slice(1)), false),
    closing: asAgent(say(pack.closings), false),
  }
}

import { htmlToText } from '../import/html-text.ts'
import { shorten } from '../import/read-value.ts'
import { addTicket } from './add-ticket.ts'
import type { MessageInput } from './add-ticket.ts'
import { writingMoment } from './calendar.ts'
import type { ExcerptText } from './excerpt-texts.ts'
import type { Known } from './people/customers.ts'
import type { Stage } from './subject-matter.ts'
import { DAY_MS, MINUTE_MS } from './world.ts'

const PLAIN_ANSWERS = [
  'Thank you for asking. I have looked it up for you and written the steps into your account; the short answer is yes, it takes one working day.',
  'Good question. I have checked it on your record: everything is in order, and it will show within two days. I will look again on Thursday.',
  'I can do that for you. Please confirm that the address on your account is still right, then it is done today.',
]

/** The answer that came with a text keeps its author's name and its link: that is what its licence asks for. */
function answerOf(text: ExcerptText, fallback: string): Pick<MessageInput, 'text' | 'html'> {
  if (text.answerHtml !== undefined) {
    const credit = `Answer by ${text.answerAuthor ?? 'unknown'}, ${text.licence}: ${text.url ?? text.link}`
    return {
      text: `${htmlToText(text.answerHtml)}\n\n${credit}`,
      html: `${text.answerHtml}\n<p><small>${credit.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</small></p>`,
    }
  }
  return { text: text.answer?.replaceAll('\r\n', '\n') ?? fallback }
}

/** Real questions as tickets of made-up customers who write English, solved long ago or lately. */
export function addExcerpts(
  { world, cast }: Stage,
  customers: readonly Known[],
  texts: readonly ExcerptText[],
): void {
  const dice = world.dice('excerpts')
  const english = customers.filter(({ place }) => place.pack === 'en')
  for (const text of texts) {
    const who = dice.pick(english)
    const agent = dice.pick(cast.membersOf(text.team))
    const fromMs = world.nowMs - 300 * DAY_MS
    const atMs = writingMoment(dice, {
      fromMs,
      toMs: world.nowMs - DAY_MS,
      offsetMinutes: who.place.offsetMinutes,
    })
    const answeredAtMs = atMs + dice.whole(4, 300) * MINUTE_MS
    addTicket(world, {
      writer: { customerId: who.customer.id, name: who.person.name, email: who.email },
      subject: shorten(text.text, 90),
      channel: text.url === undefined ? 'chat' : 'web',
      tags: [text.intent],
      fields: {
        excerpt: text.collection,
        licence: text.licence,
        link: text.url ?? text.link,
        ...(text.author === undefined ? {} : { author: text.author }),
      },
      threads: [
        {
          kind: text.kind,
          state: world.nowMs - answeredAtMs > 14 * DAY_MS ? 'closed' : 'solved',
          teamId: cast.teams[text.team].id,
          assigneeId: agent.id,
        },
      ],
      messages: [
        { by: null, atMs, text: text.text },
        { by: agent, atMs: answeredAtMs, ...answerOf(text, dice.pick(PLAIN_ANSWERS)) },
      ],
      events: [
        {
          type: 'ticket.created',
          by: null,
          atMs,
          kind: null,
          facts: { channel: text.url === undefined ? 'chat' : 'web', kind: text.kind },
        },
      ],
    })
  }
}

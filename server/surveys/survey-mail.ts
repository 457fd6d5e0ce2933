import type { Random } from '../../shared/clock.ts'
import { newId } from '../../shared/domain/ids.ts'
import { idOfBoth } from '../../shared/rules/named-id.ts'
import type { SurveyKind } from '../../shared/rules/surveys/survey-guard.ts'
import type { HubIntent } from '../sync/apply-as-hub.ts'
import { fillWords, surveyLanguage, surveyWords } from './survey-words.ts'

/** Nobody was to see it yet, and nothing newer holds it back. */
const SEEN_ALL = Number.MAX_SAFE_INTEGER

export type MailFacts = {
  readonly surveyId: string
  readonly kind: SurveyKind
  readonly customerId: string
  readonly name: string
  readonly language: string | null
  readonly address: string
  readonly ticketId: string | null
  /** Thread of the ticket it goes out on; null: it is a contact of its own. */
  readonly threadId: string | null
  readonly workspaceName: string
  readonly link: string
  readonly expiresAtMs: number
  /** A history of the hub that is over may have mailed it. */
  readonly mayHaveLeft: boolean
}

/** The mail in the customer's language: one question, one link, and that a reply reaches people as well. */
export function surveyMail({
  kind,
  name,
  language,
  workspaceName,
  link,
  expiresAtMs,
}: Omit<MailFacts, 'customerId' | 'ticketId' | 'threadId' | 'surveyId' | 'address'>): {
  readonly subject: string
  readonly text: string
} {
  const spoken = surveyLanguage(language)
  const words = surveyWords(spoken)
  const date = new Intl.DateTimeFormat(spoken, { dateStyle: 'long', timeZone: 'UTC' }).format(expiresAtMs)
  const text = [
    fillWords(words.greeting, { person: name }),
    '',
    words.mail[kind],
    words.answerHere,
    '',
    `${link}?in=${spoken}`,
    '',
    fillWords(words.oneClick, { date }),
    '',
    workspaceName,
  ].join('\n')
  return { subject: fillWords(words.subject, { name: workspaceName }), text }
}

/**
 * The mail as the hub's own work, and that it was sent: on the ticket it asks about, else as a contact of its own that
 * nobody has to work on until the customer replies. The ids are the survey's: a second run makes no second mail.
 */
export function mailIntents(
  facts: MailFacts,
  { nowMs, random }: { readonly nowMs: number; readonly random: Random },
): readonly HubIntent[] {
  const { surveyId, customerId, name, address, ticketId, threadId, mayHaveLeft } = facts
  const { subject, text } = surveyMail(facts)
  const to = [{ name, address }]
  const messageId = idOfBoth(surveyId, 'mail')
  const id = (): string => newId(nowMs, random)
  const content = { to, cc: [], bodyText: text, bodyHtml: null, attachments: [] }
  const sent: HubIntent = { name: 'survey.sent', args: { surveyId }, mutationId: id() }
  if (ticketId !== null && threadId !== null) {
    const args = { ...content, messageId, ticketId, threadId, channel: 'email' as const }
    const confirmed = { ...args, seenUpToSeq: SEEN_ALL, confirmed: true }
    return [{ name: 'ticket.reply', args: confirmed, mutationId: id(), mayHaveLeft }, sent]
  }
  const own = idOfBoth(surveyId, 'ticket')
  const thread = {
    id: idOfBoth(own, 'service'),
    kind: 'service' as const,
    state: 'solved' as const,
    priority: 'low' as const,
    teamId: null,
    assigneeId: null,
  }
  const message = { ...content, id: messageId, direction: 'out' as const, from: null }
  const args = { ticketId: own, customerId, subject, channel: 'email' as const, tags: ['survey'], fields: {} }
  return [
    {
      name: 'ticket.create',
      args: { ...args, threads: [thread], message, note: null },
      mutationId: id(),
      mayHaveLeft,
    },
    sent,
  ]
}

import type { Random } from '../../shared/clock.ts'
import { newId } from '../../shared/domain/ids.ts'
import { formatMoney } from '../../shared/rules/money.ts'
import { idOfBoth } from '../../shared/rules/named-id.ts'
import type { LeavingOpportunity } from '../db/queries/opportunities.ts'
import type { HubIntent } from '../sync/apply-as-hub.ts'

type Language = 'en' | 'de'
type Words = Readonly<
  Record<'subject' | 'intro' | 'what' | 'worth' | 'who' | 'reach' | 'agreed' | 'reply' | 'noReach', string>
> & {
  readonly kinds: Readonly<Record<string, string>>
  readonly ways: Readonly<Record<string, string>>
}

/** What colleagues outside read. These mails have no window and so no locale file of one. */
const words: Readonly<Record<Language, Words>> = {
  en: {
    subject: '{customer} agreed to hear from you',
    intro: 'one of our customers would like to be contacted about this:',
    what: 'What it is about',
    worth: 'What it may be worth',
    who: 'Who',
    reach: 'How to reach them',
    noReach: 'Please ask us.',
    agreed: 'They agreed to this being passed on ({way}, {date}).',
    reply: 'Please reply to this mail if you cannot take it on.',
    kinds: {
      upsell: 'More of what they have',
      'cross-sell': 'Something beside it',
      renewal: 'Renewal',
      referral: 'Referral',
      testimonial: 'Testimonial',
      study: 'Would take part in a usability study',
    },
    ways: {
      phone: 'on the phone',
      chat: 'in a chat',
      email: 'by mail',
      form: 'in a form',
      'in-person': 'in person',
    },
  },
  de: {
    subject: '{customer} möchte von Ihnen hören',
    intro: 'jemand von unseren Kunden möchte dazu angesprochen werden:',
    what: 'Worum es geht',
    worth: 'Was es wert sein kann',
    who: 'Wer',
    reach: 'Zu erreichen',
    noReach: 'Bitte fragen Sie bei uns nach.',
    agreed: 'Mit der Weitergabe besteht Einverständnis ({way}, {date}).',
    reply: 'Bitte antworten Sie auf diese E-Mail, wenn Sie das nicht übernehmen können.',
    kinds: {
      upsell: 'Mehr von dem, was da ist',
      'cross-sell': 'Etwas daneben',
      renewal: 'Verlängerung',
      referral: 'Empfehlung',
      testimonial: 'Referenz',
      study: 'Würde an einer Nutzerstudie teilnehmen',
    },
    ways: {
      phone: 'am Telefon',
      chat: 'im Chat',
      email: 'per E-Mail',
      form: 'im Formular',
      'in-person': 'persönlich',
    },
  },
}
const GREETING: Readonly<Record<Language, string>> = { en: 'Hello,', de: 'Guten Tag,' }

/** The language the customer is served in: whoever looks after them in it reads it. */
const languageOf = (tag: string | null): Language =>
  tag?.toLowerCase().startsWith('de') === true ? 'de' : 'en'
const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole)

/** Somewhere a mail can go to; anything else is for whatever IT has connected. */
export const isMailAddress = (address: string): boolean =>
  /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]+$/u.test(address)

type Sender = { readonly workspaceName: string }

/** What was agreed to and whom to call, and nothing else of the customer. */
export function opportunityMail(
  opportunity: LeavingOpportunity,
  { workspaceName }: Sender,
): { readonly subject: string; readonly text: string } {
  const language = languageOf(opportunity.customerLanguage)
  const said = words[language]
  const { kind, productName, note, valueMinor, currency, consentVia, consentAtMs } = opportunity
  const { customerName, organisationName, contact } = opportunity
  const worth =
    valueMinor === null || currency === null
      ? null
      : formatMoney({ minor: valueMinor, currency, locale: language })
  const date =
    consentAtMs === null
      ? ''
      : new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(consentAtMs)
  const way = said.ways[consentVia ?? ''] ?? consentVia ?? ''
  const lines = [
    `${said.what}: ${[said.kinds[kind] ?? kind, productName].filter(Boolean).join(', ')}`,
    note,
    ...(worth === null ? [] : [`${said.worth}: ${worth}`]),
    '',
    `${said.who}: ${[customerName, organisationName].filter(Boolean).join(', ')}`,
    `${said.reach}: ${contact ?? said.noReach}`,
    fill(said.agreed, { way, date }),
  ]
  const text = [GREETING[language], '', said.intro, '', ...lines, '', said.reply, '', workspaceName].join(
    '\n',
  )
  return { subject: fill(said.subject, { customer: customerName }), text }
}

/**
 * The mail as the hub's own work, and that it was sent: a contact of its own that nobody has to work on until somebody
 * replies. It lies with the customer, whose it is to be exported and erased. The ids are those of the act that passed it on:
 * a second run makes no second mail, and a hub with another history makes the same one, which may have left.
 */
export function opportunityIntents(
  opportunity: LeavingOpportunity,
  sender: Sender,
  { nowMs, random }: { readonly nowMs: number; readonly random: Random },
): readonly HubIntent[] {
  const { id: opportunityId, customerId, address, passingId, mayHaveLeft } = opportunity
  const { subject, text } = opportunityMail(opportunity, sender)
  // Taken back and passed on again it is another mail; given again to a restored hub it is the same.
  const ticketId = idOfBoth(opportunityId, `passed on ${passingId ?? address}`)
  const thread = {
    id: idOfBoth(ticketId, 'service'),
    kind: 'service' as const,
    state: 'solved' as const,
    priority: 'low' as const,
    teamId: null,
    assigneeId: null,
  }
  const message = {
    id: idOfBoth(ticketId, 'mail'),
    direction: 'out' as const,
    from: null,
    to: [{ name: null, address }],
    cc: [],
    bodyText: text,
    bodyHtml: null,
    attachments: [],
  }
  const args = { ticketId, customerId, subject, channel: 'email' as const, tags: ['opportunity'], fields: {} }
  const id = (): string => newId(nowMs, random)
  return [
    {
      name: 'ticket.create',
      args: { ...args, threads: [thread], message, note: null },
      mutationId: id(),
      mayHaveLeft,
    },
    { name: 'opportunity.sent', args: { opportunityId, isMailed: true }, mutationId: id() },
  ]
}

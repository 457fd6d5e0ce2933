import type { Intent } from '../mutations/define.ts'
import type { MutationArgs } from '../mutations/index.ts'
import { fillIn, openPlaces, placesFrom } from './fill-in.ts'
import { inLanguage } from './in-language.ts'
import { idOfBoth } from './named-id.ts'

type Wording = {
  readonly body: string
  readonly variants: readonly { readonly language: string; readonly body: string }[]
  readonly subject: string
  readonly agent: { readonly name: string }
}
type Receiver = {
  readonly customerName: string
  /** BCP 47; null when it is not known. */
  readonly language: string | null
  readonly organisationName: string | null
  readonly assetName: string
}

/** The mail as it goes to this customer, in their language where there is one; null when it has a place nothing fills. */
export function proactiveText(
  { body, variants, subject, agent }: Wording,
  receiver: Receiver,
): string | null {
  const { customerName, language, organisationName, assetName } = receiver
  const text = fillIn(
    inLanguage(variants, [language])?.body ?? body,
    placesFrom({
      customer: { name: customerName },
      organisation: organisationName === null ? null : { name: organisationName },
      agent,
      ticket: { number: null, subject },
      order: null,
      asset: { name: assetName, serial: null },
    }),
  )
  return openPlaces(text).length > 0 ? null : text
}

type Issue = { readonly id: string; readonly code: string }
type Mail = {
  readonly customerId: string
  readonly name: string | null
  readonly address: string
  readonly subject: string
  readonly text: string
}

/**
 * A ticket with an outgoing mail to somebody a known issue can hit, linked to it, as one group. All ids are made of issue
 * and customer: whoever writes to the same customer about it as well makes no second ticket and no second mail.
 */
export function proactiveTicket(issue: Issue, mail: Mail, agentId: string): readonly Intent[] {
  const { customerId, name, address, subject, text } = mail
  const ticketId = idOfBoth(issue.id, customerId)
  const create: MutationArgs<'ticket.create'> = {
    ticketId,
    customerId,
    subject,
    channel: 'email',
    tags: [issue.code],
    fields: {},
    threads: [
      {
        id: idOfBoth(ticketId, 'support'),
        kind: 'support',
        state: 'pending',
        priority: 'normal',
        teamId: null,
        assigneeId: agentId,
      },
    ],
    message: {
      id: idOfBoth(ticketId, 'mail'),
      direction: 'out',
      from: null,
      to: [{ name, address }],
      cc: [],
      bodyText: text,
      bodyHtml: null,
      attachments: [],
    },
    note: null,
  }
  const link: MutationArgs<'ticket.linkIssue'> = {
    linkId: idOfBoth(ticketId, issue.id),
    ticketId,
    issueId: issue.id,
  }
  return [
    { name: 'ticket.create', args: create },
    { name: 'ticket.linkIssue', args: link },
  ]
}

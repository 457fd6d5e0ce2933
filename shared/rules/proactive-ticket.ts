import type { Intent } from '../mutations/define.ts'
import type { MutationArgs } from '../mutations/index.ts'
import { idOfBoth } from './named-id.ts'

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

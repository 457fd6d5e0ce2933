import type { AttentionItem, DoubtfulMessage, LedgerLine } from '../../../shared/contract/sync.ts'
import { makeId } from './ids.ts'
import { me } from './world/people.ts'

const MINUTE = 60_000

/** A held reply with what was said since, a card two people edited, and an owner who was first. */
export function attentionItems(nowMs: number, ticketId: string): readonly AttentionItem[] {
  const customerId = makeId()
  return [
    {
      key: ticketId,
      mutationIds: [makeId()],
      ticketId,
      number: 48_213,
      subject: 'Charged twice, and the scanner still will not pair',
      customerName: 'Ana Ruiz',
      since: [
        {
          id: makeId(),
          isFromCustomer: true,
          isNote: false,
          authorName: 'Ana Ruiz',
          atMs: nowMs - 12 * MINUTE,
          text: 'Ya lo he resuelto con el banco, gracias. Queda el escáner.',
          isCut: false,
        },
      ],
      acts: [
        {
          mutationIds: [makeId()],
          intents: [
            {
              mutationId: makeId(),
              name: 'ticket.reply',
              description: {
                key: 'describe.reply',
                values: { to: 'Ana Ruiz', receivers: 1, excerpt: 'Hola' },
              },
            },
            {
              mutationId: makeId(),
              name: 'thread.setState',
              description: { key: 'describe.setState', values: { state: 'solved' } },
            },
          ],
          verdict: 'conflict',
          reason: 'newer-messages',
          fields: [],
          words: 'Hola Ana, tienes razón y lo siento: te hemos cobrado dos veces.',
          canBeNote: true,
          writtenAtMs: nowMs - 40 * MINUTE,
        },
      ],
    },
    {
      key: customerId,
      mutationIds: [makeId()],
      ticketId: null,
      number: null,
      subject: null,
      customerName: 'Priya Natarajan',
      since: [],
      acts: [
        {
          mutationIds: [makeId()],
          intents: [
            {
              mutationId: makeId(),
              name: 'customer.editFacts',
              description: { key: 'describe.editFacts', values: { fields: 'name tier jobTitle' } },
            },
          ],
          verdict: 'conflict',
          reason: 'changed-since',
          fields: [
            {
              table: 'customers',
              id: customerId,
              field: 'jobTitle',
              seen: 'Head of retail',
              mine: 'Head of retail, EMEA',
              theirs: 'Interim head of retail',
              suggestion: { take: 'merged', value: 'Interim head of retail, EMEA', because: 'words-joined' },
            },
            {
              table: 'customers',
              id: customerId,
              field: 'tier',
              seen: 'Silver',
              mine: 'Gold',
              theirs: 'Platinum',
              suggestion: { take: 'theirs', value: 'Platinum', because: 'theirs-stands' },
            },
          ],
          words: null,
          canBeNote: false,
          writtenAtMs: nowMs - 31 * MINUTE,
        },
      ],
    },
    {
      key: makeId(),
      mutationIds: [makeId()],
      ticketId: makeId(),
      number: 48_190,
      subject: 'Which plan fits 40 shops?',
      customerName: 'Priya Natarajan',
      since: [],
      acts: [
        {
          mutationIds: [makeId()],
          intents: [
            { mutationId: makeId(), name: 'thread.take', description: { key: 'describe.take', values: {} } },
          ],
          verdict: 'conflict',
          reason: 'taken',
          fields: [
            {
              table: 'threads',
              id: makeId(),
              field: 'assigneeId',
              seen: null,
              mine: me.id,
              theirs: makeId(),
              suggestion: { take: 'theirs', value: null, because: 'first-wins' },
            },
          ],
          words: null,
          canBeNote: false,
          writtenAtMs: nowMs - 20 * MINUTE,
        },
      ],
    },
  ]
}

/** An act in every state there is. */
export function ledgerLines(nowMs: number): readonly LedgerLine[] {
  const states = [
    'resting',
    'here',
    'sending',
    'unconfirmed',
    'parked',
    'delivered',
    'accepted',
    'bounced',
    'unknown',
  ] as const
  return states.map((state, index) => {
    const writtenAtMs = nowMs - (index * 7 + 1) * MINUTE
    const hasLeft = index > 4
    const isOver = state === 'delivered' || state === 'bounced'
    return {
      mutationId: makeId(),
      groupId: null,
      messageId: makeId(),
      name: 'ticket.reply',
      description: { key: 'describe.reply', values: { to: 'Ana Ruiz', receivers: 1, excerpt: 'Hola' } },
      ticketId: makeId(),
      number: 48_213 + index,
      subject: 'Charged twice, and the scanner still will not pair',
      state,
      writtenAtMs,
      acceptedAtMs: hasLeft ? writtenAtMs + 15_000 : null,
      deliveredAtMs: isOver ? writtenAtMs + 21_000 : null,
      restsUntilMs: state === 'resting' ? nowMs + 9_000 : null,
      attempts: state === 'unconfirmed' ? 3 : 0,
    }
  })
}

/** Messages of a hub that was restored: one's own, one of the hub, one to somebody whose name is written the other way. */
export const doubtfulMessages = (nowMs: number): readonly DoubtfulMessage[] =>
  [
    {
      subject: 'Charged twice',
      name: 'Ana Ruiz',
      author: 'Lena Koch',
      files: 2,
      text: 'Your refund is on its way.',
    },
    {
      subject: 'يوسف حداد möchte von Ihnen hören',
      name: 'sales@partner.example',
      author: null,
      files: 0,
      text: 'Guten Tag,\n\njemand möchte dazu angesprochen werden.',
    },
    {
      subject: 'السعر',
      name: 'يوسف حداد',
      author: 'Lena Koch',
      files: 0,
      text: 'شكراً لك، لقد أعدنا المبلغ.',
    },
  ].map(({ subject, name, author, files, text }, index) => ({
    messageId: makeId(),
    ticketId: makeId(),
    number: 4711 + index,
    subject,
    customerName: name,
    to: [name],
    excerpt: text,
    authorName: author,
    files,
    writtenAtMs: nowMs - (index + 2) * 7 * MINUTE,
  }))

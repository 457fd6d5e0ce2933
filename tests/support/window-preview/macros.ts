import type { Macro } from '../../../shared/domain/knowledge.ts'
import { makeId } from './ids.ts'

const UNCHANGED = {
  family: null,
  version: null,
  updatedAtMs: null,
  updatedBy: null,
  retiredAtMs: null,
} as const
const aMacro = (row: Omit<Macro, 'id' | keyof typeof UNCHANGED>): Macro => ({
  id: makeId(),
  ...UNCHANGED,
  ...row,
})

/** Macros as a team has them: with words, with steps, with both, in several languages. */
export const someMacros: readonly Macro[] = [
  ...[
    ['en', 'Hello {{customer.firstName}},\n\nI have read everything and will get back to you tomorrow.'],
    ['de', 'Guten Tag {{customer.name}},\n\nich habe alles gelesen und melde mich morgen.'],
    ['es', 'Hola, {{customer.firstName}}:\n\nlo he leído todo y te contesto mañana.'],
  ].map(([language = '', body = '']) =>
    aMacro({ title: 'Acknowledge and promise a time', language, kind: null, body, steps: [] }),
  ),
  aMacro({
    title: 'Order is on its way',
    language: null,
    kind: 'service',
    body: 'Hello {{customer.firstName}},\n\nyour order {{order.number}} has left our house. Where it is: {{order.trackingCode}}\n\n{{agent.firstName}}',
    steps: [
      { mutation: 'thread.setState', args: { state: 'pending' } },
      { mutation: 'ticket.tag', args: { tags: ['shipped'] } },
    ],
  }),
  aMacro({
    title: 'Mine, urgent, and call back tomorrow',
    language: null,
    kind: null,
    body: null,
    steps: [
      { mutation: 'thread.take', args: {} },
      { mutation: 'thread.setPriority', args: { priority: 'urgent' } },
      { mutation: 'followUp.add', args: { title: 'Call {{customer.name}} back', due: { inMinutes: 1440 } } },
      { mutation: 'robot.call', args: {} },
    ],
  }),
  aMacro({
    title: 'Refund released',
    language: 'en',
    kind: 'service',
    body: 'I have released your refund.',
    steps: [],
  }),
  aMacro({
    title: 'Ask for version and serial number',
    language: 'en',
    kind: 'support',
    body: 'Which version?',
    steps: [],
  }),
]

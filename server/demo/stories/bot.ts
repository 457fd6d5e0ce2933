import type { Ticket } from '../../../shared/domain/tickets.ts'
import { addTicket, opened } from '../add-ticket.ts'
import type { MessageInput } from '../add-ticket.ts'
import type { Stage } from '../subject-matter.ts'
import { DAY_MS, MINUTE_MS } from '../world.ts'
import { addPerson, writerOf } from './props.ts'

const BOT = 'Robin'
const ASKED = ['Which printer do you have?', 'Which light is on?'] as const

/** The shop's bot asked what it could; then she wanted a person, and Ivan, whose work it is, has not come yet. */
export function tellBot(stage: Stage): void {
  const { world, cast } = stage
  const tess = addPerson(stage, {
    name: 'Tess Moran',
    first: 'Tess',
    email: 'tess@example.com',
    country: 'IE',
    shop: 'Moran Bikes',
    jobTitle: 'Owner',
    sinceMs: world.nowMs - 700 * DAY_MS,
  })
  const atMs = world.nowMs - 74 * MINUTE_MS
  const line = (by: MessageInput['by'], minute: number, text: string): MessageInput => ({
    by,
    atMs: atMs + minute * MINUTE_MS,
    text,
  })
  const { ticket } = addTicket(world, {
    writer: writerOf(tess),
    subject: 'Receipts come out blank since this morning',
    channel: 'chat',
    tags: ['printer'],
    threads: [
      { kind: 'support', state: 'open', teamId: cast.teams.devices.id, assigneeId: cast.agents.ivan.id },
    ],
    messages: [
      line(null, 0, 'All our receipts are blank since this morning.'),
      line('bot', 0.1, `I am Robin, the bot of Harbour Tills. ${ASKED[0]}`),
      line(null, 1, 'The P80, the small one.'),
      line(
        'bot',
        1.1,
        `Please open the lid and turn the roll round: the paper has one side that prints. ${ASKED[1]}`,
      ),
      line(
        null,
        3,
        'Only the green one. I turned it twice, still blank. I have a queue here, can a person call me?',
      ),
    ],
    events: [
      opened(atMs + 3 * MINUTE_MS, 'chat', 'support'),
      {
        type: 'ticket.takeover-asked',
        by: null,
        atMs: atMs + 3 * MINUTE_MS,
        kind: null,
        facts: { reason: 'asked', bot: BOT },
      },
    ],
  })
  askForPerson(stage, ticket, atMs)
}

/** Why a person is needed, and what the bot has asked already. */
function askForPerson({ world }: Stage, ticket: Ticket, atMs: number): void {
  const of = { customerId: ticket.customerId, ticketId: ticket.id }
  world.add('takeovers', {
    ...of,
    id: ticket.id,
    bot: BOT,
    reason: 'asked',
    words: 'Turned the paper roll already.',
    askedAtMs: atMs + 3 * MINUTE_MS,
    takenBy: null,
    takenAtMs: null,
  })
  const said = world.rows('messages').filter(({ ticketId }) => ticketId === ticket.id)
  for (const words of ASKED) {
    const place = said.findIndex(({ bodyText }) => bodyText.endsWith(words))
    world.add('askedTried', {
      ...of,
      id: world.id(atMs),
      kind: 'asked',
      words,
      detailKey: null,
      result: null,
      outcome: said[place + 1]?.bodyText ?? null,
      source: 'bot',
      messageId: said[place]?.id ?? null,
      runId: null,
      stepId: null,
      agentId: null,
      atMs: said[place]?.writtenAtMs ?? atMs,
      closedAtMs: atMs + 3 * MINUTE_MS,
      closedBy: null,
    })
  }
}

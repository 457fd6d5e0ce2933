import { addTicket, noted, opened, wrote } from '../add-ticket.ts'
import type { EventInput, ThreadInput } from '../add-ticket.ts'
import { nextAt } from '../calendar.ts'
import type { Known } from '../people/customers.ts'
import type { Stage } from '../subject-matter.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../world.ts'
import { addAnaBelongings } from './ana-belongings.ts'
import { addAnaHistory } from './ana-history.ts'
import { addFollowUp, addPerson, addPromise, writerOf } from './props.ts'

const FRIDAY = 5
/** Ticket number people know the story by. */
export const ANA_NUMBER = 48_213

function addAna(stage: Stage): Known {
  const { nowMs } = stage.world
  return addPerson(stage, {
    name: 'Ana Ruiz',
    first: 'Ana',
    email: 'ana@example.com',
    country: 'ES',
    shop: 'Librería Faro',
    jobTitle: 'Owner',
    phone: '+34 910 555 0143',
    sinceMs: Date.UTC(new Date(nowMs).getUTCFullYear() - 4, 2, 9),
    facts: {
      tier: 'gold',
      yearlyValueMinor: 840_000,
      health: 61,
      journeyStage: 'onboarding',
      labels: ['reference'],
      facts:
        'Runs three shops, the third opens in December. Writes Spanish, reads English. Say tú. Best reached by mail before ten.',
      fields: {
        healthTrend: 'falling',
        shops: 3,
        onboardingPlan: 'Third shop',
        onboardingStep: 4,
        onboardingSteps: 6,
      },
    },
  })
}

const anaThreads = ({ world: { nowMs }, cast: { teams, agents } }: Stage): readonly ThreadInput[] => [
  {
    kind: 'service',
    state: 'open',
    teamId: teams.orders.id,
    assigneeId: agents.mira.id,
    priority: 'high',
    dueAtMs: nowMs + 21 * MINUTE_MS,
  },
  {
    kind: 'support',
    state: 'open',
    teamId: teams.devices.id,
    assigneeId: agents.jonas.id,
    priority: 'high',
    dueAtMs: nowMs + 7 * HOUR_MS + 40 * MINUTE_MS,
  },
]

const anaEvents = (
  { world: { nowMs }, cast: { agents } }: Stage,
  wroteAtMs: number,
): readonly EventInput[] => [
  opened(wroteAtMs, 'email', 'service'),
  {
    type: 'ticket.relabelled',
    by: null,
    atMs: wroteAtMs + 20_000,
    kind: null,
    facts: {
      before: 'service',
      after: 'both',
      because: '“charged twice”, “order 7719” and “does not pair”, “E-310”',
    },
  },
  {
    type: 'charge.duplicate-confirmed',
    by: agents.mira.id,
    atMs: nowMs - 5 * MINUTE_MS,
    kind: 'service',
    facts: { invoice: '88-2190', amountMinor: 24_900, currency: 'EUR' },
  },
]

/** What was promised and what comes next, on her card. */
function addNextSteps(stage: Stage, ana: Known, ticketId: string): void {
  const { nowMs } = stage.world
  const { mira } = stage.cast.agents
  const at = { offsetMinutes: ana.place.offsetMinutes }
  addPromise(stage, ana, {
    title: 'Refund 249 € on her account',
    dueAtMs: nextAt(nowMs, FRIDAY, { ...at, hour: 18 }),
    ticketId,
    ownerId: mira.id,
    madeAtMs: nowMs - 4 * MINUTE_MS,
  })
  const followUpId = addFollowUp(stage, ana, {
    title: 'Recovery call after the fix',
    reason: 'suggested · voucher up to 30 €',
    dueAtMs: nowMs + 2 * DAY_MS,
    ticketId,
    ownerId: mira.id,
    madeAtMs: nowMs - 4 * MINUTE_MS,
  })
  stage.world.add('events', {
    id: stage.world.id(nowMs - 4 * MINUTE_MS),
    customerId: ana.customer.id,
    ticketId,
    threadId: null,
    kind: 'service',
    type: 'recovery.planned',
    actorId: mira.id,
    facts: { followUpId, because: 'downtime', count: 2, dueAtMs: nowMs + 2 * DAY_MS },
    atMs: nowMs - 4 * MINUTE_MS,
  })
}

/** Charged twice, and the scanner still will not pair: both kinds of work on one ticket, and a customer not to lose. */
export function tellAnaRuiz(stage: Stage): { readonly ticketId: string } {
  const { world, cast } = stage
  const { nowMs } = world
  const { jonas } = cast.agents
  const ana = addAna(stage)
  addAnaBelongings(stage, ana)
  addAnaHistory(stage, ana)
  const wroteAtMs = nowMs - 9 * MINUTE_MS
  const { ticket } = addTicket(world, {
    writer: writerOf(ana),
    subject: 'Charged twice, and the scanner still will not pair',
    channel: 'email',
    tags: ['till', 'spain', 'KE-117'],
    fields: {
      order: '7719',
      component: 'device',
      severity: 'stops',
      symptom: 'does not pair',
      errorCode: 'E-310',
      frequency: 'every time',
      tried: 'restart, re-pair',
      notTried: 'USB update',
      diagnosisKnown: 4,
      diagnosisAsked: 6,
    },
    threads: anaThreads(stage),
    messages: [
      wrote(
        wroteAtMs,
        'Hi, my card was charged 249 € twice for order 7719 on Friday. On top of that the handheld scanner from the same order still does not pair with the till, it blinks red and the app says E-310. I wrote about the scanner on Friday already. Could you please sort out both?\n\nAna Ruiz\nLibrería Faro',
      ),
    ],
    notes: [
      noted(jonas, nowMs - 6 * MINUTE_MS, {
        support:
          'Scanner is a P40 on firmware 2.1, matches KE-117. Already tried on Friday: restart, re-pair. Not tried: firmware 2.3 over USB.',
      }),
    ],
    events: anaEvents(stage, wroteAtMs),
  })
  addNextSteps(stage, ana, ticket.id)
  return { ticketId: ticket.id }
}

import { addTicket, answered, noted, opened, wrote } from '../add-ticket.ts'
import type { AgentKey } from '../cast.ts'
import { tell } from '../history.ts'
import type { TopicId } from '../packs/pack.ts'
import type { Known } from '../people/customers.ts'
import type { Stage } from '../subject-matter.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../world.ts'
import { writerOf } from './props.ts'

function addLateRolls({ world, cast }: Stage, ana: Known): void {
  const { nowMs } = world
  const { sofia } = cast.agents
  const lateAtMs = nowMs - 27 * DAY_MS
  addTicket(world, {
    writer: writerOf(ana),
    subject: 'Rolls came four days late',
    channel: 'email',
    tags: ['delivery', 'complaint'],
    threads: [
      {
        kind: 'service',
        state: 'solved',
        teamId: cast.teams.orders.id,
        assigneeId: sofia.id,
        solvedAtMs: lateAtMs + 2 * DAY_MS,
      },
    ],
    messages: [
      wrote(
        lateAtMs,
        'Hola:\n\nlos rollos del pedido 7402 han llegado hoy, con cuatro días de retraso. Hemos tenido que comprar en la papelería de al lado. Gente encantadora, paquetes lentos.\n\nAna Ruiz',
      ),
      answered(
        sofia,
        lateAtMs + 3 * HOUR_MS,
        'Hola, Ana:\n\ntienes razón y lo siento. El transportista perdió dos días en Zaragoza. Te he dejado un vale de 10 € en la cuenta y el próximo pedido sale por mensajero.\n\nUn saludo,\nSofia N.',
      ),
      wrote(lateAtMs + 30 * HOUR_MS, 'Gracias, Sofia. Con el vale, arreglado.\n\nAna'),
    ],
    events: [
      opened(lateAtMs, 'email', 'service'),
      {
        type: 'experience.negative',
        by: null,
        atMs: lateAtMs,
        kind: 'service',
        facts: { cause: 'late-delivery', order: '7402', days: 4 },
      },
      {
        type: 'goodwill.given',
        by: sofia.id,
        atMs: lateAtMs + 3 * HOUR_MS,
        kind: 'service',
        facts: { amountMinor: 1000, currency: 'EUR', form: 'voucher' },
      },
    ],
  })
}

function addStuckUpdate({ world, cast }: Stage, ana: Known): void {
  const { nowMs } = world
  const { lena } = cast.agents
  const proxyAtMs = nowMs - 83 * DAY_MS
  addTicket(world, {
    writer: writerOf(ana),
    subject: 'Till app would not update',
    channel: 'email',
    tags: ['update', 'KE-104'],
    fields: { knownIssue: 'KE-104', cause: 'proxy' },
    threads: [{ kind: 'support', state: 'closed', teamId: cast.teams.till.id, assigneeId: lena.id }],
    messages: [
      wrote(
        proxyAtMs,
        'Hola:\n\nla aplicación de caja dice que hay una actualización, pero no se instala nunca. En la segunda tienda sí ha funcionado.\n\nAna Ruiz',
      ),
      answered(
        lena,
        proxyAtMs + 50 * MINUTE_MS,
        'Hola, Ana:\n\nen la primera tienda hay un proxy que pide contraseña sin enseñarlo. Te mando el instalador; con la 8.2 puesta, las siguientes entran solas.\n\nUn saludo,\nLena K.',
      ),
      wrote(proxyAtMs + 5 * HOUR_MS, 'Instalada, gracias.\n\nAna'),
    ],
    notes: [
      noted(lena, proxyAtMs + 6 * HOUR_MS, {
        support:
          'Cause: authenticating proxy in shop one, versions before 8.3. Added the exception with her IT service on the phone.',
      }),
    ],
  })
}

const others: readonly (readonly [topic: TopicId, daysAgo: number, by: AgentKey])[] = [
  ['which-plan', 690, 'daniel'],
  ['invoice-address', 611, 'yuki'],
  ['codes-rejected', 510, 'jonas'],
  ['loyalty-points', 480, 'yuki'],
  ['scanner-pairing', 395, 'jonas'],
  ['which-plan', 320, 'daniel'],
  ['loyalty-points', 222, 'yuki'],
  ['which-plan', 205, 'daniel'],
  ['codes-rejected', 141, 'jonas'],
  ['invoice-address', 98, 'yuki'],
  ['which-plan', 61, 'daniel'],
]

function addSurveys({ world, cast }: Stage, ana: Known): void {
  // She rated what she had written about: with it, it is one experience and not two.
  const late = world.rows('tickets').find(({ subject }) => subject === 'Rolls came four days late')
  const answers = [
    { score: 5, daysAgo: 205, comment: null, agentId: cast.agents.daniel.id },
    { score: 4, daysAgo: 82, comment: null, agentId: cast.agents.lena.id },
    { score: 2, daysAgo: 25, comment: 'Lovely people, slow parcels', agentId: cast.agents.sofia.id },
  ]
  for (const { score, daysAgo, comment, agentId } of answers) {
    const askedAtMs = world.nowMs - daysAgo * DAY_MS
    world.add('surveys', {
      id: world.id(askedAtMs),
      customerId: ana.customer.id,
      ticketId: score <= 2 ? (late?.id ?? null) : null,
      kind: 'csat',
      score,
      comment,
      askedAtMs,
      answeredAtMs: askedAtMs + 4 * HOUR_MS,
      agentId,
      sentAtMs: null,
    })
  }
}

/** Nine earlier tickets of service, four of support, three answers to surveys. */
export function addAnaHistory(stage: Stage, ana: Known): void {
  const { world, cast } = stage
  addLateRolls(stage, ana)
  addStuckUpdate(stage, ana)
  const dice = world.dice('ana')
  for (const [topic, daysAgo, by] of others) {
    const atMs = world.nowMs - daysAgo * DAY_MS
    tell(stage, dice, {
      who: ana,
      topic,
      ending: 'solved',
      state: null,
      assigneeId: cast.agents[by].id,
      atMs,
    })
  }
  addSurveys(stage, ana)
}

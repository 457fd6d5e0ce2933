import type { Fields, WorkKind } from '../../../shared/domain/values.ts'
import { addTicket, noted, opened, wrote } from '../add-ticket.ts'
import type { Known } from '../people/customers.ts'
import type { Stage } from '../subject-matter.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../world.ts'
import { addFollowUp, addPerson, writerOf } from './props.ts'

type BadDay = {
  readonly daysAgo: number
  readonly subject: string
  readonly text: string
  readonly answer: string
  readonly kind: WorkKind
  readonly facts: Fields
}

const badDays: readonly BadDay[] = [
  {
    daysAgo: 24,
    subject: 'Cajas paradas a las seis de la mañana',
    text: 'Cuatro panaderías sin caja desde las seis. Nadie contesta al teléfono.\n\nBeatriz Molina',
    answer:
      'Hola, Beatriz:\n\nya funcionan las cuatro, lamento que hayan sido siete horas. Fue una actualización que salió de noche.\n\nIvan V.',
    kind: 'support',
    facts: { cause: 'downtime', hours: 7 },
  },
  {
    daysAgo: 16,
    subject: 'Me prometieron una llamada el jueves',
    text: 'Me dijeron que el jueves me llamarían para explicar lo de las cajas. No ha llamado nadie.\n\nBeatriz Molina',
    answer:
      'Hola, Beatriz:\n\ntienes toda la razón, la llamada se nos pasó. Te llamo mañana a la hora que digas.\n\nDaniel O.',
    kind: 'service',
    facts: { cause: 'promise-broken' },
  },
]

function tellBadWeeks({ world, cast }: Stage, beatriz: Known): void {
  for (const { daysAgo, subject, text, answer, kind, facts } of badDays) {
    const atMs = world.nowMs - daysAgo * DAY_MS
    const agent = kind === 'support' ? cast.agents.ivan : cast.agents.daniel
    const team = kind === 'support' ? cast.teams.till : cast.teams.complaints
    addTicket(world, {
      writer: writerOf(beatriz),
      subject,
      channel: 'email',
      tags: ['complaint'],
      threads: [{ kind, state: 'closed', teamId: team.id, assigneeId: agent.id }],
      messages: [
        { by: null, atMs, text },
        { by: agent, atMs: atMs + 9 * HOUR_MS, text: answer },
      ],
      events: [{ type: 'experience.negative', by: null, atMs: atMs + 9 * HOUR_MS, kind, facts }],
    })
  }
}

function addBeatriz(stage: Stage): Known {
  const { nowMs } = stage.world
  const beatriz = addPerson(stage, {
    name: 'Beatriz Molina',
    first: 'Beatriz',
    email: 'beatriz@example.com',
    country: 'ES',
    shop: 'Panaderías Molina',
    jobTitle: 'Operations lead',
    phone: '+34 910 555 0172',
    sinceMs: nowMs - 1100 * DAY_MS,
    facts: {
      tier: 'gold',
      yearlyValueMinor: 1_870_000,
      health: 24,
      journeyStage: 'at-risk',
      labels: ['at risk'],
      facts: 'Eleven bakeries. Everything has to work at six in the morning.',
      fields: { healthTrend: 'falling', shops: 11 },
    },
  })
  return beatriz
}

/** A customer about to leave: two bad experiences, a competitor's offer, and one good reason to stay. */
export function tellLeaving(stage: Stage): void {
  const { world, cast } = stage
  const { nowMs } = world
  const { mira, daniel } = cast.agents
  const beatriz = addBeatriz(stage)
  tellBadWeeks(stage, beatriz)
  const atMs = nowMs - 5 * HOUR_MS - 40 * MINUTE_MS
  const { ticket } = addTicket(world, {
    writer: writerOf(beatriz),
    subject: 'Queremos cancelar el contrato a fin de mes',
    channel: 'email',
    tags: ['cancellation', 'at risk'],
    threads: [
      {
        kind: 'service',
        state: 'open',
        teamId: cast.teams.complaints.id,
        assigneeId: mira.id,
        priority: 'urgent',
        dueAtMs: nowMs + 20 * MINUTE_MS,
      },
    ],
    messages: [
      wrote(
        atMs,
        'Hola:\n\ndespués de la mañana sin cajas y de una llamada que nunca llegó, hemos pedido oferta a otro proveedor. Queremos cancelar a fin de mes. Si hay alguien que pueda decirme por qué no va a volver a pasar, que me llame hoy antes de las cinco.\n\nBeatriz Molina\nPanaderías Molina',
      ),
    ],
    notes: [
      noted(daniel, atMs + 30 * MINUTE_MS, {
        service:
          'Two bad experiences in four weeks (24 and 16 days ago). Updates at night can be switched off for her group; that is what she needs to hear. 18.7k € a year.',
      }),
    ],
    events: [opened(atMs, 'email', 'service')],
  })
  addFollowUp(stage, beatriz, {
    title: 'Call Beatriz before five',
    reason: 'wants to cancel',
    dueAtMs: nowMs + 3 * HOUR_MS,
    ticketId: ticket.id,
    ownerId: mira.id,
    madeAtMs: atMs + 30 * MINUTE_MS,
  })
}

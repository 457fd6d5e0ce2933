import type { ClosingView, ExperienceView, HandOverView } from '../../../shared/contract/between.ts'
import { beginCause } from '../../../shared/rules/causes/begin-cause.ts'
import { badMoments } from '../../../shared/rules/experience/bad-moments.ts'
import { complaintRecovery } from '../../../shared/rules/experience/complaint-recovery.ts'
import { experienceAlert } from '../../../shared/rules/experience/experience-alert.ts'
import { EXPERIENCE_DEFAULTS } from '../../../shared/rules/experience/experience-rule.ts'
import type { Tables } from './tables.ts'

const hasId = (customerId: string) => (row: { readonly customerId: string }) => row.customerId === customerId

/** How the last weeks were, from the rows in memory. */
export function experience(tables: Tables, customerId: string): ExperienceView {
  const events = tables.all('events').filter(hasId(customerId))
  const ratings = tables
    .all('surveys')
    .filter(hasId(customerId))
    .flatMap(({ id, ticketId, kind, score, askedAtMs, answeredAtMs }) =>
      kind === 'csat' && score !== null ? [{ id, ticketId, score, atMs: answeredAtMs ?? askedAtMs }] : [],
    )
  const evidence = { events, ratings, down: [] as const }
  const moments = badMoments(evidence, EXPERIENCE_DEFAULTS, Date.now())
  const planned = new Set(
    events.filter(({ type }) => type === 'recovery.planned').map(({ facts }) => facts['followUpId']),
  )
  const complaints = tables.all('complaints').filter(hasId(customerId))
  const steps = tables.all('recoverySteps')
  const recoveries = [
    ...tables.all('followUps').filter(({ id }) => planned.has(id)),
    ...complaints.flatMap(
      each =>
        complaintRecovery(
          each,
          steps.filter(({ complaintId }) => complaintId === each.id),
        ) ?? [],
    ),
  ]
  return {
    alert: experienceAlert(moments, recoveries),
    moments: moments.map(moment => ({
      ...moment,
      number: tables.get('tickets', moment.ticketId)?.number ?? null,
    })),
    recoveries,
    windowDays: EXPERIENCE_DEFAULTS.windowDays,
    recoveryDays: EXPERIENCE_DEFAULTS.recoveryDays,
  }
}

const ofTicket = (ticketId: string) => (row: { readonly ticketId: string | null }) =>
  row.ticketId === ticketId

function owed(tables: Tables, ticketId: string) {
  const isOpen = ({ state }: { readonly state: string }): boolean => state === 'open'
  return {
    openPromises: tables.all('promises').filter(ofTicket(ticketId)).filter(isOpen),
    openFollowUps: tables.all('followUps').filter(ofTicket(ticketId)).filter(isOpen),
  }
}

export function closing(tables: Tables, ticketId: string): ClosingView | null {
  const ticket = tables.get('tickets', ticketId)
  if (!ticket) return null
  return {
    ticketId,
    customerId: ticket.customerId,
    customerName: tables.get('customers', ticket.customerId)?.name ?? '',
    number: ticket.number,
    localNumber: null,
    subject: ticket.subject,
    fields: ticket.fields,
    forms: tables.all('ticketForms'),
    threads: tables.of('threads', ticketId),
    firstContact: Object.fromEntries(
      tables.of('threads', ticketId).map(({ id }) => [id, 'candidate' as const]),
    ),
    closings: tables.all('closings').filter(ofTicket(ticketId)),
    ...owed(tables, ticketId),
    survey: null,
    hasCause: tables.all('rootCauses').some(ofTicket(ticketId)),
    causeStart: beginCause(null, null),
    stillDown: null,
    escalatedTo: [],
    silence: null,
    handshake: tables.all('handshakes').find(ofTicket(ticketId)) ?? null,
  }
}

export function handOver(tables: Tables, ticketId: string): HandOverView | null {
  const ticket = tables.get('tickets', ticketId)
  if (!ticket) return null
  const waiting = tables
    .all('handOvers')
    .filter(ofTicket(ticketId))
    .filter(({ takenAtMs }) => takenAtMs === null)
    .map(row => ({ ...row, byName: tables.get('agents', row.byAgentId)?.name ?? null }))
  return {
    ticketId,
    customerId: ticket.customerId,
    threads: tables.of('threads', ticketId),
    ...owed(tables, ticketId),
    lastBad: experience(tables, ticket.customerId).moments[0] ?? null,
    waiting,
  }
}

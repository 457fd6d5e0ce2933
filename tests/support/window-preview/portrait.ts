import type { PortraitView } from '../../../shared/contract/portrait.ts'
import { answerMood } from '../../../shared/rules/health/answer-mood.ts'
import { healthOf } from '../../../shared/rules/health/health.ts'
import { HEALTH_DEFAULTS } from '../../../shared/rules/health/health-rule.ts'
import { moodOf } from '../../../shared/rules/portrait/mood.ts'
import { pinsNow } from '../../../shared/rules/portrait/pins.ts'
import { derivedStage, standingStage } from '../../../shared/rules/portrait/stage.ts'
import { VALUE_DEFAULTS, valueOf } from '../../../shared/rules/portrait/value-band.ts'
import { experience } from './between.ts'
import type { Tables } from './tables.ts'

/** Who the customer is, from the rows in memory. */
export function portrait(tables: Tables, customerId: string): PortraitView | null {
  const customer = tables.get('customers', customerId)
  if (!customer) return null
  const nowMs = Date.now()
  const own = (row: { readonly customerId: string }): boolean => row.customerId === customerId
  const orders = tables.all('orders').filter(own)
  const sent = tables.all('messages').filter(own)
  const lastContactAtMs = sent.reduce((last, { writtenAtMs }) => Math.max(last, writtenAtMs), 0) || null
  const bad = new Set(experience(tables, customerId).moments.map(({ id }) => id))
  const row = (table: string, text: string) => ({ table, text })
  const health = healthOf(
    {
      experiences: experience(tables, customerId).moments.map(({ table, id, ticketId, atMs }) => ({
        table,
        id,
        ticketId,
        atMs,
        text: '',
      })),
      complaints: tables
        .all('complaints')
        .filter(own)
        .map(({ id, ticketId, openedAtMs, title }) => ({
          ...row('complaints', title),
          id,
          ticketId,
          atMs: openedAtMs,
        })),
      promises: [],
      answers: tables
        .all('surveys')
        .filter(own)
        .flatMap(({ id, ticketId, kind, score, askedAtMs }) =>
          score === null || bad.has(id)
            ? []
            : [{ ...row('surveys', kind), id, ticketId, atMs: askedAtMs, mood: answerMood(kind, score) }],
        ),
      issues: [],
      returns: [],
      lastContactAtMs,
      renewsAtMs: null,
      isKnown: orders.length + sent.length > 0,
      nowMs,
    },
    HEALTH_DEFAULTS,
  )
  const derived = derivedStage({
    orders,
    plans: tables
      .all('plans')
      .filter(own)
      .filter(({ state }) => state === 'active'),
    needs: [],
    assetsInUse: tables.all('assets').filter(own).length,
    openTickets: 1,
    renewsAtMs: null,
    lastContactAtMs: nowMs,
    health,
    recorded: customer.journeyStage,
    customerSinceMs: null,
    nowMs,
  })
  const said = tables.get('portraits', customerId)
  return {
    name: customer.name,
    preferences: tables.all('preferences').filter(own),
    pins: pinsNow(tables.all('pins').filter(own), nowMs),
    said,
    stage: { ...standingStage(said, { derived, recorded: customer.journeyStage, nowMs }), derived },
    health,
    value: valueOf(orders, VALUE_DEFAULTS, { currency: customer.currency, nowMs }),
    lastContactAtMs,
    openTickets: new Set(
      tables
        .all('threads')
        .filter(own)
        .flatMap(({ state, ticketId }) => (state === 'solved' || state === 'closed' ? [] : ticketId)),
    ).size,
    facts: customer.facts,
    factsMarks: null,
    mood: moodOf(
      sent
        .filter(({ authorKind }) => authorKind === 'customer')
        .map(({ id, ticketId, bodyText: text, writtenAtMs: atMs }) => ({ id, ticketId, text, atMs })),
      nowMs,
    ),
  }
}

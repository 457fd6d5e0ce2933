import { OPPORTUNITY_KINDS, OPPORTUNITY_STATES, PASSING_CONSENTS } from '../../../shared/domain/growth.ts'
import type { Intent } from '../../../shared/mutations/define.ts'
import { mayMove } from '../../../shared/rules/growth/passing-on.ts'
import { anyOf, fresh, intend, oneOf, words } from './desk.ts'
import type { Desk } from './desk.ts'

type Act = { readonly weight: number; readonly act: (desk: Desk) => Intent | null }

function note(desk: Desk): Intent | null {
  const customer = anyOf(desk, 'customers')
  if (!customer) return null
  return intend('opportunity.note', {
    opportunityId: fresh(desk),
    customerId: customer.id,
    ticketId: null,
    kind: oneOf(desk, OPPORTUNITY_KINDS),
    productId: null,
    note: words(desk),
    valueMinor: Math.floor(desk.random() * 100_000),
    currency: 'EUR',
    agreedVia: desk.random() < 0.5 ? 'phone' : null,
  })
}

function edit(desk: Desk): Intent | null {
  const row = anyOf(desk, 'opportunities')
  if (!row) return null
  const owner = { seen: row.ownerId, value: desk.random() < 0.5 ? desk.agentId : null }
  return intend('opportunity.edit', {
    opportunityId: row.id,
    note: { seen: row.note, value: words(desk) },
    product: null,
    value: null,
    owner,
  })
}

function consent(desk: Desk): Intent | null {
  const row = anyOf(desk, 'opportunities')
  if (!row) return null
  const wanted = oneOf(desk, PASSING_CONSENTS)
  return intend('opportunity.consent', {
    opportunityId: row.id,
    consent: wanted,
    via: wanted === 'not-asked' ? null : 'phone',
    seen: row.consent,
  })
}

function passOn(desk: Desk): Intent | null {
  const row = anyOf(desk, 'opportunities')
  return row
    ? intend('opportunity.passOn', {
        opportunityId: row.id,
        teamId: null,
        address: 'sales@partner.example',
        seen: row.state,
      })
    : null
}

function takeBack(desk: Desk): Intent | null {
  const row = anyOf(desk, 'opportunities')
  return row ? intend('opportunity.takeBack', { opportunityId: row.id, seen: row.state }) : null
}

function move(desk: Desk): Intent | null {
  const row = anyOf(desk, 'opportunities')
  const [first, ...more] = row ? OPPORTUNITY_STATES.filter(each => mayMove(row.state, each)) : []
  return row && first
    ? intend('opportunity.move', {
        opportunityId: row.id,
        state: oneOf(desk, [first, ...more]),
        seen: row.state,
      })
    : null
}

function setQuestion(desk: Desk): Intent {
  const row = anyOf(desk, 'nextQuestions')
  return intend('nextQuestion.set', {
    questionId: row?.id ?? fresh(desk),
    seen: row?.version ?? 0,
    content: {
      question: words(desk),
      answer: words(desk),
      articleId: null,
      conditions: { withinDays: 1 + Math.floor(desk.random() * 30), orderStates: ['shipped'] },
      isActive: desk.random() < 0.7,
    },
  })
}

function noteContract(desk: Desk): Intent | null {
  const customer = anyOf(desk, 'customers')
  if (!customer) return null
  return intend('subscription.note', {
    subscriptionId: fresh(desk),
    customerId: customer.id,
    content: {
      productId: anyOf(desk, 'products')?.id ?? null,
      name: words(desk),
      number: null,
      state: 'active',
      renewsOn: '2027-01-31',
      amount: { minor: Math.floor(desk.random() * 100_000), currency: 'EUR' },
      term: 'year',
    },
  })
}

function editContract(desk: Desk): Intent | null {
  const row = anyOf(desk, 'subscriptions')
  if (!row) return null
  const day = `2027-0${1 + Math.floor(desk.random() * 9)}-15`
  const name = { field: 'name' as const, seen: row.name, value: words(desk) }
  const renewsOn = { field: 'renewsOn' as const, seen: row.renewsOn, value: day }
  return intend('subscription.edit', {
    subscriptionId: row.id,
    fields: desk.random() < 0.5 ? [renewsOn] : [renewsOn, name],
  })
}

function setProduct(desk: Desk): Intent {
  const row = desk.random() < 0.6 ? anyOf(desk, 'products') : null
  return intend('product.set', {
    productId: row?.id ?? fresh(desk),
    seen: row?.version ?? 0,
    content: {
      name: words(desk),
      sku: null,
      currentVersion: `1.${Math.floor(desk.random() * 30)}`,
      priceMinor: Math.floor(desk.random() * 100_000),
      currency: 'EUR',
      isActive: desk.random() < 0.8,
      description: null,
      tags: null,
    },
  })
}

function placeHold(desk: Desk): Intent | null {
  const ticket = anyOf(desk, 'tickets')
  if (!ticket) return null
  return intend('hold.place', {
    holdId: fresh(desk),
    customerId: ticket.customerId,
    ticketId: desk.random() < 0.5 ? ticket.id : null,
    reason: words(desk),
  })
}

function liftHold(desk: Desk): Intent | null {
  const hold = anyOf(desk, 'holds')
  return hold ? intend('hold.lift', { holdId: hold.id }) : null
}

/** What agents note for later and pass on, and what supervisors know comes next. */
export const growthActs = {
  'opportunity.note': { weight: 2, act: note },
  'opportunity.edit': { weight: 1, act: edit },
  'opportunity.consent': { weight: 2, act: consent },
  'opportunity.passOn': { weight: 2, act: passOn },
  'opportunity.takeBack': { weight: 1, act: takeBack },
  'opportunity.move': { weight: 1, act: move },
  'nextQuestion.set': { weight: 0.2, act: setQuestion },
  'subscription.note': { weight: 1, act: noteContract },
  'subscription.edit': { weight: 2, act: editContract },
  'hold.place': { weight: 1, act: placeHold },
  'hold.lift': { weight: 1, act: liftHold },
  'product.set': { weight: 0.3, act: setProduct },
} satisfies Readonly<Record<string, Act>>

import { afterEach, beforeEach, expect, test } from 'vitest'
import { TIMELINE_SUBJECTS } from '../../../shared/contract/customers.ts'
import { contract } from '../../../shared/contract/index.ts'
import { ValueField } from '../../../shared/contract/views.ts'
import { KIND_FILTERS, VIEWS, VIEW_SORTS } from '../../../shared/rules/views.ts'
import { commandHandlers, mutationHandlers } from '../../../main/data/handlers/command-handlers.ts'
import { queryHandlers } from '../../../main/data/handlers/query-handlers.ts'
import { mutate } from '../../../main/data/sync/mutate.ts'
import {
  NOW_MS,
  aCustomer,
  aKnownIssue,
  anAgent,
  aMessage,
  aNote,
  anOrganisation,
  aTeam,
  aThread,
  aTicket,
} from '../../support/builders.ts'
import { sampleId, sampleRow, seededRandom } from '../../support/sample-row.ts'
import { ME, openQueryWorld } from './query-world.ts'
import type { QueryWorld } from './query-world.ts'

let world: QueryWorld
beforeEach(() => {
  world = openQueryWorld()
})
afterEach(() => world.laptop.close())

type Ask = (input: never, context: QueryWorld['context']) => unknown
const ask = (name: keyof typeof queryHandlers, input: unknown): unknown =>
  (queryHandlers[name] as Ask)(input as never, world.context)

/** Small tables that a workspace holds whole, and the outbox, which is empty nearly always. */
const MAY_BE_SCANNED =
  /^SCAN ((agents|teams|macros|own_views|shared_views|sla_policies|calendars|products|allowances|plan_templates|outreach_rules|next_questions|kudos|stories|training_lists|guides|required_details|ticket_forms|known_issues|articles|outbox|outbox_done|search_progress)\b|search_\w+ VIRTUAL TABLE|(i|j|json_each) VIRTUAL TABLE|o USING INDEX outbox_parked|(approvals|p) USING INDEX approvals_waiting|m USING INDEX messages_doubtful|proposals USING INDEX proposals_waiting|[fw]$|steps$|CONSTANT ROW|\d+-ROW VALUES)/

type Step = { readonly detail: string }
function plansOf(sql: string): readonly string[] {
  // A plan wants values; which ones does not matter to it.
  const bound = sql.replaceAll(/\?\d*|(?<=[\s(]):\w+/g, "'1'")
  const rows = world.context.db.handle.prepare(`EXPLAIN QUERY PLAN ${bound}`).all() as Step[]
  return rows.map(({ detail }) => detail)
}

/** Enough of everything that each query takes its usual way. */
type Work = {
  readonly ticketId: string
  readonly customerId: string
  readonly issueId: string
  readonly organisationId: string
}
function someWork(): Work {
  const teamId = sampleId()
  const organisation = anOrganisation({ id: sampleId() })
  world.put('teams', aTeam({ id: teamId }))
  world.put('agents', anAgent({ id: ME, role: 'guest', teamIds: [teamId, sampleId()] }))
  world.put('organisations', organisation)
  const customer = aCustomer({ id: sampleId(), organisationId: organisation.id })
  const ticket = aTicket({ id: sampleId(), customerId: customer.id })
  const place = { customerId: customer.id, ticketId: ticket.id }
  world.put('customers', customer)
  world.put('tickets', ticket)
  world.put(
    'threads',
    aThread({ id: sampleId(), ...place, kind: 'service', isPaired: true, teamId, assigneeId: ME }),
  )
  world.put('threads', aThread({ id: sampleId(), ...place, kind: 'support', isPaired: true, teamId }))
  world.put('messages', aMessage({ id: sampleId(), ...place, seq: 1 }))
  world.put('notes', aNote({ id: sampleId(), ...place }))
  const ofCustomer = { customerId: customer.id }
  for (const table of [
    'orders',
    'returnCases',
    'invoices',
    'charges',
    'assets',
    'surveys',
    'followUps',
    'promises',
    'plans',
    'planSteps',
    'outreach',
    'feedback',
    'opportunities',
    'issueLinks',
    'leases',
    'escalations',
    'impacts',
    'rootCauses',
    'diagnoses',
    'askedTried',
    'guideRuns',
    'remoteSessions',
    'closings',
    'handshakes',
    'handOvers',
    'takeovers',
    'approvals',
    'disputes',
    'goodwills',
    'loyaltyEntries',
    'complaints',
    'recoverySteps',
    'needs',
    'preferences',
    'pins',
    'portraits',
    'relations',
    'proposals',
  ] as const) {
    world.put(table, sampleRow(table, ofCustomer))
  }
  const issueId = sampleId()
  world.put('knownIssues', aKnownIssue({ id: issueId, productId: issueId }))
  return { ticketId: ticket.id, customerId: customer.id, issueId, organisationId: organisation.id }
}

function askEverything({ ticketId, customerId, issueId, organisationId }: Work): void {
  for (const view of VIEWS) {
    for (const kind of KIND_FILTERS) {
      for (const sort of VIEW_SORTS) {
        ask('threads.list', { view, kind, sort, after: null, limit: 50 })
        ask('threads.neighbours', { ticketId, view, kind, sort })
      }
    }
  }
  ask('threads.counts', {})
  ask('views.list', {})
  for (const field of ValueField.options) ask('views.values', { field })
  ask('organisations.find', { text: 'nor', ids: [ticketId], limit: 12 })
  ask('tickets.get', { ticketId })
  ask('tickets.conversation', { ticketId, before: null, limit: 50 })
  ask('drafts.list', { ticketId })
  ask('customers.card', { customerId, ticketId })
  ask('cases.ofCustomer', { customerId })
  ask('approvals.waiting', {})
  ask('allowances.list', {})
  ask('proposals.ofTicket', { ticketId })
  ask('proposals.waiting', {})
  ask('answers.list', {})
  ask('guests.desk', {})
  for (const subject of TIMELINE_SUBJECTS)
    ask('customers.timeline', { customerId, before: null, limit: 60, subject })
  ask('customers.similar', { name: 'Ana Ruiz', mail: 'ana@norte.example', phone: '+34 600 11 22 33' })
  ask('articles.get', { articleId: ticketId })
  ask('knownIssues.get', { issueId })
  ask('products.list', {})
  ask('knownIssues.list', { text: 'scan' })
  ask('knownIssues.detail', { issueId })
  ask('knownIssues.reach', { issueId })
  ask('support.record', { customerId, ticketId })
  ask('assets.events', { customerId })
  ask('causes.report', { days: 90 })
  ask('feedback.digest', { days: 7 })
  ask('customers.find', { text: 'an', limit: 10 })
  for (const text of ['refund sc', '#4711', 'new-3']) ask('search.query', { text, subject: 'all', limit: 20 })
  ask('sync.ledger', { limit: 100 })
  ask('attention.list', {})
  ask('sync.resting', {})
  ask('messages.doubtful', {})
  ask('undoWindows.list', {})
  ask('teamRules.list', {})
  for (const name of ['customers.experience', 'customers.handshakes', 'customers.portrait'] as const)
    ask(name, { customerId })
  ask('tickets.closing', { ticketId })
  ask('tickets.priority', { ticketId })
  ask('tickets.handOver', { ticketId })
  ask('tickets.triage', { ticketId })
  for (const [table, id] of [
    ['tickets', ticketId],
    ['customers', customerId],
  ] as const)
    ask('rows.explain', { table, id })
  ask('rows.around', { ticketId })
  ask('directory.get', {})
  ask('macros.list', {})
  ask('serviceLevels.get', {})
  ask('leases.list', {})
  ask('diagnosis.get', { ticketId })
  ask('askedTried.ofCustomer', { customerId, ticketId })
  ask('remote.list', { ticketId })
  ask('requiredDetails.list', {})
  ask('ticketForms.list', {})
  ask('guides.list', {})
  ask('guides.ofTicket', { ticketId })
  ask('offline.pack', {})
  ask('plans.list', { customerId })
  ask('planTemplates.list', {})
  ask('outreach.list', {})
  ask('surveys.state', { customerId, ticketId })
  ask('opportunities.ofCustomer', { customerId })
  ask('opportunities.list', { isEnded: false, limit: 50 })
  ask('opportunities.list', { isEnded: true, limit: 50 })
  ask('nextQuestions.likely', { customerId, ticketId })
  ask('nextQuestions.list', {})
  ask('promises.kept', { fromMs: 0, toMs: NOW_MS })
  ask('duties.before', { untilMs: NOW_MS })
  ask('feedback.list', { kind: 'product', customerId: null, limit: 50 })
  ask('feedback.list', { kind: 'product', customerId, limit: 50 })
  for (const name of ['people.duplicates', 'relations.list'] as const) ask(name, { customerId })
  ask('people.compare', { customerId, otherId: customerId })
  ask('organisations.view', { organisationId })
}

test('every method of the data process is answered by exactly one thread', () => {
  const methods = Object.entries(contract).filter(([, { owner }]) => owner === 'data')
  const reads = methods.filter(([, { kind }]) => kind === 'query').map(([name]) => name)
  const writes = methods.filter(([, { kind }]) => kind !== 'query').map(([name]) => name)
  expect(Object.keys(queryHandlers).toSorted()).toEqual(reads.toSorted())
  expect([...Object.keys(commandHandlers), ...Object.keys(mutationHandlers)].toSorted()).toEqual(
    writes.toSorted(),
  )
})

test('no query walks a large table', () => {
  askEverything(someWork())
  const statements = [...world.context.db.statements.keys()]
  expect(statements.length).toBeGreaterThan(60)
  const scans = statements.flatMap(sql =>
    plansOf(sql)
      .filter(detail => detail.startsWith('SCAN ') && !MAY_BE_SCANNED.test(detail))
      .map(detail => `${detail}\n${sql}`),
  )
  expect(scans).toEqual([])
})

test('no list of tickets is sorted by the database', () => {
  const { ticketId } = someWork()
  for (const view of VIEWS) {
    for (const kind of KIND_FILTERS) {
      for (const sort of VIEW_SORTS) ask('threads.list', { view, kind, sort, after: null, limit: 50 })
    }
  }
  ask('tickets.conversation', { ticketId, before: null, limit: 50 })
  const walks = [...world.context.db.statements.keys()].filter(sql => /FROM threads t INDEXED BY/.test(sql))
  expect(walks.length).toBeGreaterThanOrEqual(VIEWS.length * VIEW_SORTS.length)
  for (const sql of walks) expect(plansOf(sql).filter(detail => detail.includes('TEMP B-TREE'))).toEqual([])
})

test('the statements behind a save find their rows by an index', () => {
  const { ticketId } = someWork()
  const { store, database } = world.laptop
  const actor = { id: ME, name: 'Lena', role: 'agent' as const, teamIds: [] }
  const deps = { store, clock: { now: () => NOW_MS }, random: seededRandom(2), actor: () => actor }
  mutate(deps, {
    name: 'note.add',
    args: { noteId: sampleId(), ticketId, threadId: null, body: 'x', attachments: [] },
  })
  const statements = [...database.db.statements.keys()].filter(sql => !/^\s*(PRAGMA|BEGIN|COMMIT)/.test(sql))
  expect(statements.length).toBeGreaterThan(10)
  const scans = statements.flatMap(sql =>
    plansOf(sql).filter(detail => detail.startsWith('SCAN ') && !MAY_BE_SCANNED.test(detail)),
  )
  expect(scans).toEqual([])
})

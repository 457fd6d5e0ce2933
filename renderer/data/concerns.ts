import type { ChangedRows } from '../../shared/contract/events.ts'
import type { Call, MethodName } from '../../shared/contract/index.ts'
import { isTableName } from '../../shared/domain/tables.ts'
import { isStanding } from '../../shared/contract/threads.ts'
import type { ViewRef } from '../../shared/contract/threads.ts'

/** Beside rows: time itself, for what changes as it passes. */
export type Changed = ChangedRows & { readonly time?: null }
type ChangedTable = keyof Changed
type Interest = 'any' | readonly string[]
type Concern<Name extends MethodName> = (input: Call<Name>) => Partial<Record<ChangedTable, Interest>>

const any = (...names: readonly ChangedTable[]): Partial<Record<ChangedTable, Interest>> =>
  Object.fromEntries(names.map(name => [name, 'any' as const]))

const list = any(
  'threads',
  'tickets',
  'messages',
  'notes',
  'customers',
  'agents',
  'drafts',
  'leases',
  'takeovers',
  'outbox',
  // Bad experiences of the customer.
  'events',
  'surveys',
  'followUps',
  'teamRules',
  'standings',
)
/** What conditions of views look at, and the views themselves. */
const rule = any(
  'threads',
  'tickets',
  'customers',
  'organisations',
  'agents',
  'ownViews',
  'sharedViews',
  'standings',
  'time',
)
/** A list by conditions: a saved view, a filter over any, or an order that is the customers'. */
type ListInput = {
  readonly view: ViewRef
  readonly filter?: readonly unknown[] | undefined
  readonly sort?: string | undefined
}
const isByRule = ({ view, filter = [], sort }: ListInput): boolean =>
  !isStanding(view) || filter.length > 0 || sort === 'tier'

/**
 * What each live query is made of. 'any': a row this query does not know yet can enter its answer; ids: only
 * changes of these rows matter. A method that is not here cannot be used as a live query.
 */
export const concerns = {
  'threads.list': input => (isByRule(input) ? { ...list, ...rule } : list),
  'threads.counts': () => any('threads', 'tickets'),
  'threads.late': () => any('threads', 'tickets', 'time'),
  'threads.neighbours': input => (isByRule(input) ? rule : any('threads', 'tickets')),
  'views.list': () => any('ownViews', 'sharedViews', 'agents'),
  'views.counts': () => rule,
  'views.count': () => rule,
  'views.values': () => any('customers', 'organisations'),
  'organisations.find': () => any('organisations'),
  'tickets.names': () => any('tickets', 'customers'),
  'tickets.get': ({ ticketId }) => ({ ...any('outbox', 'customers'), ofTicket: [ticketId] }),
  'tickets.triage': ({ ticketId }) => ({ ...any('triageWeights'), ofTicket: [ticketId] }),
  'tickets.conversation': ({ ticketId }) => ({ ...any('agents', 'outbox'), ofTicket: [ticketId] }),
  'offline.pack': () => any('attachments', 'leases', 'threads'),
  'offline.usage': () => any('attachments'),
  'scope.get': () => any('scopePolicies'),
  'keeps.list': () => any('keeps', 'customers', 'outbox'),
  'leases.list': () => any('leases', 'tickets', 'customers', 'agents'),
  'drafts.list': ({ ticketId }) => ({ ofTicket: [ticketId] }),
  'customers.card': ({ customerId }) => ({
    ...any('organisations', 'products', 'knownIssues'),
    ofCustomer: [customerId],
  }),
  'cases.ofCustomer': ({ customerId }) => ({
    ...any('allowances', 'spendings'),
    ofCustomer: [customerId],
  }),
  'articleGaps.list': () => any('articleGaps'),
  'answers.list': () => any('articles', 'macros'),
  'articles.versions': () => any('articleVersions'),
  'proposals.ofTicket': ({ ticketId }) => ({ ...any('agents'), ofTicket: [ticketId] }),
  'proposals.waiting': () => any('proposals', 'tickets', 'customers', 'agents'),
  'guests.desk': () =>
    any(
      'proposals',
      'threads',
      'tickets',
      'messages',
      'customers',
      'agents',
      'standings',
      'articles',
      'macros',
    ),
  'guests.hours': () => any('outbox', 'agents', 'teams', 'calendars', 'slaPolicies', 'time'),
  'approvals.waiting': () => any('approvals', 'tickets', 'customers', 'agents'),
  'allowances.list': () => any('allowances'),
  'customers.timeline': ({ customerId }) => ({ ofCustomer: [customerId] }),
  'teamRules.list': () => any('teamRules'),
  'customers.experience': ({ customerId }) => ({ ...any('teamRules', 'time'), ofCustomer: [customerId] }),
  // Standings change with whatever they are worked out from.
  'customers.atRisk': () => any('standings', 'customers'),
  'customers.countAtRisk': () => any('standings', 'customers'),
  'customers.portrait': ({ customerId }) => ({
    ...any('teamRules', 'knownIssues', 'time'),
    ofCustomer: [customerId],
  }),
  'customers.topics': ({ customerId }) => ({ ...any('time'), ofCustomer: [customerId] }),
  'customers.handshakes': ({ customerId }) => ({ ...any('allowances'), ofCustomer: [customerId] }),
  'tickets.closing': ({ ticketId }) => ({ ...any('ticketForms'), ofTicket: [ticketId] }),
  'tickets.handOver': ({ ticketId }) => ({ ...any('agents'), ofTicket: [ticketId] }),
  'customers.find': () => any('customers', 'contactPoints', 'organisations'),
  'search.query': () => any('tickets', 'messages', 'notes', 'customers', 'articles', 'knownIssues'),
  'directory.get': () => any('agents', 'teams'),
  'macros.list': () => any('macros'),
  'serviceLevels.get': () => any('slaPolicies', 'calendars'),
  'customers.similar': () => any('customers', 'contactPoints', 'organisations'),
  'articles.get': ({ articleId }) => ({ articles: [articleId] }),
  'knownIssues.get': ({ issueId }) => ({ ...any('issueLinks', 'products'), knownIssues: [issueId] }),
  'knownIssues.list': () => any('knownIssues', 'issueLinks', 'issueUpdates', 'threads', 'products'),
  'knownIssues.detail': ({ issueId }) => ({
    ...any('issueLinks', 'issueUpdates', 'engineeringIssues', 'threads', 'tickets', 'products'),
    knownIssues: [issueId],
  }),
  'knownIssues.reach': ({ issueId }) => ({
    ...any('issueLinks', 'assets', 'customers'),
    knownIssues: [issueId],
  }),
  'assets.events': ({ customerId }) => ({ ofCustomer: [customerId] }),
  'support.record': ({ customerId }) => ({ ...any('engineeringIssues'), ofCustomer: [customerId] }),
  'feedback.digest': () => any('feedback', 'products', 'customers'),
  'causes.report': () => any('rootCauses', 'products', 'customers'),
  'products.list': () => any('products'),
  'diagnosis.get': ({ ticketId }) => ({
    ...any('requiredDetails', 'assets', 'agents'),
    ofTicket: [ticketId],
  }),
  'askedTried.ofCustomer': ({ customerId }) => ({ ...any('agents'), ofCustomer: [customerId] }),
  'remote.list': ({ ticketId }) => ({ ofTicket: [ticketId] }),
  'tickets.priority': ({ ticketId }) => ({ ...any('teamRules', 'time'), ofTicket: [ticketId] }),
  'ticketForms.list': () => any('ticketForms'),
  'requiredDetails.list': () => any('requiredDetails'),
  'guides.list': () => any('guides'),
  'guides.ofTicket': ({ ticketId }) => ({ ...any('guides', 'assets'), ofTicket: [ticketId] }),
  'board.threads': ({ filter }) => ({
    ...any('threads', 'tickets', 'messages', 'customers', 'agents', 'outbox'),
    ...(filter.by === 'outcome' ? any('surveys') : {}),
  }),
  'board.issues': () => any('knownIssues'),
  'sync.ledger': () => any('outbox', 'messages'),
  'sync.resting': () => any('outbox'),
  'messages.doubtful': () => any('messages', 'threads'),
  'attention.list': () => any('outbox', 'messages'),
  'undoWindows.list': () => any('undoWindows'),
  'plans.list': ({ customerId }) => ({ ofCustomer: [customerId] }),
  'holds.list': ({ customerId }) => ({ ofCustomer: [customerId] }),
  'planTemplates.list': () => any('planTemplates'),
  'outreach.list': () =>
    any(
      'outreach',
      'outreachRules',
      'threads',
      'orders',
      'subscriptions',
      'assets',
      // Whom a rule is about.
      'customers',
      'standings',
      'time',
    ),
  'outreach.segment': () => any('customers', 'assets', 'standings'),
  'outreachRules.list': () => any('outreachRules'),
  'surveys.state': ({ customerId }) => ({ ...any('time', 'teamRules'), ofCustomer: [customerId] }),
  'opportunities.ofCustomer': ({ customerId }) => ({ ...any('products', 'time'), ofCustomer: [customerId] }),
  'opportunities.list': () => any('opportunities', 'customers', 'products', 'teams', 'agents'),
  'nextQuestions.likely': ({ customerId }) => ({
    ...any('nextQuestions', 'products', 'knownIssues', 'time'),
    ofCustomer: [customerId],
  }),
  'nextQuestions.list': () => any('nextQuestions', 'articles'),
  'kudos.list': () => any('kudos', 'events'),
  'training.news': () => any('kudos', 'coachingNotes'),
  'stories.list': () => any('stories', 'events'),
  'stories.draft': ({ ticketId }) => ({ ofTicket: [ticketId] }),
  'trainingLists.list': () => any('trainingLists'),
  'practice.cases': () => any('practiceRuns'),
  'practice.story': ({ ticketId }) => ({ ofTicket: [ticketId] }),
  'practice.runs': () => any('practiceRuns'),
  'coaching.list': () => any('coachingNotes'),
  'firstSteps.get': () => any('firstSteps', 'practiceRuns'),
  'promises.kept': () => any('promises', 'agents'),
  'publicPosts.list': () => any('publicPosts', 'customers'),
  'publicPosts.unplaced': () => any('unplacedPosts'),
  'followUps.kept': () => any('followUps', 'handshakes', 'customers'),
  'duties.before': () => any('promises', 'followUps', 'planSteps'),
  'feedback.list': ({ customerId }) =>
    typeof customerId === 'string' ? { ofCustomer: [customerId] } : any('feedback', 'customers'),
  'people.duplicates': ({ customerId }) => ({
    ...any('contactPoints', 'organisations'),
    ofCustomer: [customerId],
  }),
  'people.compare': ({ customerId, otherId }) => ({
    ...any('organisations'),
    ofCustomer: [customerId, otherId],
  }),
  'people.reached': () => any('contactPoints'),
  'relations.list': ({ customerId }) => ({ ...any('customers'), ofCustomer: [customerId] }),
  'organisations.view': ({ organisationId }) => ({
    ...any('customers', 'threads', 'assets', 'orders', 'promises', 'issueLinks', 'products'),
    organisations: [organisationId],
  }),
  'organisations.similar': () => any('organisations', 'customers'),
  'rows.explain': ({ table, id }) => ({
    ...any('outbox', 'events'),
    ...(isTableName(table) ? { [table]: [id] } : {}),
  }),
  'rows.around': ({ ticketId }) => ({ ...any('outbox'), ofTicket: [ticketId] }),
  'app.info': () => ({}),
} satisfies { readonly [Name in MethodName]?: Concern<Name> }

export type LiveName = keyof typeof concerns

/** Does this change touch what the query was made of? Null ids mean: too many rows to name. */
export function isConcerned<Name extends LiveName>(name: Name, input: Call<Name>, changed: Changed): boolean {
  const interests = (concerns[name] as Concern<Name>)(input)
  for (const [table, interest] of Object.entries(interests) as [ChangedTable, Interest][]) {
    const ids = changed[table]
    if (ids === undefined) continue
    if (ids === null || interest === 'any' || ids.some(id => interest.includes(id))) return true
  }
  return false
}
